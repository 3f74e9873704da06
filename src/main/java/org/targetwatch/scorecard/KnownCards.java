package org.targetwatch.scorecard;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Exempt;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.Revision;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.target.Targets;

/**
 * The cards as they would have been at an earlier moment: judged again by the same code, from what was known then.
 * Nothing stored is looked at. Each indicator is judged once, in all its regions, when it is first asked for.
 */
final class KnownCards implements PlanCards {
    private final Plan plan;
    private final LocalDate today;
    private final Instant knownAt;
    private final Figures figures;
    private final Targets targets;
    private final Exempt exempt;
    private final Map<String, Map<String, List<Card>>> byIndicator = new HashMap<>();

    KnownCards(Plan plan, LocalDate today, Instant knownAt, Figures figures, Targets targets, Exempt exempt) {
        this.plan = plan;
        this.today = today;
        this.knownAt = knownAt;
        this.figures = figures;
        this.targets = targets;
        this.exempt = exempt;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public List<Card> ofRegion(String region) {
        return plan.indicators().keySet().stream()
                .sorted()
                .flatMap(indicator -> history(indicator, region).stream())
                .toList();
    }

    @Override
    public List<Card> history(String indicator, String region) {
        return byIndicator.computeIfAbsent(indicator, this::judge).getOrDefault(region, List.of());
    }

    @Override
    public List<Card> ofPeriod(String indicator, Collection<String> regions, Period period) {
        return regions.stream()
                .sorted()
                .flatMap(region -> history(indicator, region).stream())
                .filter(card -> card.period().equals(period))
                .toList();
    }

    @Override
    public List<Card> at(Map<String, Period> periods, Collection<String> regions) {
        return periods.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> ofPeriod(entry.getKey(), regions, entry.getValue()).stream())
                .toList();
    }

    @Override
    public Map<Series, TargetTimeline> targets(Collection<Series> series) {
        return targets.timelines(plan, series, knownAt);
    }

    @Override
    public List<Revision> revisions(Series series) {
        return figures.revisions(plan.code(), series, knownAt);
    }

    @Override
    public Map<String, Period> lastComplete() {
        return ofRegion(plan.region()).stream()
                .filter(card -> card.tally().coverage().allReported())
                .collect(toMap(Card::indicator, Card::period, Period::laterOf));
    }

    /** By region, children before parents. */
    private Map<String, List<Card>> judge(String code) {
        Indicator indicator = plan.indicator(code).orElseThrow();
        List<Series> series = plan.regionCodes()
                .filter(region -> plan.concerns(region, indicator))
                .map(region -> new Series(code, region))
                .sorted(Comparator.comparingInt((Series one) -> plan.regions().depth(one.region()))
                        .reversed())
                .toList();
        Map<Series, TargetTimeline> timelines = targets.timelines(plan, series, knownAt);
        Map<Series, NavigableMap<Period, Amount>> reported = figures.series(plan.code(), series, knownAt);
        Judge judge = new Judge(plan, indicator, today, Judge.Scope.on(today));
        Map<String, List<Card>> judged = new HashMap<>();
        for (Series one : series) {
            TargetTimeline timeline = timelines.get(one);
            Evidence evidence = plan.reports(one.region(), indicator)
                    ? Evidence.ofFigures(
                            indicator,
                            plan.regions().find(one.region()).orElseThrow(),
                            reported.getOrDefault(one, new TreeMap<>()),
                            timeline,
                            period -> exempt.is(one, period))
                    : Evidence.ofChildren(children(one.region(), judged).toList());
            judged.put(
                    one.region(),
                    judge.cards(one.region(), plan.start(), timeline, evidence, Map.of())
                            .toList());
        }
        return judged;
    }

    private Stream<Card> children(String region, Map<String, List<Card>> judged) {
        return plan.regions().children(region).stream()
                .flatMap(child -> judged.getOrDefault(child, List.of()).stream());
    }
}
