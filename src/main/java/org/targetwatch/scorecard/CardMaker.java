package org.targetwatch.scorecard;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
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
import org.targetwatch.progress.Rules;
import org.targetwatch.scorecard.Judge.Scope;
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
    private final CardSums sums;
    private final Figures figures;
    private final Targets targets;
    private final Exemptions exemptions;
    private final BusinessDate businessDate;

    CardMaker(
            CardStore stored,
            CardSums sums,
            Figures figures,
            Targets targets,
            Exemptions exemptions,
            BusinessDate businessDate) {
        this.stored = stored;
        this.sums = sums;
        this.figures = figures;
        this.exemptions = exemptions;
        this.targets = targets;
        this.businessDate = businessDate;
    }

    /**
     * The cards of each series from its earliest period on.
     *
     * @param today the day on which they are judged
     * @param earliest series of which none lies below another
     */
    List<Card> make(LocalDate today, Plan plan, Map<Series, Period> earliest) {
        return make(plan, earliest, List.of(), CardsBefore.NONE, today, Scope.on(today));
    }

    /**
     * The same as of this day, up to a period only and without a forecast.
     *
     * @param instead cards that stand instead of the stored ones of regions below
     * @param before what {@link #before} says of all these
     */
    List<Card> makeUntil(
            Period last, Plan plan, Map<Series, Period> earliest, Collection<Card> instead, CardsBefore before) {
        LocalDate today = businessDate.today();
        return make(plan, earliest, instead, before, today, new Scope(last.earlierOf(Period.containing(today)), false));
    }

    /** The stored cards that making those of {@code levels}, the deepest first, looks at. */
    CardsBefore before(Period last, Plan plan, List<Map<Series, Period>> levels) {
        Period first = levels.stream()
                .map(level -> first(plan, level))
                .min(Period::compareTo)
                .orElse(last);
        return sums.before(plan, levels.stream().map(Map::keySet).toList(), first, last);
    }

    private List<Card> make(
            Plan plan,
            Map<Series, Period> earliest,
            Collection<Card> instead,
            CardsBefore before,
            LocalDate today,
            Scope scope) {
        Map<Series, TargetTimeline> timelines = targets.timelines(plan, earliest.keySet(), null);
        Map<Boolean, Map<Series, Period>> reporting = earliest.entrySet().stream()
                .collect(partitioningBy(
                        entry -> reports(plan, entry.getKey()), toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<Series, Evidence> evidence =
                new HashMap<>(ofFigures(plan, reporting.get(true).keySet(), timelines));
        evidence.putAll(ofChildren(plan, reporting.get(false), scope.last(), instead, before));
        Map<Series, Map<Period, Exact>> earlier =
                scope.looksAhead() ? stored.actualsBefore(plan.code(), reporting.get(false)) : Map.of();
        return earliest.entrySet().stream()
                .flatMap(entry -> judge(plan, entry.getKey(), today, scope)
                        .cards(
                                entry.getKey().region(),
                                entry.getValue(),
                                timelines.get(entry.getKey()),
                                evidence.get(entry.getKey()),
                                earlier.getOrDefault(entry.getKey(), Map.of())))
                .toList();
    }

    private static Judge judge(Plan plan, Series series, LocalDate today, Scope scope) {
        Indicator indicator = plan.indicator(series.indicator()).orElseThrow();
        return new Judge(plan, indicator, today, scope);
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

    private static boolean reports(Plan plan, Series series) {
        return plan.reports(series.region(), plan.indicator(series.indicator()).orElseThrow());
    }

    private Map<Series, Evidence> ofFigures(
            Plan plan, Collection<Series> wanted, Map<Series, TargetTimeline> timelines) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
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

    private Map<Series, Evidence> ofChildren(
            Plan plan, Map<Series, Period> wanted, Period last, Collection<Card> instead, CardsBefore before) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Series, Map<Period, Evidence.Month>> below =
                sums.of(plan, wanted.keySet(), first(plan, wanted), last, instead, before);
        return wanted.keySet().stream()
                .collect(toMap(series -> series, series -> Evidence.ofSums(below.getOrDefault(series, Map.of()))));
    }

    /** Where red must be confirmed, the judged period before is looked at. */
    private static Period first(Plan plan, Map<Series, Period> wanted) {
        return wanted.entrySet().stream()
                .map(entry -> first(
                        plan.indicator(entry.getKey().indicator()).orElseThrow().rules(), entry.getValue()))
                .min(Period::compareTo)
                .orElseThrow();
    }

    private static Period first(Rules rules, Period period) {
        return rules.confirm() ? rules.judgedBefore(period).orElse(period) : period;
    }
}
