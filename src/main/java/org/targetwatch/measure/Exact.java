package org.targetwatch.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact rational number. Judging compares unrounded values, and neither a twelfth of a target nor a share of pupils
 * is a finite decimal, so every comparison is made on fractions; {@link #rounded()} is the one place where digits are
 * dropped.
 *
 * <p>Equal numbers are equal objects. The denominator is positive; the fraction is reduced only when it has grown long, for
 * reducing costs more than all else, and most results are compared or rounded and then forgotten. What fits in two {@code
 * long}, as nearly everything on a card does, is computed with these.
 */
public final class Exact implements Comparable<Exact> {
    public static final Exact ZERO = new Exact(0, 1);
    public static final Exact ONE = new Exact(1, 1);
    public static final Exact HUNDRED = of(100);

    /** Decimals kept where a number leaves the core (storage, JSON, metrics); screens round further. */
    private static final int DECIMALS = 10;

    /** Denominators of more bits are reduced: arithmetic on shorter ones costs next to nothing. */
    private static final int MANY_BITS = 800;

    /** So many digits fit in a {@code long}, whatever they are. */
    private static final int SAFE_DIGITS = 18;

    private final long numerator;
    private final long denominator;
    /** The fraction where it does not fit in the two above, which are then 0. */
    private final @Nullable Wide wide;

    private record Wide(BigInteger numerator, BigInteger denominator) {}

    private Exact(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.wide = null;
    }

    private Exact(Wide wide) {
        this.numerator = 0;
        this.denominator = 0;
        this.wide = wide;
    }

    public static Exact of(long value) {
        return fits(value) ? new Exact(value, 1) : fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Exact of(BigDecimal value) {
        if (value.scale() >= 0 && value.scale() <= SAFE_DIGITS && value.precision() <= SAFE_DIGITS) {
            return new Exact(value.scaleByPowerOfTen(value.scale()).longValue(), powerOfTen(value.scale()));
        }
        return value.scale() <= 0
                ? fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    private static long powerOfTen(int power) {
        long result = 1;
        for (int digit = 0; digit < power; digit++) {
            result *= 10;
        }
        return result;
    }

    public static Exact of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** {@code numerator / denominator}; throws {@link ArithmeticException} for a denominator of 0. */
    public static Exact ratio(long numerator, long denominator) {
        return of(numerator).dividedBy(of(denominator));
    }

    // ---- how it is kept ----

    /** The most negative number has no counterpart above 0. */
    private static boolean fits(long value) {
        return value != Long.MIN_VALUE;
    }

    private static boolean productFits(long one, long other) {
        return Math.multiplyHigh(one, other) == (one * other) >> 63 && fits(one * other);
    }

    private static boolean sumFits(long one, long other) {
        long sum = one + other;
        return ((one ^ sum) & (other ^ sum)) >= 0 && fits(sum);
    }

    private static boolean fits(BigInteger value) {
        return value.bitLength() < Long.SIZE && fits(value.longValue());
    }

    private static Exact fraction(long numerator, long denominator) {
        return denominator < 0 ? new Exact(-numerator, -denominator) : new Exact(numerator, denominator);
    }

    private static Exact fraction(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() < 0) {
            return fraction(numerator.negate(), denominator.negate());
        }
        BigInteger divisor = denominator.bitLength() > MANY_BITS ? numerator.gcd(denominator) : BigInteger.ONE;
        return divisor.equals(BigInteger.ONE)
                ? kept(numerator, denominator)
                : kept(numerator.divide(divisor), denominator.divide(divisor));
    }

    private static Exact kept(BigInteger numerator, BigInteger denominator) {
        return fits(numerator) && fits(denominator)
                ? new Exact(numerator.longValue(), denominator.longValue())
                : new Exact(new Wide(numerator, denominator));
    }

    private boolean isNarrow(Exact other) {
        return wide == null && other.wide == null;
    }

    private BigInteger wideNumerator() {
        return wide == null ? BigInteger.valueOf(numerator) : wide.numerator;
    }

    private BigInteger wideDenominator() {
        return wide == null ? BigInteger.valueOf(denominator) : wide.denominator;
    }

    // ---- arithmetic ----

    public Exact plus(Exact other) {
        if (isNarrow(other) && denominator == other.denominator && sumFits(numerator, other.numerator)) {
            return new Exact(numerator + other.numerator, denominator);
        }
        if (isNarrow(other)
                && productFits(numerator, other.denominator)
                && productFits(other.numerator, denominator)
                && productFits(denominator, other.denominator)
                && sumFits(numerator * other.denominator, other.numerator * denominator)) {
            return new Exact(
                    numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }
        return widePlus(other);
    }

    private Exact widePlus(Exact other) {
        BigInteger own = wideDenominator();
        BigInteger others = other.wideDenominator();
        return own.equals(others)
                ? kept(wideNumerator().add(other.wideNumerator()), own)
                : fraction(
                        wideNumerator()
                                .multiply(others)
                                .add(other.wideNumerator().multiply(own)),
                        own.multiply(others));
    }

    public Exact minus(Exact other) {
        return plus(other.negated());
    }

    public Exact times(Exact other) {
        return isNarrow(other) && productFits(numerator, other.numerator) && productFits(denominator, other.denominator)
                ? new Exact(numerator * other.numerator, denominator * other.denominator)
                : fraction(
                        wideNumerator().multiply(other.wideNumerator()),
                        wideDenominator().multiply(other.wideDenominator()));
    }

    public Exact times(long factor) {
        return times(of(factor));
    }

    /** Throws {@link ArithmeticException} when {@code other} is 0. */
    public Exact dividedBy(Exact other) {
        if (other.isZero()) {
            throw new ArithmeticException("Cannot divide " + this + " by zero");
        }
        return isNarrow(other) && productFits(numerator, other.denominator) && productFits(denominator, other.numerator)
                ? fraction(numerator * other.denominator, denominator * other.numerator)
                : fraction(
                        wideNumerator().multiply(other.wideDenominator()),
                        wideDenominator().multiply(other.wideNumerator()));
    }

    public Exact dividedBy(long divisor) {
        return dividedBy(of(divisor));
    }

    public Exact negated() {
        return wide == null
                ? new Exact(-numerator, denominator)
                : new Exact(new Wide(wide.numerator.negate(), wide.denominator));
    }

    public Exact abs() {
        return isNegative() ? negated() : this;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public boolean isPositive() {
        return signum() > 0;
    }

    public boolean isNegative() {
        return signum() < 0;
    }

    private int signum() {
        return wide == null ? Long.signum(numerator) : wide.numerator.signum();
    }

    public boolean isAtLeast(Exact other) {
        return compareTo(other) >= 0;
    }

    public boolean isAtMost(Exact other) {
        return compareTo(other) <= 0;
    }

    /** The largest whole number that is not above this one. */
    public Exact floor() {
        return of(decimal(0, RoundingMode.FLOOR));
    }

    /** Half up (away from zero) at {@code decimals} places, for people's eyes. */
    public BigDecimal rounded(int decimals) {
        return decimal(decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal decimal(int decimals, RoundingMode mode) {
        return wide == null
                ? BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), decimals, mode)
                : new BigDecimal(wide.numerator).divide(new BigDecimal(wide.denominator), decimals, mode);
    }

    /** At most ten decimals, half up, without trailing zeros: the form in which a number leaves the core. */
    public BigDecimal rounded() {
        if (denominator == 1) {
            return BigDecimal.valueOf(numerator);
        }
        BigDecimal value = rounded(DECIMALS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    public int compareTo(Exact other) {
        return isNarrow(other) ? narrowCompare(other) : wideCompare(other);
    }

    /** Of products twice as long as their factors: the upper halves first. */
    private int narrowCompare(Exact other) {
        int upper = Long.compare(
                Math.multiplyHigh(numerator, other.denominator), Math.multiplyHigh(other.numerator, denominator));
        return upper == 0 ? Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator) : upper;
    }

    private int wideCompare(Exact other) {
        return wideDenominator().equals(other.wideDenominator())
                ? wideNumerator().compareTo(other.wideNumerator())
                : wideNumerator()
                        .multiply(other.wideDenominator())
                        .compareTo(other.wideNumerator().multiply(wideDenominator()));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Exact other && compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        BigInteger divisor = wideNumerator().gcd(wideDenominator());
        return Objects.hash(wideNumerator().divide(divisor), wideDenominator().divide(divisor));
    }

    /** The decimal of {@link #rounded()}. */
    @Override
    public String toString() {
        return rounded().toPlainString();
    }
}
