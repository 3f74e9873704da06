package org.targetwatch.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact rational number. Judging compares unrounded values, and neither a twelfth of a target nor a share of pupils
 * is a finite decimal, so every comparison is made on fractions; {@link #rounded()} is the one place where digits are
 * dropped.
 *
 * <p>Equal numbers are equal objects. The denominator is positive; the fraction is reduced only when it has grown long, for
 * reducing costs more than all else, and most results are compared or rounded and then forgotten.
 */
public final class Exact implements Comparable<Exact> {
    public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);
    public static final Exact ONE = new Exact(BigInteger.ONE, BigInteger.ONE);
    public static final Exact HUNDRED = of(100);

    /** Decimals kept where a number leaves the core (storage, JSON, metrics); screens round further. */
    private static final int DECIMALS = 10;

    /** Denominators of more bits are reduced: arithmetic on shorter ones costs next to nothing. */
    private static final int LONG = 160;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Exact(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Exact of(long value) {
        return new Exact(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Exact of(BigDecimal value) {
        return value.scale() <= 0
                ? new Exact(value.toBigIntegerExact(), BigInteger.ONE)
                : fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    public static Exact of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** {@code numerator / denominator}; throws {@link ArithmeticException} for a denominator of 0. */
    public static Exact ratio(long numerator, long denominator) {
        return of(numerator).dividedBy(of(denominator));
    }

    private static Exact fraction(BigInteger numerator, BigInteger denominator) {
        Exact fraction = denominator.signum() < 0
                ? new Exact(numerator.negate(), denominator.negate())
                : new Exact(numerator, denominator);
        return denominator.bitLength() > LONG ? fraction.reduced() : fraction;
    }

    private Exact reduced() {
        BigInteger divisor = numerator.gcd(denominator);
        return divisor.equals(BigInteger.ONE)
                ? this
                : new Exact(numerator.divide(divisor), denominator.divide(divisor));
    }

    public Exact plus(Exact other) {
        return denominator.equals(other.denominator)
                ? new Exact(numerator.add(other.numerator), denominator)
                : fraction(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    public Exact minus(Exact other) {
        return plus(other.negated());
    }

    public Exact times(Exact other) {
        return fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Exact times(long factor) {
        return times(of(factor));
    }

    /** Throws {@link ArithmeticException} when {@code other} is 0. */
    public Exact dividedBy(Exact other) {
        if (other.isZero()) {
            throw new ArithmeticException("Cannot divide " + this + " by zero");
        }
        return fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Exact dividedBy(long divisor) {
        return dividedBy(of(divisor));
    }

    public Exact negated() {
        return new Exact(numerator.negate(), denominator);
    }

    public Exact abs() {
        return numerator.signum() < 0 ? negated() : this;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public boolean isPositive() {
        return numerator.signum() > 0;
    }

    public boolean isNegative() {
        return numerator.signum() < 0;
    }

    public boolean isAtLeast(Exact other) {
        return compareTo(other) >= 0;
    }

    public boolean isAtMost(Exact other) {
        return compareTo(other) <= 0;
    }

    /** The largest whole number that is not above this one. */
    public Exact floor() {
        return of(new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, RoundingMode.FLOOR));
    }

    /** Half up (away from zero) at {@code decimals} places, for people's eyes. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** At most ten decimals, half up, without trailing zeros: the form in which a number leaves the core. */
    public BigDecimal rounded() {
        BigDecimal value = rounded(DECIMALS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    public int compareTo(Exact other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Exact other && compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        Exact reduced = reduced();
        return Objects.hash(reduced.numerator, reduced.denominator);
    }

    /** The decimal of {@link #rounded()}. */
    @Override
    public String toString() {
        return rounded().toPlainString();
    }
}
