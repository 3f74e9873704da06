package org.targetwatch.page.board;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.PlanCards;

/**
 * What a board shows, read in one go.
 *
 * @param periods each indicator's current period
 * @param current the region's card of each indicator's current period
 * @param before the card of the month before that
 * @param below the cards of the regions directly below, by indicator, each in its current period
 */
record BoardReading(
        Plan plan,
        String region,
        LocalDate today,
        Map<String, Period> periods,
        Map<String, Card> current,
        Map<String, Card> before,
        Map<String, List<Card>> below) {

    static BoardReading of(PlanCards cards, String region) {
        Plan plan = cards.plan();
        Map<String, Period> periods = cards.currentPeriods();
        return new BoardReading(
                plan,
                region,
                cards.today(),
                periods,
                own(cards, periods, region),
                own(cards, months(periods, Period::previous), region),
                known(plan, cards.at(periods, children(plan, region))).stream().collect(groupingBy(Card::indicator)));
    }

    private static Map<String, Period> months(Map<String, Period> periods, UnaryOperator<Period> month) {
        return periods.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> month.apply(entry.getValue())));
    }

    private static Map<String, Card> own(PlanCards cards, Map<String, Period> periods, String region) {
        return known(cards.plan(), cards.at(periods, List.of(region))).stream()
                .collect(toMap(Card::indicator, identity()));
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
        return Optional.ofNullable(current.get(indicator));
    }

    /** The card of the month before the current one. */
    Optional<Card> before(String indicator) {
        return Optional.ofNullable(before.get(indicator));
    }

    List<Card> below(String indicator) {
        return below.getOrDefault(indicator, List.of());
    }

    /** The latest month that any indicator stands on. */
    Period period() {
        return periods.values().stream().reduce(plan.start(), Period::laterOf);
    }

    boolean isEmpty() {
        return current.values().stream()
                .allMatch(card -> card.tally().coverage().reported()
                                + card.tally().coverage().carried()
                        == 0);
    }
}
