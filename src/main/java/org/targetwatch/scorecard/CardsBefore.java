package org.targetwatch.scorecard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Evidence.Month;

/** Stored cards that are about to be made anew, by period: what they say, and what they bring to the regions above. */
record CardsBefore(Map<Series, Map<Period, Stored>> cards) {
    static final CardsBefore NONE = new CardsBefore(Map.of());

    /** @param waits whether it waits to be judged again: it is no longer the sum of the cards below */
    record Stored(Status status, @Nullable Exact actual, Month month, boolean waits) {}

    /** Empty when there was no such card yet. */
    Optional<Stored> of(Card card) {
        return Optional.ofNullable(cards.getOrDefault(card.series(), Map.of()).get(card.period()));
    }

    /**
     * The stored sums of {@code above} with the parts of some regions below replaced by what {@code made} brings, whatever the
     * number of the others. Empty where that cannot be told, or the sum waits to be made again.
     */
    Optional<Map<Period, Month>> replaced(Series above, List<Card> made) {
        Map<Period, Month> sums = new HashMap<>();
        cards.getOrDefault(above, Map.of()).forEach((period, stored) -> {
            if (!stored.waits()) {
                sums.put(period, stored.month());
            }
        });
        for (Card card : made) {
            Optional<Month> replaced = Optional.ofNullable(sums.get(card.period()))
                    .flatMap(sum -> of(card).flatMap(part -> sum.replacing(part.month(), Month.of(card))));
            if (replaced.isEmpty()) {
                return Optional.empty();
            }
            sums.put(card.period(), replaced.get());
        }
        return Optional.of(sums);
    }
}
