package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Exempt;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.figure.Figures;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.target.Targets;
import org.targetwatch.web.BusinessDate;

/**
 * Makes cards from figures, targets and the cards of the regions directly below; a fixed number of statements, whatever
 * the number of series. Stores nothing.
 */
@ApplicationScoped
class CardMaker {
    private final CardStore stored;
    private final Figures figures;
    private final Targets targets;
    private final Exemptions exemptions;
    private final BusinessDate businessDate;

    CardMaker(CardStore stored, Figures figures, Targets targets, Exemptions exemptions, BusinessDate businessDate) {
        this.stored = stored;
        this.figures = figures;
        this.exemptions = exemptions;
        this.targets = targets;
        this.businessDate = businessDate;
    }

    /**
     * The cards of each series from its earliest period on.
     *
     * @param earliest series of which none lies below another
     * @param instead cards that stand instead of the stored ones of regions below
     */
    List<Card> make(Plan plan, Map<Series, Period> earliest, Map<Card.Key, Card> instead) {
        Map<Series, TargetTimeline> timelines = targets.timelines(plan, earliest.keySet(), null);
        Map<Series, Evidence> evidence = evidence(plan, earliest, timelines, instead);
        Map<Series, Map<Period, Exact>> earlier = stored.actualsBefore(plan.code(), earliest);
        return earliest.entrySet().stream()
                .flatMap(entry -> {
                    Series series = entry.getKey();
                    Indicator indicator = plan.indicator(series.indicator()).orElseThrow();
                    return new Judge(plan, indicator, businessDate.today())
                            .cards(
                                    series.region(),
                                    entry.getValue(),
                                    timelines.get(series),
                                    evidence.get(series),
                                    earlier.getOrDefault(series, Map.of()));
                })
                .toList();
    }

    /** What must be made after {@code made}: the same indicators in the regions directly above. */
    static Map<Series, Period> parents(Plan plan, Map<Series, Period> made) {
        return made.entrySet().stream()
                .filter(entry -> !entry.getKey().region().equals(plan.region()))
                .collect(toMap(entry -> parent(plan, entry.getKey()), Map.Entry::getValue, Period::earlierOf));
    }

    private static Series parent(Plan plan, Series series) {
        return new Series(
                series.indicator(), plan.regions().parent(series.region()).orElseThrow());
    }

    private Map<Series, Evidence> evidence(
            Plan plan,
            Map<Series, Period> earliest,
            Map<Series, TargetTimeline> timelines,
            Map<Card.Key, Card> instead) {
        Map<Boolean, List<Series>> reporting = earliest.keySet().stream()
                .collect(partitioningBy(series -> plan.reports(
                        series.region(), plan.indicator(series.indicator()).orElseThrow())));
        Map<Series, Evidence> evidence = new HashMap<>(ofFigures(plan, reporting.get(true), timelines));
        // Where red must be confirmed, the judged period before is looked at.
        Period from = earliest.entrySet().stream()
                .map(entry -> before(plan, entry.getKey(), entry.getValue()))
                .min(Period::compareTo)
                .orElse(plan.start());
        evidence.putAll(ofChildren(plan, reporting.get(false), from, instead));
        return evidence;
    }

    private static Period before(Plan plan, Series series, Period period) {
        return plan.indicator(series.indicator())
                .orElseThrow()
                .rules()
                .judgedBefore(period)
                .orElse(period);
    }

    private Map<Series, Evidence> ofFigures(Plan plan, List<Series> wanted, Map<Series, TargetTimeline> timelines) {
        Map<Series, NavigableMap<Period, Amount>> reported = figures.series(plan.code(), wanted);
        Exempt exempt = exemptions.of(plan.code(), null);
        return wanted.stream()
                .collect(toMap(
                        series -> series,
                        series -> Evidence.ofFigures(
                                plan.indicator(series.indicator()).orElseThrow(),
                                plan.regions().find(series.region()).orElseThrow(),
                                reported.getOrDefault(series, new TreeMap<>()),
                                timelines.get(series),
                                period -> exempt.is(series, period))));
    }

    private Map<Series, Evidence> ofChildren(Plan plan, List<Series> wanted, Period from, Map<Card.Key, Card> instead) {
        List<Series> children = wanted.stream()
                .flatMap(series -> plan.regions().children(series.region()).stream()
                        .map(child -> new Series(series.indicator(), child)))
                .toList();
        Map<Card.Key, Card> below = new HashMap<>();
        stored.from(plan.code(), children, from).forEach(card -> below.put(card.key(), card));
        below.putAll(instead);
        Map<Series, List<Card>> byParent =
                below.values().stream().collect(groupingBy(card -> parent(plan, card.series())));
        return wanted.stream()
                .collect(toMap(
                        series -> series, series -> Evidence.ofChildren(byParent.getOrDefault(series, List.of()))));
    }
}
