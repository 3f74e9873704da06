package org.targetwatch.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.targetwatch.measure.Period;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * 工作要点: a yearly plan, with the regions it speaks of.
 *
 * @param region the plan's own region, whose promises these are
 * @param relations what figures of different indicators have to do with each other
 * @param regions the whole region tree the plan was read with
 * @param dueDays when the figures of a period are due
 * @param scope how far this view of the plan reaches: a region, with all below it; the plan's own for all of it
 */
public record Plan(
        String code,
        String name,
        String english,
        int year,
        String region,
        String source,
        LocalDate published,
        List<Section> sections,
        List<WorkItem> workItems,
        Map<String, Indicator> indicators,
        List<Relation> relations,
        Regions regions,
        DueDays dueDays,
        String scope) {

    /** The whole plan. */
    public Plan(
            String code,
            String name,
            String english,
            int year,
            String region,
            String source,
            LocalDate published,
            List<Section> sections,
            List<WorkItem> workItems,
            Map<String, Indicator> indicators,
            List<Relation> relations,
            Regions regions,
            DueDays dueDays) {
        this(
                code,
                name,
                english,
                year,
                region,
                source,
                published,
                sections,
                workItems,
                indicators,
                relations,
                regions,
                dueDays,
                region);
    }

    public Plan {
        sections = List.copyOf(sections);
        workItems = List.copyOf(workItems);
        indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
        relations = List.copyOf(relations);
    }

    /**
     * The plan as somebody may know it: what lies outside {@code scope} is forbidden, and an indicator that is not {@code known} is as if there were
     * none. Whoever looks everything up in this view cannot show what it hides.
     *
     * @param scope a region within the plan's own
     */
    Plan seenFrom(String scope, Predicate<Indicator> known) {
        Map<String, Indicator> seen = new LinkedHashMap<>(indicators);
        seen.values().removeIf(known.negate());
        List<Relation> between = relations.stream()
                .filter(relation -> seen.containsKey(relation.part().indicator())
                        && seen.containsKey(relation.whole().indicator()))
                .toList();
        return new Plan(
                code, name, english, year, region, source, published, sections, workItems, seen, between, regions,
                dueDays, scope);
    }

    public Period start() {
        return Period.of(year, 1);
    }

    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    /** Answers 404 where the plan has no such indicator. */
    public Indicator requireIndicator(String code) {
        return indicator(code).orElseThrow(() -> noIndicator(code));
    }

    public Problem noIndicator(String code) {
        return Problem.notFound(Text.of(
                "计划 %s 没有指标 %s，可用的见 /api/v1/plans/%s/indicators。",
                "Plan %s has no indicator %s; see /api/v1/plans/%s/indicators.",
                this.code,
                Text.shown(code),
                this.code));
    }

    /** Answers 404 where the plan has no such indicator or region, or the indicator has no card for the region. */
    public Indicator requireIndicator(String code, String region) {
        Indicator indicator = requireIndicator(code);
        if (!concerns(requireRegion(region), indicator)) {
            throw Problem.notFound(Text.of(
                    "计划 %s 的指标 %s 不涉及填报单位 %s。",
                    "Plan %s: indicator %s does not concern region %s.", this.code, code, region));
        }
        return indicator;
    }

    /** The code of a region of the plan; answers 404 where there is none such, 403 where it lies beyond this view. */
    public String requireRegion(String code) {
        if (!regions.isWithin(code, region)) {
            throw Problem.notFound(Text.of(
                    "计划 %s 没有填报单位 %s，可用的见 /api/v1/regions。",
                    "Plan %s has no region %s; see /api/v1/regions.", this.code, Text.shown(code)));
        }
        if (!reaches(code)) {
            throw Problem.forbidden(Text.of(
                    "填报单位 %s 超出您的范围；您可以查看和填报 %s 及其下级单位。",
                    "Region %s lies beyond yours; you may see and report %s and what lies below it.", code, scope));
        }
        return code;
    }

    /** Whether a region lies in what this view shows. */
    public boolean reaches(String region) {
        return regions.isWithin(region, scope);
    }

    /** The regions that this view shows, parents before children. */
    public Stream<String> seenRegions() {
        return regions.selfAndBelow(scope);
    }

    /** The offices (科室) that answer for an indicator. */
    public Set<String> offices(Indicator indicator) {
        return workItem(indicator.workItem()).map(WorkItem::offices).orElse(Set.of());
    }

    /** A period of the plan, sent as {@code parameter}; answers 400 where it is none. */
    public Period requirePeriod(String parameter, String sent) {
        Period period = Parameters.period(parameter, sent);
        if (period.isBefore(start()) || period.isAfter(lastPeriod())) {
            throw Parameters.unreadable(
                    parameter, sent, Text.of("应在 %s 至 %s 之间", "it must lie from %s to %s", start(), lastPeriod()));
        }
        return period;
    }

    public Optional<WorkItem> workItem(int number) {
        return workItems.stream().filter(item -> item.number() == number).findFirst();
    }

    /** The plan's own region and everything below it, parents before children. */
    public Stream<String> regionCodes() {
        return regions.selfAndBelow(region);
    }

    /** Whether {@code region} posts the indicator's figures itself. */
    public boolean reports(String region, Indicator indicator) {
        return concerns(region, indicator)
                && (indicator.reporter() == Indicator.Reporter.CITY
                        || regions.children(region).isEmpty());
    }

    /** Whether the indicator has a card for {@code region}: it reports, or something below it does. */
    public boolean concerns(String region, Indicator indicator) {
        return indicator.reporter() == Indicator.Reporter.CITY
                ? region.equals(this.region)
                : regions.isWithin(region, this.region)
                        && !Collections.disjoint(regions.reportingKinds(region), indicator.appliesTo());
    }

    /** The last period of any indicator: figures are accepted until then. */
    public Period lastPeriod() {
        return indicators.values().stream()
                .map(indicator -> indicator.rules().lastPeriod())
                .reduce(start().plusMonths(11), Period::laterOf);
    }

    /** Whether {@code today} lies after the due day of the last period: nothing is to be reported any more. */
    public boolean isOver(LocalDate today) {
        return today.isAfter(dueDays.of(lastPeriod()));
    }
}
