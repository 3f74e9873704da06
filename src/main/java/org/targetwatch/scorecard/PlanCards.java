package org.targetwatch.scorecard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Revision;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.GapSplit;
import org.targetwatch.target.TargetTimeline;

/** The cards of one plan: as they are stored now, or as they would have been at an earlier moment. */
public interface PlanCards {
    Plan plan();

    /** The business date on which these cards were judged. */
    LocalDate today();

    /** All cards of a region, by indicator and period. */
    List<Card> ofRegion(String region);

    /** One indicator's cards in a region, by period. */
    List<Card> history(String indicator, String region);

    /** One indicator's cards in one period, of those of {@code regions} that have one. */
    List<Card> ofPeriod(String indicator, Collection<String> regions, Period period);

    /** Each indicator's cards in its period of {@code periods}, of those of {@code regions} that have one. */
    List<Card> at(Map<String, Period> periods, Collection<String> regions);

    /** The same of those cards of which anything is expected, at a glance. */
    default List<Glance> glances(Map<String, Period> periods, Collection<String> regions) {
        return at(periods, regions).stream()
                .filter(Card::isExpected)
                .map(Glance::of)
                .toList();
    }

    /** Which targets each of the series is judged against. */
    Map<Series, TargetTimeline> targets(Collection<Series> series);

    default TargetTimeline targets(Series series) {
        return targets(List.of(series)).get(series);
    }

    /** The revisions that the series' own figures rest on, by period; empty where only regions below report. */
    List<Revision> revisions(Series series);

    /** By indicator: the latest period for which every region below the plan's own has reported. */
    Map<String, Period> lastComplete();

    /** Whose share the gap of {@code card} is; empty while there is no target or nothing was reported. */
    default Optional<GapSplit> gapSplit(Card card) {
        return gapSplit(card, ofPeriod(card.indicator(), plan().regions().children(card.region()), card.period()));
    }

    /** The same for one who has read the cards of the regions directly {@code below}. */
    default Optional<GapSplit> gapSplit(Card card, List<Card> below) {
        return GapAnswer.split(card, below, plan().requireIndicator(card.indicator()));
    }

    /** Those of {@code cards} whose region was judged against a target of its own, not one that was handed down. */
    default List<Card> withOwnTarget(Collection<Card> cards) {
        Map<Series, TargetTimeline> targets =
                targets(cards.stream().map(Card::series).toList());
        return cards.stream()
                .filter(card -> card.region().equals(plan().region())
                        || targets.get(card.series()).decisions().stream()
                                .anyMatch(decision -> !card.period().isBefore(decision.from())))
                .toList();
    }

    default Optional<Card> card(String indicator, String region, Period period) {
        return ofPeriod(indicator, List.of(region), period).stream().findFirst();
    }

    /**
     * Which period is "now", by indicator: the latest whose due day has passed or which every expected region has
     * reported; the plan's first month before that. Later periods are provisional ({@code design.md} 3).
     */
    default Map<String, Period> currentPeriods() {
        Map<String, Period> complete = lastComplete();
        Map<String, Period> current = new HashMap<>();
        plan().indicators().forEach((code, indicator) -> {
            Period due = lastDue(indicator);
            // A month for which nothing is asked is complete from its first day on; that makes nothing new.
            Optional<Period> reported = Optional.ofNullable(complete.get(code)).flatMap(indicator.rules()::lastAsked);
            current.put(code, due.laterOf(reported.orElse(due)));
        });
        return current;
    }

    private Period lastDue(Indicator indicator) {
        Period last = Period.containing(today()).earlierOf(indicator.rules().lastPeriod());
        while (last.isAfter(plan().start()) && !today().isAfter(plan().dueDays().of(last))) {
            last = last.previous();
        }
        return last.laterOf(plan().start());
    }
}
