package org.targetwatch.supervision;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.GapSplit;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.PlanCards;

/**
 * One look at one indicator: which regions' cards ask for a slip. The city's goes to its lead office and names the counties
 * that hold the gap. A county gets one of its own where it was given a target, or where the city itself lags and the county
 * holds a large part of that: eleven letters to eleven counties would say nothing to anybody.
 */
final class Round {
    private final Indicator indicator;
    private final PlanCards cards;
    private final SupervisionConfig config;
    private final Period current;
    private final Map<String, Card> byRegion;
    private final Map<String, Optional<GapSplit>> splits = new HashMap<>();

    Round(Indicator indicator, PlanCards cards, SupervisionConfig config) {
        this.indicator = indicator;
        this.cards = cards;
        this.config = config;
        this.current = cards.currentPeriods().get(indicator.code());
        this.byRegion = cards.ofPeriod(indicator.code(), plan().regionCodes().toList(), current).stream()
                .collect(toMap(Card::region, identity()));
    }

    private Plan plan() {
        return cards.plan();
    }

    Period current() {
        return current;
    }

    /** The cards of the current period that ask for a slip. */
    List<Card> lagging() {
        List<Card> red =
                plan().regionCodes().flatMap(region -> red(region).stream()).toList();
        Set<String> promised =
                cards.withOwnTarget(red).stream().map(Card::region).collect(toSet());
        return red.stream()
                .filter(card -> isAskedAfter(card, promised))
                .filter(card ->
                        config.rule(indicator.rules().commitment()).opensFor(indicator, upToCurrent(card.region())))
                .toList();
    }

    private Optional<Card> red(String region) {
        return Optional.ofNullable(byRegion.get(region))
                .filter(Card::isExpected)
                .filter(card -> OpeningRule.isRed(card.assessment().status()));
    }

    /** The region's cards up to the current period. */
    List<Card> upToCurrent(String region) {
        return cards.history(indicator.code(), region).stream()
                .filter(Card::isExpected)
                .filter(card -> !card.period().isAfter(current))
                .toList();
    }

    private boolean isAskedAfter(Card card, Set<String> promised) {
        return card.region().equals(plan().region())
                || !indicator.confidential() && (promised.contains(card.region()) || holdsMuchOfTheGap(card));
    }

    private boolean holdsMuchOfTheGap(Card card) {
        return plan().regions()
                .parent(card.region())
                .flatMap(this::red)
                .flatMap(this::split)
                .map(split -> share(split, card.region()).isAtLeast(Exact.of(config.countyShare())))
                .orElse(false);
    }

    private Optional<GapSplit> split(Card parent) {
        return splits.computeIfAbsent(parent.region(), region -> cards.gapSplit(parent, below(region)));
    }

    private List<Card> below(String region) {
        return plan().regions().children(region).stream()
                .map(byRegion::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The region's part of what is missing, 0 to 1; surpluses elsewhere make nobody's part larger. */
    private static Exact share(GapSplit split, String region) {
        Exact missing = split.parts().stream().map(Round::missing).reduce(Exact.ZERO, Exact::plus);
        Optional<Exact> own = split.parts().stream()
                .filter(part -> part.region().equals(region))
                .map(Round::missing)
                .findFirst();
        return missing.isPositive() ? own.orElse(Exact.ZERO).dividedBy(missing) : Exact.ZERO;
    }

    private static Exact missing(GapSplit.Part part) {
        return part.count() == null ? Exact.ZERO : part.count().exact().max(Exact.ZERO);
    }

    List<Share> shares(Card card) {
        return Share.largest(split(card));
    }

    /** Whether the figure has recovered in {@code since}: green for some judged months in a row, or in the last one there is. */
    boolean hasRecovered(List<Card> since) {
        boolean isLast = !current.isBefore(indicator.lastPeriod());
        return greenStreak(since) >= (isLast ? 1 : config.recoveryPeriods());
    }

    private static int greenStreak(List<Card> cards) {
        int streak = 0;
        for (Card card : cards) {
            if (OpeningRule.isJudged(card)) {
                streak = card.assessment().status().isGreen() ? streak + 1 : 0;
            }
        }
        return streak;
    }
}
