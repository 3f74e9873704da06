package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.progress.ForecastSample.FLOW;
import static org.targetwatch.progress.ForecastSample.GROSS_RATIO;
import static org.targetwatch.progress.ForecastSample.PER_PERSON;
import static org.targetwatch.progress.ForecastSample.SCHOOLS;
import static org.targetwatch.progress.ForecastSample.SHARE;
import static org.targetwatch.progress.ForecastSample.atLeast;
import static org.targetwatch.progress.ForecastSample.atMost;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Forecast.Estimate;

/**
 * Examples worked out by hand with a pocket calculator and a printed table of t; the first two are told step by step
 * in {@code docs/forecast.md}.
 */
class ForecastTest {
    private static final Trajectory FROM_APRIL = new Trajectory.FromMonth(Period.of(2020, 4));

    private static Estimate expected(String value, String low, String high, String probability) {
        return new Estimate(Exact.of(value), Exact.of(low), Exact.of(high), Exact.of(probability));
    }

    // ---- flows ----

    @Test
    void flowBehindItsPlan_isForecastBetweenItsOwnPaceAndThePromise() {
        assertThat(FLOW.forecast("80 160 240 320")).isEqualTo(expected("1059.07", "791.69", "1326.45", "0.24"));
    }

    @Test
    void flowOnItsPlan_endsAtTheTargetOrNot() {
        Estimate estimate = FLOW.estimate("100 200 300");

        assertThat(estimate.value()).isEqualTo(Exact.of(1200));
        assertThat(estimate.probability()).isEqualTo(Exact.of("0.5"));
    }

    @Test
    void missingMonth_isOneLongerStep() {
        assertThat(FLOW.estimate("100 - 300 400").value())
                .isEqualTo(FLOW.estimate("100 200 300 400").value());
    }

    @Test
    void seasonalFlow_isMeasuredByItsSeason() {
        Trajectory season =
                new Trajectory.Seasonal(Stream.of("0", "0", "0", ".2", ".2", ".2", ".1", ".1", ".1", ".1", "0", "0")
                        .map(Exact::of)
                        .toList());

        assertThat(FLOW.to(atLeast("1000")).by(season).forecast("0 0 0 150 300 450"))
                .isEqualTo(expected("827.66", "670.86", "984.45", "0.08"));
    }

    @Test
    void flowInSteps_waitsForTheNextStep() {
        Trajectory notices = new Trajectory.Steps(
                new TreeMap<>(Map.of(Period.of(2020, 4), Exact.of(4), Period.of(2020, 10), Exact.of(10))));

        assertThat(FLOW.of(SCHOOLS).to(atLeast("10")).by(notices).forecast("0 0 0 4 4"))
                .isEqualTo(expected("10.03", "5.92", "14.15", "0.57"));
    }

    @Test
    void flowUnderALine_goesOnAsItGoes() {
        assertThat(FLOW.of(SCHOOLS).to(atMost("30")).forecast("2 4 6 8"))
                .isEqualTo(expected("24", "16.98", "31.02", "0.88"));
    }

    @Test
    void flowAgainstLastYear_isForecastLikeOnePromisedLastYearsTotal() {
        ForecastSample notBelow = FLOW.to(new Direction.NotBelowLastYear()).lastYear("1200");
        ForecastSample notAbove = FLOW.to(new Direction.NotAboveLastYear()).lastYear("1200");

        assertThat(notBelow.forecast("80 160 240 320")).isEqualTo(expected("1059.07", "791.69", "1326.45", "0.24"));
        assertThat(notAbove.forecast("80 160 240 320")).isEqualTo(expected("1059.07", "791.69", "1326.45", "0.76"));
    }

    @Test
    void flowOfAFormerYear_hasNoPaceButStillCorrections() {
        ForecastSample accounts =
                FLOW.due(2021, 6).to(new Direction.NotBelowLastYear()).lastYear("1220");

        assertThat(accounts.forecast("100 200 300 400 500 600 700 800 900 1000 1100 1200 1210"))
                .isEqualTo(expected("1210", "1210", "1238.53", "0.32"));
    }

    @Test
    void flowFromAMonthOn_forgetsWhatWasBefore() {
        ForecastSample anew = FLOW.judgedFrom(2020, 4).by(FROM_APRIL);

        assertThat(anew.forecast("1 2 3 400 500 600")).isEqualTo(anew.forecast("90 91 92 400 500 600"));
        assertThat(anew.estimate("1 2 3 400 500 600").value()).isEqualTo(Exact.of(1200));
    }

    @Test
    void spentPerPupil_growsLikeAFlow() {
        ForecastSample spent =
                FLOW.of(PER_PERSON).to(new Direction.NotBelowLastYear()).lastYear("12000");

        assertThat(spent.estimate("1000 2000 3000").value()).isEqualTo(Exact.of(12000));
    }

    @Test
    void solvedOfOpenedToDate_staysAroundItsLevel() {
        assertThat(FLOW.of(SHARE)
                        .judgedFrom(2020, 4)
                        .to(atLeast("80"))
                        .by(FROM_APRIL)
                        .forecast("- - - 78 79 79"))
                .isEqualTo(expected("79.8", "77.16", "82.45", "0.46"));
    }

    // ---- stocks ----

    @Test
    void stockOnItsWay_endsAtTheTargetOrNot() {
        assertThat(FLOW.of(SHARE).stock().to(atLeast("60")).since("48").forecast("49 50 51"))
                .isEqualTo(expected("60", "51.09", "68.91", "0.5"));
    }

    @Test
    void stockThatMustFall_isTheMirrorOfOneThatMustRise() {
        assertThat(FLOW.of(GROSS_RATIO).stock().to(atMost("-60")).since("-48").forecast("-49 -50 -51"))
                .isEqualTo(expected("-60", "-68.91", "-51.09", "0.5"));
    }

    @Test
    void stockWithoutBaseline_driftsOnMoreAndMoreSlowly() {
        ForecastSample drifting =
                FLOW.of(SHARE).stock().judgedFrom(2020, 4).to(atLeast("50")).by(FROM_APRIL);

        assertThat(drifting.forecast("- - - 40 42 44")).isEqualTo(expected("47.61", "42.65", "52.58", "0.25"));
        assertThat(drifting.forecast("90 10 90 40 42 44")).isEqualTo(drifting.forecast("- - - 40 42 44"));
    }

    @Test
    void range_isKeptWithTheProbabilityBetweenItsEnds() {
        ForecastSample between = FLOW.of(SHARE).stock().to(new Direction.Between(Exact.of(45), Exact.of(55)));

        Estimate inside = between.estimate("50 50 50");
        Estimate atTheEdge = between.estimate("55 55 55");

        assertThat(inside.value()).isEqualTo(Exact.of(50));
        assertThat(inside.probability()).isGreaterThan(Exact.of("0.6"));
        assertThat(atTheEdge.probability()).isBetween(Exact.of("0.4"), Exact.of("0.5"));
    }

    @Test
    void stockBetweenEnds_losesBothTails() {
        ForecastSample share = FLOW.of(SHARE).stock();
        Exact below = share.to(atMost("58")).estimate("50 50 50").probability();
        Exact above = share.to(atLeast("48")).estimate("50 50 50").probability();
        Direction between = new Direction.Between(Exact.of(48), Exact.of(58));

        assertThat(share.to(between).estimate("50 50 50").probability())
                .isBetween(
                        below.plus(above).minus(Exact.of("1.01")),
                        below.plus(above).minus(Exact.of("0.99")));
    }

    // ---- the edges of what is possible ----

    @Test
    void flowDoesNotShrink_andBeyondTheTargetItIsNearlyCertain() {
        Estimate reached = FLOW.estimate("900 1190 1200");

        assertThat(reached.low()).isGreaterThanOrEqualTo(Exact.of(1200));
        assertThat(reached.probability()).isEqualTo(Exact.of("0.99"));
    }

    @Test
    void flowBeyondItsCeiling_cannotComeBack() {
        assertThat(FLOW.to(atMost("300")).estimate("100 200 301").probability()).isEqualTo(Exact.of("0.01"));
        assertThat(FLOW.to(atMost("300")).estimate("100 200 300").probability()).isEqualTo(Exact.of("0.05"));
    }

    @Test
    void flowThatWasNegative_hasNoFloor() {
        assertThat(FLOW.estimate("-100 -200 -300").low()).isLessThan(Exact.of(-300));
    }

    @Test
    void figuresNeverMakeSurerThanNineteenInTwenty() {
        assertThat(FLOW.estimate("1 2 3 4 5 6 7 8 9").probability()).isEqualTo(Exact.of("0.05"));
        assertThat(FLOW.estimate("390 790 1190").probability()).isEqualTo(Exact.of("0.95"));
    }

    @Test
    void shareNearTheTop_staysWithinHundred() {
        Estimate full = FLOW.of(SHARE).stock().to(atLeast("100")).estimate("100 100 100");
        Estimate nearly = FLOW.of(SHARE).stock().to(atLeast("100")).estimate("99 99.5 99.8");

        assertThat(full.high()).isEqualTo(Exact.HUNDRED);
        assertThat(full.low()).isLessThan(Exact.HUNDRED);
        assertThat(full.probability()).isEqualTo(Exact.of("0.95"));
        assertThat(nearly.high()).isEqualTo(Exact.HUNDRED);
        assertThat(nearly.probability()).isLessThan(full.probability());
    }

    @Test
    void shareBeyondItsRange_isDecidedByTheRange() {
        ForecastSample share = FLOW.of(SHARE).stock();

        assertThat(share.to(atLeast("101")).estimate("99 99 99").probability()).isEqualTo(Exact.of("0.01"));
        assertThat(share.to(atMost("100")).estimate("99 99 99").probability()).isEqualTo(Exact.of("0.99"));
        assertThat(share.to(atMost("-1")).estimate("1 1 1").probability()).isEqualTo(Exact.of("0.01"));
        assertThat(share.to(atLeast("0")).estimate("1 1 1").probability()).isEqualTo(Exact.of("0.99"));
    }

    @Test
    void grossRatio_mayExceedHundred() {
        assertThat(FLOW.of(GROSS_RATIO)
                        .stock()
                        .to(atLeast("104"))
                        .estimate("101 102 103")
                        .high())
                .isGreaterThan(Exact.of(104));
    }

    @Test
    void eliminated_staysEliminatedMostLikely() {
        ForecastSample classes = FLOW.of(SCHOOLS).stock().to(atMost("0"));

        Estimate gone = classes.estimate("0 0 0");
        Estimate one = classes.estimate("0 0 1");

        assertThat(gone.value()).isEqualTo(Exact.ZERO);
        assertThat(gone.low()).isEqualTo(Exact.ZERO);
        assertThat(gone.high()).isGreaterThan(Exact.ZERO);
        assertThat(gone.probability()).isEqualTo(Exact.of("0.95"));
        assertThat(one.probability()).isLessThan(Exact.of("0.2"));
    }

    // ---- degenerate series ----

    @Test
    void flatStock_keepsAWideEnoughInterval() {
        Estimate flat = FLOW.of(SCHOOLS).stock().to(atLeast("6")).estimate("5 5 5 5 5 5 5 5 5");

        assertThat(flat.value()).isEqualTo(Exact.of(5));
        assertThat(flat.low()).isLessThan(Exact.of(5));
        assertThat(flat.high()).isGreaterThan(Exact.of(5));
    }

    @Test
    void oneJump_isRememberedByTheInterval() {
        ForecastSample stock = FLOW.of(SHARE).stock().to(atLeast("60"));

        Estimate flat = stock.estimate("50 50 50 50 50 50");
        Estimate jumped = stock.estimate("44 44 44 50 50 50");

        assertThat(width(jumped)).isGreaterThan(width(flat));
    }

    @Test
    void nothingYet_leansOnThePromiseAndFallsAsTimePasses() {
        Estimate inMarch = FLOW.estimate("0 0 0");
        Estimate inAugust = FLOW.estimate("0 0 0 0 0 0 0 0");

        assertThat(inMarch.value()).isBetween(Exact.of(1), Exact.of(1199));
        assertThat(inAugust.value()).isBetween(Exact.of(1), inMarch.value());
        assertThat(inAugust.low()).isEqualTo(Exact.ZERO);
        assertThat(inAugust.probability()).isLessThan(inMarch.probability());
    }

    @Test
    void targetZero_isForecastInEveryDirection() {
        ForecastSample reference = FLOW.lastYear("0");
        List<ForecastSample> samples = List.of(
                FLOW.to(atLeast("0")),
                FLOW.to(atMost("0")),
                reference.to(new Direction.NotBelowLastYear()),
                reference.to(new Direction.NotAboveLastYear()),
                FLOW.stock().to(atLeast("0")).since("0"),
                FLOW.stock().to(atMost("0")).since("0"));

        assertThat(samples).allSatisfy(sample -> {
            Estimate estimate = sample.estimate("0 0 0");
            assertThat(estimate.value()).isEqualTo(Exact.ZERO);
            assertThat(width(estimate)).isGreaterThan(Exact.ZERO);
        });
    }

    @Test
    void baselineEqualToTarget_isForecastAsAStockThatStays() {
        Estimate estimate = FLOW.of(SHARE).stock().to(atLeast("50")).since("50").estimate("50 50 50");

        assertThat(estimate.value()).isEqualTo(Exact.of(50));
        assertThat(estimate.probability()).isEqualTo(Exact.of("0.5"));
    }

    @Test
    void baselineBeyondTarget_isForecastAsAStockThatStays() {
        assertThat(FLOW.of(SHARE)
                        .stock()
                        .to(atLeast("50"))
                        .since("55")
                        .estimate("55 55 55")
                        .value())
                .isEqualTo(Exact.of(55));
    }

    @Test
    void ratioToDateMidwayBetweenGrowingAndStaying_isTakenToGrow() {
        ForecastSample ratio = FLOW.of(GROSS_RATIO).to(atMost("500"));

        assertThat(ratio.estimate("75 100 110").value()).isGreaterThan(Exact.of(200));
        assertThat(ratio.estimate("75.1 100 110").value()).isLessThan(Exact.of(200));
    }

    @Test
    void correctionDownwards_isTakenAsItIs() {
        Estimate corrected = FLOW.estimate("100 200 300 250");

        assertThat(corrected.low()).isGreaterThanOrEqualTo(Exact.of(250));
        assertThat(corrected.value())
                .isLessThan(FLOW.estimate("100 200 300 400").value());
    }

    @Test
    void moneyPerPerson_isRoundedToFourDecimals() {
        Estimate estimate = FLOW.of(PER_PERSON).to(atLeast("0.1")).estimate("0.0001 0.0125 0.025");

        assertThat(estimate.value()).isEqualTo(Exact.of(estimate.value().rounded(4)));
        assertThat(estimate.value()).isNotEqualTo(Exact.of(estimate.value().rounded(3)));
    }

    private static Exact width(Estimate estimate) {
        return estimate.high().minus(estimate.low());
    }
}
