package org.targetwatch.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Status;

/**
 * What accepting figures does to a card of the period they are about.
 *
 * @param from the status before, null when there was no card yet
 * @param fromActual the value before, in the unit of the card
 */
@Schema(name = "Effect")
public record Effect(
        String indicator,
        String region,
        Period period,
        @Nullable Status from,
        Status to,
        @Nullable BigDecimal fromActual,
        @Nullable BigDecimal toActual) {

    /** @param before null when there was no card yet */
    static Effect of(CardsBefore.@Nullable Stored before, Card after) {
        return new Effect(
                after.indicator(),
                after.region(),
                after.period(),
                before == null ? null : before.status(),
                after.assessment().status(),
                before == null ? null : decimal(before.actual()),
                decimal(after.assessment().actual()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Exact number) {
        return Optional.ofNullable(number).map(Exact::rounded).orElse(null);
    }

    /** Whether people would see a difference. */
    boolean isVisible() {
        boolean sameActual =
                fromActual == null || toActual == null ? fromActual == toActual : fromActual.compareTo(toActual) == 0;
        return from != to || !sameActual;
    }
}
