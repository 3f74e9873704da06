package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Seeded;
import org.targetwatch.progress.Bound.Side;
import org.targetwatch.progress.GapSplit.Count;
import org.targetwatch.progress.GapSplit.Part;
import org.targetwatch.progress.GapSplit.Share;

class GapSplitTest {
    private static final int ROUNDS = 3_000;
    private static final Bound AT_LEAST_93 = new Bound(Side.LOWER, Exact.of(93));

    private static Share ratio(String region, int numerator, int denominator) {
        return new Share(region, new Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator)), null);
    }

    private static Share quantity(String region, String value, @Nullable String target) {
        Bound bound = target == null ? null : new Bound(Side.LOWER, Exact.of(target));
        return new Share(region, new Quantity(new BigDecimal(value)), bound);
    }

    private static Count count(String exact, long shown) {
        return new Count(Exact.of(exact), Exact.of(shown));
    }

    @Test
    void ratio_splitOverTwoCounties_measuresBothByTheCitysTarget() {
        GapSplit split =
                GapSplit.ofRatio(AT_LEAST_93, Scale.PERCENT, List.of(ratio("A", 980, 1000), ratio("B", 7920, 9000)));
        assertThat(split.total()).isEqualTo(count("400", 400));
        assertThat(split.parts()).containsExactly(new Part("A", count("-50", -50)), new Part("B", count("450", 450)));
        assertThat(split.unallocated()).isEqualTo(count("0", 0));
    }

    @Test
    void ceiling_splitOverTwoCounties_countsWhatIsTooMuch() {
        Bound atMost3 = new Bound(Side.UPPER, Exact.of(3));
        GapSplit split = GapSplit.ofRatio(atMost3, Scale.PERCENT, List.of(ratio("A", 34, 1000), ratio("B", 29, 1000)));
        assertThat(split.total()).isEqualTo(count("3", 3));
        assertThat(split.parts()).containsExactly(new Part("A", count("4", 4)), new Part("B", count("-1", -1)));
    }

    @Test
    void quantity_whoseCountiesPromisedLess_leavesTheRestUnallocated() {
        GapSplit split = GapSplit.ofQuantity(
                Exact.of(12), List.of(quantity("A", "5", "8"), quantity("B", "3", "9"), quantity("C", "0", null)));
        assertThat(split.parts())
                .containsExactly(new Part("A", count("3", 3)), new Part("B", count("6", 6)), new Part("C", null));
        assertThat(split.unallocated()).isEqualTo(count("3", 3));
    }

    @Test
    void county_thatHasNotReported_standsWithoutANumber() {
        GapSplit split = GapSplit.ofRatio(
                AT_LEAST_93, Scale.PERCENT, List.of(ratio("A", 980, 1000), new Share("B", null, null)));
        assertThat(split.parts()).containsExactly(new Part("A", count("-50", -50)), new Part("B", null));
        Share unreported = new Share("C", null, AT_LEAST_93);
        assertThat(GapSplit.ofQuantity(Exact.of(2), List.of(unreported)).parts())
                .containsExactly(new Part("C", null));
    }

    @Test
    void shownParts_ofThirds_giveTheRestToThoseThatLostMost() {
        GapSplit split = GapSplit.ofRatio(
                new Bound(Side.LOWER, Exact.of(50)),
                Scale.PERCENT,
                List.of(ratio("A", 1, 3), ratio("B", 1, 3), ratio("C", 3, 8)));
        assertThat(split.total()).isEqualTo(count("2", 2));
        assertThat(split.parts())
                .as("half a person each: the first of equals is rounded up")
                .containsExactly(
                        new Part("A", count("0.5", 1)), new Part("B", count("0.5", 0)), new Part("C", count("1", 1)));
    }

    @Test
    void parts_ofAnySplit_sumToTheTotalExactlyAndAsShown() {
        Seeded.times(ROUNDS, seeded -> {
            GapSplit split = seeded.chance(50) ? anyRatio(seeded) : anyQuantity(seeded);
            assertThat(sum(split, Count::exact)).isEqualTo(split.total().exact());
            assertThat(sum(split, Count::shown)).isEqualTo(split.total().shown());
            assertThat(split.total().shown())
                    .isEqualTo(Exact.of(split.total().exact().rounded(0)));
            assertThat(counts(split)).allSatisfy(count -> {
                assertThat(count.shown().minus(count.exact()).abs()).isLessThan(Exact.ONE);
                assertThat(count.shown()).isEqualTo(Exact.of(count.shown().rounded(0)));
            });
        });
    }

    private static GapSplit anyRatio(Seeded seeded) {
        Bound bound = new Bound(seeded.oneOf(Side.values()), Exact.of(seeded.decimal(0, 100)));
        return GapSplit.ofRatio(
                bound,
                Scale.PERCENT,
                seeded.listOf(
                        seeded.between(1, 6),
                        () -> seeded.chance(15)
                                ? new Share("missing", null, null)
                                : ratio("county", seeded.between(0, 30), seeded.between(1, 30))));
    }

    private static GapSplit anyQuantity(Seeded seeded) {
        Amount amount = new Quantity(seeded.decimal(-5, 20));
        Bound bound = new Bound(seeded.oneOf(Side.values()), seeded.rational());
        return GapSplit.ofQuantity(
                seeded.rational(),
                seeded.listOf(
                        seeded.between(0, 6),
                        () -> new Share(
                                "county", seeded.chance(85) ? amount : null, seeded.chance(85) ? bound : null)));
    }

    private static Stream<Count> counts(GapSplit split) {
        return Stream.concat(split.parts().stream().map(Part::count), Stream.of(split.unallocated()))
                .filter(Objects::nonNull);
    }

    private static Exact sum(GapSplit split, Function<Count, Exact> side) {
        return counts(split).map(side).reduce(Exact.ZERO, Exact::plus);
    }
}
