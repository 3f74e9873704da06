package org.targetwatch.measure;

import java.math.BigDecimal;

/** What is reported for one indicator, region and period, in base units. */
public sealed interface Amount {

    /** A number of 元, m², pieces, places or people. */
    record Quantity(BigDecimal value) implements Amount {
        @Override
        public Quantity plus(Amount other) {
            return new Quantity(value.add(((Quantity) other).value));
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

    /** The value that is compared with the target: 93 for 93%. */
    Exact in(Scale scale);

    /** Equal as numbers: {@code 1.0} is the same as {@code 1.00}. */
    boolean sameAs(Amount other);
}
