package org.targetwatch.page.target;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Subject;
import org.targetwatch.page.target.TargetReading.Part;
import org.targetwatch.page.target.TargetReading.Whole;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.target.Targets;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Reads what stands of a target. */
@ApplicationScoped
class TargetDesk {
    private final Subject subject;
    private final CallersPlans plans;
    private final Targets targets;
    private final Scorecards scorecards;
    private final Caller caller;
    private final BusinessDate businessDate;

    TargetDesk(
            Subject subject,
            CallersPlans plans,
            Targets targets,
            Scorecards scorecards,
            Caller caller,
            BusinessDate businessDate) {
        this.subject = subject;
        this.plans = plans;
        this.targets = targets;
        this.scorecards = scorecards;
        this.caller = caller;
        this.businessDate = businessDate;
    }

    /**
     * Without a wish it is the first indicator that the reader decides about, as far up as the reader sees; a region that the indicator does not concern gives
     * way to the plan's own.
     */
    @Transactional
    TargetReading read(@Nullable String planCode, @Nullable String indicatorCode, @Nullable String regionCode) {
        Plan plan = subject.plan(planCode);
        Indicator known =
                indicatorCode == null || indicatorCode.isEmpty() ? first(plan) : plan.requireIndicator(indicatorCode);
        String wanted = subject.region(plan, regionCode);
        String region = plan.concerns(wanted, known) ? wanted : plan.region();
        Indicator indicator = plan.requireIndicator(known.code(), region);
        Optional<String> whole = whole(plan, indicator, region);
        Map<Series, TargetTimeline> timelines = targets.timelines(plan, series(plan, indicator, region, whole), null);
        return new TargetReading(
                plan,
                indicator,
                region,
                decides(plan, indicator),
                businessDate
                        .month()
                        .laterOf(plan.start())
                        .earlierOf(indicator.rules().due()),
                timelines.get(new Series(indicator.code(), region)),
                actual(plan, indicator, region),
                whole.map(above -> new Whole(
                        part(indicator, above, timelines),
                        below(plan, indicator, above)
                                .map(one -> part(indicator, one, timelines))
                                .toList())));
    }

    /** Leaders read; a reviewer decides about what the own offices answer for. */
    private boolean decides(Plan plan, Indicator indicator) {
        return caller.role() == Role.ADMIN || caller.role() == Role.REVIEWER && plans.decides(plan, indicator);
    }

    private Indicator first(Plan plan) {
        List<Indicator> all = byWorkItem(plan).toList();
        return all.stream()
                .filter(indicator -> decides(plan, indicator))
                .filter(indicator -> !indicator.target().direction().comparesWithLastYear())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> Problem.notFound(
                        Text.of("工作要点 %s 没有您可以查看的指标。", "Plan %s has no indicator that you may see.", plan.code())));
    }

    static Stream<Indicator> byWorkItem(Plan plan) {
        return plan.indicators().values().stream().sorted(Comparator.comparingInt(Indicator::workItem));
    }

    /** A region that something lies below makes up itself, another is a part of the one above it. */
    private static Optional<String> whole(Plan plan, Indicator indicator, String region) {
        if (below(plan, indicator, region).findAny().isPresent()) {
            return Optional.of(region);
        }
        return plan.regions().parent(region).filter(above -> !region.equals(plan.region()) && plan.reaches(above));
    }

    private static Stream<String> below(Plan plan, Indicator indicator, String region) {
        return plan.regions().children(region).stream().filter(one -> plan.concerns(one, indicator));
    }

    private static List<Series> series(Plan plan, Indicator indicator, String region, Optional<String> whole) {
        List<String> regions = new ArrayList<>(List.of(region));
        whole.ifPresent(above -> {
            regions.add(above);
            below(plan, indicator, above).forEach(regions::add);
        });
        return regions.stream().map(one -> new Series(indicator.code(), one)).toList();
    }

    private static Part part(Indicator indicator, String region, Map<Series, TargetTimeline> timelines) {
        return new Part(region, Objects.requireNonNull(timelines.get(new Series(indicator.code(), region))));
    }

    private Map<Period, Exact> actual(Plan plan, Indicator indicator, String region) {
        return scorecards.read(plan, cards -> cards.history(indicator.code(), region)).stream()
                .filter(card -> card.assessment().actual() != null)
                .collect(toMap(
                        card -> card.period(),
                        card -> Objects.requireNonNull(card.assessment().actual())));
    }
}
