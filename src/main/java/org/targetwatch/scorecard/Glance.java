package org.targetwatch.scorecard;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Status;

/**
 * What is seen of a card among hundreds, read at a fraction of its cost.
 *
 * @param actual in the base unit; null when nothing was reported
 * @param bound the target and the side that is good; null without one
 */
public record Glance(String region, String indicator, Status status, @Nullable Exact actual, @Nullable Bound bound) {
    static Glance of(Card card) {
        return new Glance(
                card.region(),
                card.indicator(),
                card.assessment().status(),
                card.assessment().actual(),
                card.assessment().bound());
    }
}
