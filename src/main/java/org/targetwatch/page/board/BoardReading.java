package org.targetwatch.page.board;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Glance;
import org.targetwatch.scorecard.PlanCards;

/**
 * What a board shows, read in one go.
 *
 * @param periods each indicator's current period
 * @param before the region's card of the month before that
 * @param loudest of the cards that are shown those that call most for somebody in charge, the loudest first
 * @param belowLoudest the same cards of the regions directly below, by indicator
 * @param below what is seen of all cards of these regions, by indicator
 */
record BoardReading(
        Selection selection,
        String region,
        LocalDate today,
        Map<String, Period> periods,
        Map<String, Card> before,
        List<Card> loudest,
        Map<String, List<Card>> belowLoudest,
        Map<String, List<Glance>> below) {

    static BoardReading of(PlanCards cards, String region, BoardFilter filter) {
        Plan plan = cards.plan();
        Map<String, Period> periods = cards.currentPeriods();
        Selection selection = new Selection(plan, filter, own(cards, periods, region));
        List<Card> loudest = Need.loudest(selection);
        List<String> children = plan.regions().children(region);
        return new BoardReading(
                selection,
                region,
                cards.today(),
                periods,
                own(cards, months(periods, Period::previous), region),
                loudest,
                expected(cards.at(ofEach(loudest), children)).collect(groupingBy(Card::indicator)),
                cards.glances(periods, children).stream().collect(groupingBy(Glance::indicator)));
    }

    private static Map<String, Period> ofEach(List<Card> cards) {
        return cards.stream().collect(toMap(Card::indicator, Card::period));
    }

    private static Stream<Card> expected(List<Card> cards) {
        return cards.stream().filter(Card::isExpected);
    }

    private static Map<String, Period> months(Map<String, Period> periods, UnaryOperator<Period> month) {
        return periods.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> month.apply(entry.getValue())));
    }

    private static Map<String, Card> own(PlanCards cards, Map<String, Period> periods, String region) {
        return expected(cards.at(periods, List.of(region))).collect(toMap(Card::indicator, identity()));
    }

    Plan plan() {
        return selection.plan();
    }

    List<String> children() {
        return plan().regions().children(region);
    }

    /** The card of the month before the current one. */
    Optional<Card> before(String indicator) {
        return Optional.ofNullable(before.get(indicator));
    }

    List<Card> belowLoudest(String indicator) {
        return belowLoudest.getOrDefault(indicator, List.of());
    }

    List<Glance> below(String indicator) {
        return below.getOrDefault(indicator, List.of());
    }

    /** The latest month that any indicator stands on. */
    Period period() {
        return periods.values().stream().reduce(plan().start(), Period::laterOf);
    }

    boolean isEmpty() {
        return selection.current().values().stream()
                .allMatch(card -> card.tally().coverage().reported()
                                + card.tally().coverage().carried()
                        == 0);
    }
}
