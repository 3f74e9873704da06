package org.targetwatch.scorecard;

import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Amount;
import org.targetwatch.progress.Comparison;
import org.targetwatch.progress.Comparison.Entrant;
import org.targetwatch.progress.Direction;

/**
 * Cards of regions side by side.
 *
 * @param cards those of regions of which something is expected
 */
public record Compared(List<Card> cards, Comparison comparison) {

    /** @param children of these, the ones of which nothing is expected (any more) are left out */
    public static Compared of(List<Card> children, Indicator indicator) {
        List<Card> below = children.stream().filter(Card::isExpected).toList();
        Direction direction = indicator.target().direction();
        return new Compared(
                below,
                Comparison.of(
                        indicator.rules().measure(),
                        direction.better().orElse(null),
                        below.stream().map(child -> entrant(child, direction)).toList()));
    }

    /** Under a last-year direction every region has its promise, whether or not its reference is known. */
    private static Entrant entrant(Card card, Direction direction) {
        return new Entrant(
                card.region(),
                amount(card, direction).orElse(null),
                card.assessment().bound() != null || direction.comparesWithLastYear(),
                card.assessment().completionRate());
    }

    /** What of a card is compared. */
    static Optional<Amount> amount(Card card, Direction direction) {
        return card.tally().judged(direction.comparesWithLastYear());
    }
}
