package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Seeded;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Bound.Side;
import org.targetwatch.progress.Comparison.Entrant;
import org.targetwatch.progress.Comparison.Place;

class ComparisonTest {
    private static final int ROUNDS = 500;
    private static final Measure.Part PEOPLE = new Measure.Part("人数", "people", Unit.of(Base.PERSON));
    private static final Measure SHARE = ratio(Scale.PERCENT, true);
    private static final Measure GROSS = ratio(Scale.PERCENT, false);
    private static final Measure MONEY = new Measure.OfQuantity(Unit.of(Base.YUAN));

    private static Measure ratio(Scale scale, boolean share) {
        return new Measure.OfRatio(scale, Unit.of(Base.PERCENT), PEOPLE, PEOPLE, share);
    }

    private static Amount.Ratio of(int numerator, int denominator) {
        return new Amount.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    private static Entrant share(String region, int numerator, int denominator) {
        return new Entrant(region, of(numerator, denominator), true, null);
    }

    private static Entrant money(String region, boolean promised, @Nullable String completionRate) {
        Amount amount = new Amount.Quantity(BigDecimal.TEN);
        return new Entrant(region, amount, promised, completionRate == null ? null : Exact.of(completionRate));
    }

    private static List<Place> places(Measure measure, @Nullable Side better, Entrant... entrants) {
        return Comparison.of(measure, better, List.of(entrants)).places();
    }

    /** The ends were worked out outside of this program, to ten decimals. */
    @ParameterizedTest
    @CsvSource({
        "980, 1000, 96.9309994669, 98.7016317127",
        "500, 1000, 46.9069600125, 53.0930399875",
        "15, 20, 53.1299120607, 88.8138299300",
        "0, 40, 0, 8.7621602458",
        "40, 40, 91.2378397542, 100",
    })
    void wilson_ofAShare_isThatOfTheTextbook(int numerator, int denominator, BigDecimal low, BigDecimal high) {
        Interval interval = Interval.wilson(of(numerator, denominator), Scale.PERCENT);
        assertThat(interval.low().rounded()).isEqualByComparingTo(low);
        assertThat(interval.high().rounded()).isEqualByComparingTo(high);
    }

    @Test
    void wilson_ofNoneAndOfAll_touchesTheEndExactly() {
        assertThat(Interval.wilson(of(0, 40), Scale.PERCENT).low()).isEqualTo(Exact.ZERO);
        assertThat(Interval.wilson(of(40, 40), Scale.PERCENT).high()).isEqualTo(Exact.HUNDRED);
        assertThat(Interval.wilson(of(40, 40), Scale.PER_UNIT).high()).isEqualTo(Exact.ONE);
    }

    /** 500 of 1000 lies between 46.91 and 53.09, 45 of 50 between 78.64 and 95.65, 980 of 1000 between 96.93 and 98.70. */
    @Test
    void shares_clearlyApart_areRankedOneByOne() {
        assertThat(places(SHARE, Side.LOWER, share("C", 500, 1000), share("B", 45, 50), share("A", 980, 1000)))
                .extracting(Place::region, Place::rank, Place::tied)
                .containsExactly(tuple("A", 1, false), tuple("B", 2, false), tuple("C", 3, false));
    }

    /** 99 of 110 lies between 82.98 and 94.32: 90% is not worse than 95% of 1000 (93.47 to 96.19), but 88% of 9000 is. */
    @Test
    void share_thatMayBeLuck_tiesWithTheBetterOne() {
        assertThat(places(SHARE, Side.LOWER, share("A", 950, 1000), share("B", 99, 110), share("C", 7920, 9000)))
                .extracting(Place::region, Place::rank, Place::tied)
                .containsExactly(tuple("A", 1, true), tuple("B", 1, true), tuple("C", 2, false));
    }

    @Test
    void ceiling_turnsTheOrder() {
        assertThat(places(SHARE, Side.UPPER, share("A", 980, 1000), share("B", 500, 1000), share("C", 0, 40)))
                .extracting(Place::region, Place::rank)
                .containsExactly(tuple("C", 1), tuple("B", 2), tuple("A", 3));
    }

    @Test
    void equalValues_underACeiling_tie() {
        assertThat(places(GROSS, Side.UPPER, share("A", 30, 1000), share("B", 30, 1000), share("C", 31, 1000)))
                .extracting(Place::region, Place::rank, Place::tied)
                .containsExactly(tuple("A", 1, true), tuple("B", 1, true), tuple("C", 3, false));
    }

    @Test
    void grossRatio_hasNoInterval_andRanksByValue() {
        assertThat(places(GROSS, Side.LOWER, share("A", 1029, 1000), share("B", 1030, 1000), share("C", 1030, 1000)))
                .extracting(Place::region, Place::value, Place::interval, Place::rank, Place::tied)
                .containsExactly(
                        tuple("B", Exact.of(103), null, 1, true),
                        tuple("C", Exact.of(103), null, 1, true),
                        tuple("A", Exact.of("102.9"), null, 3, false));
    }

    @Test
    void denominatorUnder30_isShownWithoutARank_andPutsNobodyDown() {
        List<Place> places = places(SHARE, Side.LOWER, share("A", 29, 29), share("B", 15, 30), share("C", 500, 1000));
        assertThat(places)
                .extracting(Place::region, Place::rank, Place::unranked)
                .containsExactly(tuple("B", 1, null), tuple("C", 1, null), tuple("A", null, Unranked.TOO_SMALL));
        assertThat(places.get(2).value()).isEqualTo(Exact.HUNDRED);
        assertThat(places.get(2).interval()).isNotNull();
    }

    @Test
    void region_thatHasNotReported_standsLastWithoutANumber() {
        Entrant missing = new Entrant("A", null, true, null);
        assertThat(places(SHARE, Side.LOWER, missing, share("B", 500, 1000)))
                .containsExactly(
                        new Place("B", Exact.of(50), Interval.wilson(of(500, 1000), Scale.PERCENT), 1, false, null),
                        new Place("A", null, null, null, false, Unranked.MISSING));
    }

    @Test
    void quantities_areComparedByCompletionRateOnly() {
        assertThat(places(
                        MONEY,
                        Side.LOWER,
                        money("A", true, "80"),
                        money("B", true, "120"),
                        money("C", false, null),
                        money("D", true, null)))
                .extracting(Place::region, Place::value, Place::rank, Place::unranked)
                .containsExactly(
                        tuple("B", Exact.of(120), 1, null),
                        tuple("A", Exact.of(80), 2, null),
                        tuple("C", null, null, Unranked.NO_TARGET),
                        tuple("D", null, null, Unranked.NO_COMPLETION_RATE));
    }

    @Test
    void betweenTwoLines_nobodyIsBetter() {
        assertThat(places(SHARE, null, share("A", 980, 1000), share("B", 500, 1000)))
                .extracting(Place::region, Place::rank, Place::unranked)
                .containsExactly(tuple("A", null, Unranked.NO_BETTER_SIDE), tuple("B", null, Unranked.NO_BETTER_SIDE));
    }

    @Test
    void shareBeyondAll_reportedWhenItWasNone_isComparedByItsValue() {
        assertThat(places(SHARE, Side.LOWER, share("A", 44, 40), share("B", 500, 1000)))
                .extracting(Place::region, Place::interval, Place::rank)
                .startsWith(tuple("A", null, 1));
    }

    @Test
    void direction_saysWhichSideIsBetter() {
        Exact line = Exact.of(50);
        assertThat(new Direction.AtLeast(line, null).better()).contains(Side.LOWER);
        assertThat(new Direction.NotBelowLastYear().better()).contains(Side.LOWER);
        assertThat(new Direction.AtMost(line).better()).contains(Side.UPPER);
        assertThat(new Direction.NotAboveLastYear().better()).contains(Side.UPPER);
        assertThat(new Direction.Between(line, line).better()).isEmpty();
    }

    @Test
    void wilson_ofAnyShare_holdsTheValueAndStaysWithinAll() {
        Seeded.times(ROUNDS, seeded -> {
            Amount.Ratio share = anyShare(seeded);
            Interval interval = Interval.wilson(share, Scale.PERCENT);
            assertThat(share.in(Scale.PERCENT)).isBetween(interval.low(), interval.high());
            assertThat(interval.low()).isGreaterThanOrEqualTo(Exact.ZERO).isLessThan(interval.high());
            assertThat(interval.high()).isLessThanOrEqualTo(Exact.HUNDRED);
        });
    }

    private static Amount.Ratio anyShare(Seeded seeded) {
        int denominator = seeded.oneOf(1, 20, 29, 30, 40, 500, 9_000, 2_000_000_000);
        return of(seeded.chance(15) ? seeded.oneOf(0, denominator) : seeded.between(0, denominator), denominator);
    }

    private static List<Entrant> anyEntrants(Seeded seeded) {
        return IntStream.range(0, seeded.between(0, 7))
                .mapToObj(number -> new Entrant(
                        "region" + number, seeded.chance(85) ? anyShare(seeded) : null, seeded.chance(90), null))
                .toList();
    }

    @Test
    void places_ofAnyOrder_areTheSame() {
        Seeded.times(ROUNDS, seeded -> {
            List<Entrant> entrants = anyEntrants(seeded);
            List<Entrant> shuffled = new ArrayList<>(entrants);
            Collections.shuffle(shuffled, new Random(seeded.between(0, 1_000)));
            Measure measure = seeded.oneOf(SHARE, GROSS);
            assertThat(Comparison.of(measure, Side.LOWER, shuffled))
                    .isEqualTo(Comparison.of(measure, Side.LOWER, entrants));
        });
    }

    /** Counting those out instead of those in, with the other side better, is the same comparison. */
    @Test
    void places_ofTheComplement_areTheSame() {
        Seeded.times(ROUNDS, seeded -> {
            List<Entrant> entrants = anyEntrants(seeded);
            List<Entrant> others =
                    entrants.stream().map(ComparisonTest::complement).toList();
            assertThat(Comparison.of(SHARE, Side.UPPER, others).places())
                    .extracting(Place::region, Place::rank, Place::tied, Place::unranked)
                    .containsExactlyElementsOf(Comparison.of(SHARE, Side.LOWER, entrants).places().stream()
                            .map(place -> tuple(place.region(), place.rank(), place.tied(), place.unranked()))
                            .toList());
        });
    }

    private static Entrant complement(Entrant entrant) {
        Amount.Ratio ratio = (Amount.Ratio) entrant.amount();
        Amount rest = ratio == null
                ? null
                : new Amount.Ratio(ratio.denominator().subtract(ratio.numerator()), ratio.denominator());
        return new Entrant(entrant.region(), rest, entrant.promised(), null);
    }

    @Test
    void ranks_ofAnyComparison_beginAtOneAndNeverPutAnUnclearDifferenceDown() {
        Seeded.times(ROUNDS, seeded -> {
            List<Place> ranked = Comparison.of(SHARE, Side.LOWER, anyEntrants(seeded)).places().stream()
                    .filter(place -> place.rank() != null)
                    .toList();
            assertThat(ranked).extracting(Place::rank).isSorted();
            ranked.stream().limit(1).forEach(first -> assertThat(first.rank()).isOne());
            for (Place place : ranked) {
                Interval own = Objects.requireNonNull(place.interval());
                assertThat(ranked)
                        .filteredOn(other -> other.interval().low().compareTo(own.high()) > 0)
                        .hasSize(place.rank() - 1);
            }
        });
    }
}
