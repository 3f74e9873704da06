package org.targetwatch.supervision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;

/**
 * What the card said when a slip was opened; it stands there whatever is corrected later. Values as on the card: base
 * units, or 93 for 93%.
 *
 * @param gap what was missing to the target, in its unit
 * @param gapCount the same in people, classes, 元
 */
public record Finding(
        Period period,
        Status status,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal target,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal gapCount,
        @Nullable BigDecimal lagPoints) {

    public static Finding of(Card card) {
        Assessment assessment = card.assessment();
        Bound bound = assessment.bound();
        return new Finding(
                card.period(),
                assessment.status(),
                rounded(assessment.actual()),
                bound == null ? null : bound.value().rounded(),
                rounded(assessment.expected()),
                rounded(assessment.gap()),
                rounded(assessment.gapCount()),
                rounded(assessment.lagPoints()));
    }

    private static @Nullable BigDecimal rounded(@Nullable Exact number) {
        return number == null ? null : number.rounded();
    }
}
