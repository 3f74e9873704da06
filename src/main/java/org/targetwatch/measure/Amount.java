package org.targetwatch.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is reported for one indicator, region and period, in base units. */
public sealed interface Amount {

    /** A number of 元, m², pieces, places or people. */
    record Quantity(BigDecimal value) implements Amount {
        @Override
        public Quantity plus(Amount other) {
            return new Quantity(value.add(((Quantity) other).value));
        }

        @Override
        public Quantity replacing(Amount part, Amount by) {
            return new Quantity(value.subtract(((Quantity) part).value).add(((Quantity) by).value));
        }

        @Override
        public Exact in(Scale scale) {
            return Exact.of(value);
        }

        @Override
        public boolean sameAs(Amount other) {
            return other instanceof Quantity quantity && value.compareTo(quantity.value) == 0;
        }
    }

    /** Numerator and denominator; a bare percentage is never reported because percentages cannot be summed. */
    record Ratio(BigDecimal numerator, BigDecimal denominator) implements Amount {
        public Ratio {
            if (denominator.signum() <= 0) {
                throw new IllegalArgumentException("The denominator of a ratio must be above 0, not " + denominator);
            }
        }

        @Override
        public Ratio plus(Amount other) {
            Ratio ratio = (Ratio) other;
            return new Ratio(numerator.add(ratio.numerator), denominator.add(ratio.denominator));
        }

        @Override
        public Ratio replacing(Amount part, Amount by) {
            Ratio old = (Ratio) part;
            Ratio now = (Ratio) by;
            return new Ratio(
                    numerator.subtract(old.numerator).add(now.numerator),
                    denominator.subtract(old.denominator).add(now.denominator));
        }

        @Override
        public Exact in(Scale scale) {
            return Exact.of(numerator).dividedBy(Exact.of(denominator)).times(scale.factor());
        }

        @Override
        public boolean sameAs(Amount other) {
            return other instanceof Ratio ratio
                    && numerator.compareTo(ratio.numerator) == 0
                    && denominator.compareTo(ratio.denominator) == 0;
        }
    }

    /**
     * Two regions together: quantities add up, ratios add numerators and denominators (never a mean of percentages).
     * Both must be of the same form.
     */
    Amount plus(Amount other);

    /** This sum with {@code part}, which was added to it, replaced. All must be of the same form. */
    Amount replacing(Amount part, Amount by);

    /** The value that is compared with the target: 93 for 93%. */
    Exact in(Scale scale);

    /** Equal as numbers: {@code 1.0} is the same as {@code 1.00}. */
    boolean sameAs(Amount other);

    /** A sum of amounts of which there may be none; null adds nothing. */
    static @Nullable Amount sum(@Nullable Amount one, @Nullable Amount other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(other);
    }

    /** Whether {@link #replace} can tell: where an amount goes, it may have been the only one of its sum. */
    static boolean canReplace(@Nullable Amount sum, @Nullable Amount part, @Nullable Amount by) {
        return part == null || sum != null && by != null;
    }

    /** A {@link #sum} with {@code part} of it replaced. */
    static @Nullable Amount replace(@Nullable Amount sum, @Nullable Amount part, @Nullable Amount by) {
        return part == null ? sum(sum, by) : sum.replacing(part, by);
    }
}
