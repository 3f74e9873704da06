package org.targetwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTest {
    private static final int ROUNDS = 2_000;

    @Test
    void sum_ofAnyNumbers_isCommutativeAssociativeAndUndoneByMinus() {
        Seeded.times(ROUNDS, seeded -> {
            Exact a = seeded.rational();
            Exact b = seeded.rational();
            Exact c = seeded.rational();
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.plus(Exact.ZERO)).isEqualTo(a);
            assertThat(a.plus(a.negated())).isEqualTo(Exact.ZERO);
        });
    }

    @Test
    void product_ofAnyNumbers_isCommutativeAssociativeDistributiveAndUndoneByDivision() {
        Seeded.times(ROUNDS, seeded -> {
            Exact a = seeded.rational();
            Exact b = seeded.rational();
            Exact c = seeded.rational();
            assertThat(a.times(b)).isEqualTo(b.times(a));
            assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
            assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
            assertThat(a.times(Exact.ONE)).isEqualTo(a);
            if (!b.isZero()) {
                assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
            }
        });
    }

    /** Whether a number is kept in two longs or not, and wherever that changes, the result is that of whole numbers of any length. */
    @Test
    void arithmetic_aroundTheEndsOfLong_isThatOfAnyLength() {
        Seeded.times(ROUNDS, seeded -> {
            Fraction a = Fraction.random(seeded);
            Fraction b = Fraction.random(seeded);
            assertThat(a.exact().plus(b.exact())).isEqualTo(a.plus(b).exact());
            assertThat(a.exact().minus(b.exact())).isEqualTo(a.plus(b.negated()).exact());
            assertThat(a.exact().times(b.exact())).isEqualTo(a.times(b).exact());
            assertThat(a.exact().compareTo(b.exact()))
                    .isEqualTo(a.plus(b.negated()).numerator().signum());
            assertThat(a.exact().abs().isNegative()).isFalse();
            assertThat(a.exact().rounded(3)).isEqualTo(a.rounded(3));
            if (b.numerator().signum() != 0) {
                assertThat(a.exact().dividedBy(b.exact()))
                        .isEqualTo(a.times(b.inverse()).exact());
            }
            assertThat(a.exact().plus(b.exact()).minus(b.exact()))
                    .isEqualTo(a.exact())
                    .hasSameHashCodeAs(a.exact());
        });
    }

    /** The textbook's rules, on numbers of any length; nothing is reduced and nothing is quick. */
    private record Fraction(BigInteger numerator, BigInteger denominator) {
        private static final List<BigInteger> ENDS = Stream.of(
                        "1",
                        "10",
                        "1000000007",
                        "3037000500",
                        "4611686018427387904",
                        "9223372036854775807",
                        "9223372036854775808",
                        "18446744073709551616",
                        "100000000000000000000000000000000000000000")
                .map(BigInteger::new)
                .toList();

        static Fraction random(Seeded seeded) {
            BigInteger numerator = near(seeded).multiply(BigInteger.valueOf(seeded.oneOf(1, -1)));
            return new Fraction(numerator, near(seeded).abs().max(BigInteger.ONE));
        }

        private static BigInteger near(Seeded seeded) {
            return ENDS.get(seeded.between(0, ENDS.size() - 1)).add(BigInteger.valueOf(seeded.between(-2, 2)));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Fraction times(Fraction other) {
            return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
        }

        Fraction negated() {
            return new Fraction(numerator.negate(), denominator);
        }

        Fraction inverse() {
            return numerator.signum() < 0
                    ? new Fraction(denominator.negate(), numerator.negate())
                    : new Fraction(denominator, numerator);
        }

        BigDecimal rounded(int decimals) {
            return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
        }

        Exact exact() {
            return Exact.of(new BigDecimal(numerator)).dividedBy(Exact.of(new BigDecimal(denominator)));
        }
    }

    @Test
    void order_ofAnyNumbers_isThatOfTheirDifference() {
        Seeded.times(ROUNDS, seeded -> {
            Exact a = seeded.rational();
            Exact b = seeded.rational();
            Exact difference = a.minus(b);
            assertThat(a.compareTo(b)).isEqualTo(-b.compareTo(a)).isEqualTo(difference.compareTo(Exact.ZERO));
            assertThat(a.isAtLeast(b)).isEqualTo(!difference.isNegative());
            assertThat(a.isAtMost(b)).isEqualTo(!difference.isPositive());
            assertThat(a.equals(b)).isEqualTo(difference.isZero());
            assertThat(a.max(b).plus(a.min(b))).isEqualTo(a.plus(b));
            assertThat(a.max(b).minus(a.min(b))).isEqualTo(difference.abs());
        });
    }

    @Test
    void rounding_ofAnyNumber_isTheNearestDecimalAndAwayFromZeroInTheMiddle() {
        Seeded.times(ROUNDS, seeded -> {
            Exact exact = seeded.rational();
            int decimals = seeded.between(0, 3);
            Exact rounded = Exact.of(exact.rounded(decimals));
            Exact half = Exact.ratio(1, 2).dividedBy((long) Math.pow(10, decimals));
            Exact error = rounded.abs().minus(exact.abs());
            assertThat(error.isAtMost(half)).isTrue();
            assertThat(error.compareTo(half.negated())).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 0, 3",
        "-2.5, 0, -3",
        "2.4999, 0, 2",
        "-2.4999, 0, -2",
        "0.005, 2, 0.01",
        "-0.005, 2, -0.01",
        "0, 2, 0.00",
        "1250, -2, 1300"
    })
    void rounded_halfway_goesAwayFromZero(String value, int decimals, BigDecimal expected) {
        assertThat(Exact.of(value).rounded(decimals)).isEqualByComparingTo(expected);
    }

    @Test
    void rounded_withoutDecimals_keepsTenDropsTrailingZerosAndHasNoExponent() {
        assertThat(Exact.ratio(2, 3).rounded()).isEqualTo(new BigDecimal("0.6666666667"));
        assertThat(Exact.ratio(-2, 3).rounded()).isEqualTo(new BigDecimal("-0.6666666667"));
        assertThat(Exact.of("1.500").rounded()).isEqualTo(new BigDecimal("1.5"));
        assertThat(Exact.of("2E+9").rounded()).isEqualTo(new BigDecimal("2000000000"));
        assertThat(Exact.ZERO.rounded()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2", "-2.5, -3", "2, 2", "-2, -2", "0.1, 0", "-0.1, -1", "0, 0"})
    void floor_ofANumber_isTheLargestWholeNumberNotAbove(String value, long expected) {
        assertThat(Exact.of(value).floor()).isEqualTo(Exact.of(expected));
    }

    @Test
    void equality_ofEqualNumbers_doesNotDependOnHowTheyAreWritten() {
        assertThat(Exact.of("1.50"))
                .isEqualTo(Exact.of("1.5"))
                .isEqualTo(Exact.ratio(3, 2))
                .isEqualTo(Exact.ratio(-6, -4))
                .hasSameHashCodeAs(Exact.ratio(-6, -4));
        assertThat(Exact.of("1E+2")).isEqualTo(Exact.HUNDRED).isEqualTo(Exact.of(100L));
        assertThat(Exact.of("0.000")).isEqualTo(Exact.ZERO).isEqualTo(Exact.ratio(0, -7));
        assertThat(Exact.ratio(3, 2))
                .isNotEqualTo(Exact.ratio(3, 4))
                .isNotEqualTo(Exact.ratio(1, 2))
                .isNotEqualTo("1.5");
    }

    @Test
    void sign_ofEachNumber_isExactlyOne() {
        assertThat(Exact.of(-1)).matches(Exact::isNegative).matches(one -> !one.isPositive() && !one.isZero());
        assertThat(Exact.of(1)).matches(Exact::isPositive).matches(one -> !one.isNegative() && !one.isZero());
        assertThat(Exact.ZERO).matches(Exact::isZero).matches(zero -> !zero.isNegative() && !zero.isPositive());
        assertThat(Exact.ratio(-3, 2).abs())
                .isEqualTo(Exact.ratio(3, -2).negated())
                .isEqualTo(Exact.of("1.5"));
    }

    @Test
    void max_ofEqualNumbers_isEither() {
        assertThat(Exact.of(2).max(Exact.of("2.0"))).isEqualTo(Exact.of(2));
        assertThat(Exact.of(2).min(Exact.of("2.0"))).isEqualTo(Exact.of(2));
    }

    @Test
    void division_byZero_isRefusedInASentence() {
        assertThatThrownBy(() -> Exact.of(3).dividedBy(Exact.ZERO))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Cannot divide 3 by zero");
        assertThatThrownBy(() -> Exact.ratio(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.ONE.dividedBy(0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void text_ofANumber_isItsPlainDecimal() {
        assertThat(Exact.ratio(1, 3)).hasToString("0.3333333333");
        assertThat(Exact.of("2E+9")).hasToString("2000000000");
        assertThat(Exact.of("-12.50")).hasToString("-12.5");
    }
}
