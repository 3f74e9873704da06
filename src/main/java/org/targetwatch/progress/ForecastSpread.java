package org.targetwatch.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import org.targetwatch.measure.Exact;

/**
 * Student's t distribution around 0. The one place of the core where numbers are {@code double}: the distribution
 * function has no exact value. It is given a plain number of standard deviations; money, counts and rates stay exact.
 */
record ForecastSpread(Exact scale, int freedom) {
    // 90% of the distribution lie below, 80% within plus and minus: the printed table, from one degree of freedom on.
    private static final String[] NINETY_PERCENT = {
        "3.078", "1.886", "1.638", "1.533", "1.476", "1.440", "1.415", "1.397", "1.383", "1.372", //
        "1.363", "1.356", "1.350", "1.345", "1.341", "1.337", "1.333", "1.330", "1.328", "1.325"
    };

    static ForecastSpread ofVariance(Exact variance, int freedom) {
        BigDecimal root = variance.rounded(30).sqrt(MathContext.DECIMAL64);
        return new ForecastSpread(Exact.of(root), freedom);
    }

    /** How far the middle 80% reach to each side. */
    Exact reach() {
        int row = Math.min(freedom, NINETY_PERCENT.length);
        return scale.times(Exact.of(NINETY_PERCENT[row - 1]));
    }

    /** The probability of at most {@code distance}, from 0 to 1. */
    Exact below(Exact distance) {
        double deviations = distance.dividedBy(scale).rounded().doubleValue();
        return Exact.of(BigDecimal.valueOf(standardBelow(deviations, freedom)));
    }

    /** In closed form for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4). */
    static double standardBelow(double t, int freedom) {
        double angle = Math.atan(t / Math.sqrt(freedom));
        double squaredCosine = Math.cos(angle) * Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? Math.cos(angle) : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < freedom; k += 2) {
            term *= squaredCosine * (k - 1) / k;
            sum += term;
        }
        double middle = Math.sin(angle) * sum;
        return (1 + (odd ? 2 / Math.PI * (angle + middle) : middle)) / 2;
    }
}
