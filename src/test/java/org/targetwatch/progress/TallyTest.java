package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Seeded;

class TallyTest {
    private static final int ROUNDS = 3_000;

    private static Amount quantity(int value) {
        return new Quantity(BigDecimal.valueOf(value));
    }

    /** Equal as numbers; {@code 1.0} and {@code 1.00} are the same sum. */
    private static void assertSame(Tally one, Tally other) {
        assertThat(one)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(other);
    }

    @Test
    void sum_ofTallies_isCommutativeAssociativeAndLeftAloneByTheEmptyOne() {
        Seeded.times(ROUNDS, seeded -> {
            RandomSituation random = RandomSituation.of(seeded);
            Tally a = random.tally(1);
            Tally b = random.tally(2);
            Tally c = random.tally(1);
            assertSame(a.plus(b), b.plus(a));
            assertSame(a.plus(b).plus(c), a.plus(b.plus(c)));
            assertSame(a.plus(Tally.EMPTY), a);
            assertSame(Tally.EMPTY.plus(a), a);
        });
    }

    @Test
    void parent_summedFromItsChildren_equalsTheSumOfAllLeaves() {
        Seeded.times(ROUNDS, seeded -> {
            RandomSituation random = RandomSituation.of(seeded);
            List<Tally> leaves = seeded.listOf(seeded.between(1, 12), () -> random.tally(1));
            assertSame(sumByGroups(seeded, leaves), sum(leaves));
        });
    }

    @Test
    void sum_withOnePartReplaced_isTheSumOfAllPartsAnew() {
        int[] told = {0};
        Seeded.times(ROUNDS, seeded -> {
            RandomSituation random = RandomSituation.of(seeded);
            List<Tally> parts = new ArrayList<>(seeded.listOf(seeded.between(1, 5), () -> random.tally(1)));
            Tally sum = sum(parts);
            Tally part = parts.get(0);
            Tally by = random.tally(1);
            parts.set(0, by);
            sum.replacing(part, by).ifPresent(replaced -> {
                assertSame(replaced, sum(parts));
                told[0]++;
            });
        });
        assertThat(told[0]).isGreaterThan(ROUNDS / 3);
    }

    @Test
    void sum_whoseLastAmountGoes_cannotBeTold() {
        Tally reported = RandomSituation.reported(quantity(3), null);
        Tally missing = RandomSituation.missing(BigDecimal.ONE);
        assertThat(reported.replacing(reported, missing)).isEmpty();
        assertThat(missing.replacing(missing, reported).map(Tally::amount)).contains(quantity(3));
    }

    @Test
    void sum_whoseUnknownDenominatorBecomesKnown_cannotBeTold() {
        Tally known = RandomSituation.missing(BigDecimal.ONE);
        Tally unknown = RandomSituation.missing(null);
        assertThat(unknown.plus(known).replacing(unknown, known)).isEmpty();
        assertThat(unknown.plus(known).replacing(known, unknown)).isPresent();
    }

    /** Counties of any number and size, over leaves in any cut. */
    private static Tally sumByGroups(Seeded seeded, List<Tally> leaves) {
        List<Tally> counties = new ArrayList<>();
        for (int from = 0; from < leaves.size(); ) {
            int to = seeded.between(from + 1, leaves.size());
            counties.add(sum(leaves.subList(from, to)));
            from = to;
        }
        return sum(counties);
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.EMPTY, Tally::plus);
    }

    @Test
    void sum_withAMissingRegion_keepsTheAmountAndAddsItsFrozenDenominator() {
        Tally reported = RandomSituation.reported(quantity(3), null);
        Tally missing = RandomSituation.missing(new BigDecimal("10"));
        Tally sum = reported.plus(missing).plus(missing);
        assertThat(sum.amount()).isEqualTo(quantity(3));
        assertThat(sum.coverage()).isEqualTo(new Coverage(3, 1, 0, 2));
        assertThat(sum.missingDenominator()).isEqualByComparingTo("20");
    }

    @Test
    void sum_withOneUnknownDenominator_knowsNoneAnyMore() {
        Tally known = RandomSituation.missing(new BigDecimal("10"));
        Tally unknown = RandomSituation.missing(null);
        assertThat(known.plus(unknown).missingDenominator()).isNull();
        assertThat(unknown.plus(known).missingDenominator()).isNull();
    }

    @Test
    void judged_underALastYearDirection_isOnlyWhatHasBothYears() {
        Tally both = RandomSituation.reported(quantity(3), quantity(2));
        Tally sum = both.plus(RandomSituation.reported(quantity(5), null));
        assertThat(sum.judged(true)).contains(quantity(3));
        assertThat(sum.judged(false)).contains(quantity(8));
        assertThat(sum.lastYear()).isEqualTo(quantity(2));
    }

    @Test
    void judged_withoutAnyReference_isWhatArrived() {
        assertThat(RandomSituation.reported(quantity(5), null).judged(true)).contains(quantity(5));
        assertThat(RandomSituation.missing(null).judged(true)).isEmpty();
    }

    @Test
    void coverage_allReported_onlyWhenAllReportedThisPeriod() {
        assertThat(new Coverage(2, 2, 0, 0).allReported()).isTrue();
        assertThat(new Coverage(2, 1, 1, 0).allReported()).isFalse();
        assertThat(new Coverage(2, 1, 0, 1).allReported()).isFalse();
    }
}
