package org.targetwatch.page.board;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.PlanCards;

/**
 * What a board shows, read in one go.
 *
 * @param periods each indicator's current period
 * @param own the region's cards, by indicator and period
 * @param below the cards of the regions directly below, by indicator, each in its current period
 */
record BoardReading(
        Plan plan,
        String region,
        LocalDate today,
        Map<String, Period> periods,
        Map<String, Map<Period, Card>> own,
        Map<String, List<Card>> below) {

    static BoardReading of(PlanCards cards, String region) {
        Plan plan = cards.plan();
        Map<String, Period> periods = cards.currentPeriods();
        return new BoardReading(
                plan,
                region,
                cards.today(),
                periods,
                known(plan, cards.ofRegion(region)).stream()
                        .collect(groupingBy(Card::indicator, toMap(Card::period, identity()))),
                known(plan, cards.at(periods, children(plan, region))).stream().collect(groupingBy(Card::indicator)));
    }

    private static List<Card> known(Plan plan, Collection<Card> cards) {
        return cards.stream()
                .filter(Card::isExpected)
                .filter(card -> plan.indicator(card.indicator()).isPresent())
                .toList();
    }

    private static List<String> children(Plan plan, String region) {
        return plan.regions().children(region);
    }

    List<String> children() {
        return children(plan, region);
    }

    Optional<Card> current(String indicator) {
        return at(indicator, periods.get(indicator));
    }

    /** The card of the month before the current one. */
    Optional<Card> before(String indicator) {
        return at(indicator, periods.get(indicator).previous());
    }

    private Optional<Card> at(String indicator, Period period) {
        return Optional.ofNullable(own.getOrDefault(indicator, Map.of()).get(period));
    }

    List<Card> below(String indicator) {
        return below.getOrDefault(indicator, List.of());
    }

    /** The latest month that any indicator stands on. */
    Period period() {
        return periods.values().stream().reduce(plan.start(), Period::laterOf);
    }

    boolean isEmpty() {
        return own.keySet().stream()
                .flatMap(indicator -> current(indicator).stream())
                .allMatch(card -> card.tally().coverage().reported()
                                + card.tally().coverage().carried()
                        == 0);
    }
}
