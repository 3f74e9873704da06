package org.targetwatch.progress;

import java.math.MathContext;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;
import org.targetwatch.progress.Bound.Side;

/** From {@code low} to {@code high}, both included: where a value may lie when luck is allowed for. */
public record Interval(Exact low, Exact high) {
    /** The 97.5% point of the normal distribution, as tables print it: 2.5% of luck are cut off on either side. */
    private static final Exact Z = Exact.of("1.959964");

    private static final Exact Z_SQUARED = Z.times(Z);

    /** Decimals of what a root is taken of, so that nobody will ever see the rounding. */
    private static final int DECIMALS = 30;

    /** A value that stands for itself. */
    static Interval of(Exact value) {
        return new Interval(value, value);
    }

    /**
     * The Wilson 95% score interval of a share, in {@code scale}. With x of n and z = 1.959964 it is
     * (x + z²/2 ± z·√(x(n−x)/n + z²/4)) ÷ (n + z²): never below 0 or above all, and of some width even for none or all.
     * The root is taken to 34 digits, half even; everything else is exact.
     *
     * @param share with a numerator from 0 to the denominator
     */
    static Interval wilson(Amount.Ratio share, Scale scale) {
        Exact part = Exact.of(share.numerator());
        Exact whole = Exact.of(share.denominator());
        Exact spread = part.times(whole.minus(part)).dividedBy(whole).plus(Z_SQUARED.dividedBy(4));
        Exact reach = Z.times(root(spread));
        Exact centre = part.plus(Z_SQUARED.dividedBy(2));
        Exact unit = scale.factor().dividedBy(whole.plus(Z_SQUARED));
        return new Interval(centre.minus(reach).times(unit), centre.plus(reach).times(unit));
    }

    private static Exact root(Exact square) {
        return Exact.of(square.rounded(DECIMALS).sqrt(MathContext.DECIMAL128));
    }

    /** Whether all of this lies on the {@code better} side of all of {@code other}; touching is not enough. */
    boolean isBeyond(Interval other, Side better) {
        return better == Side.LOWER ? low.compareTo(other.high) > 0 : high.compareTo(other.low) < 0;
    }
}
