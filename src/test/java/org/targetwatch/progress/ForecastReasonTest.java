package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.progress.ForecastSample.FLOW;
import static org.targetwatch.progress.ForecastSample.SCHOOLS;
import static org.targetwatch.progress.ForecastSample.SHARE;
import static org.targetwatch.progress.ForecastSample.atLeast;
import static org.targetwatch.progress.ForecastSample.atMost;
import static org.targetwatch.progress.ForecastSample.points;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Forecast.Absent;
import org.targetwatch.progress.Forecast.Estimate;
import org.targetwatch.progress.Forecast.Reason;

/** When there is no forecast, and when there is one although there might be none. */
class ForecastReasonTest {
    private static final Trajectory NOTICE_IN_NOVEMBER = step("2");

    private static void absent(Reason reason, Forecast forecast) {
        assertThat(forecast).isEqualTo(new Absent(reason));
    }

    @Test
    void withoutTarget_isNoTarget() {
        absent(Reason.NO_TARGET, Forecast.of(FLOW.rules(), null, points("100 200 300"), null));
    }

    @Test
    void withoutPoints_isTooEarly() {
        absent(Reason.TOO_EARLY, FLOW.forecast(List.of()));
    }

    @Test
    void twoJudgedPoints_areTooEarly() {
        absent(Reason.TOO_EARLY, FLOW.forecast("100 200"));
        assertThat(FLOW.forecast("100 200 300")).isInstanceOf(Estimate.class);
    }

    @Test
    void pointsBeforeJudgedFrom_doNotCount() {
        ForecastSample fromApril = FLOW.judgedFrom(2020, 4);

        absent(Reason.TOO_EARLY, fromApril.forecast("100 200 300 400 500"));
        assertThat(fromApril.forecast("100 200 300 400 500 600")).isInstanceOf(Estimate.class);
    }

    @Test
    void missingMonths_doNotCount() {
        absent(Reason.TOO_EARLY, FLOW.forecast("100 - - 400"));
    }

    @Test
    void dueMonthReached_isDecided() {
        ForecastSample dueInJune = FLOW.due(2020, 6);

        assertThat(dueInJune.forecast("100 200 300 400 500")).isInstanceOf(Estimate.class);
        absent(Reason.DECIDED, dueInJune.forecast("100 200 300 400 500 600"));
        absent(Reason.DECIDED, dueInJune.forecast("100 200 300 400 500 600 700"));
    }

    @Test
    void dueMonthReachedWithFewPoints_isDecidedAllTheSame() {
        absent(Reason.DECIDED, FLOW.judgedFrom(2020, 12).forecast("- - - - - - - - - - - 9"));
    }

    @Test
    void lastYearUnknown_isNoReference() {
        ForecastSample notBelow = FLOW.to(new Direction.NotBelowLastYear());

        absent(Reason.NO_REFERENCE, notBelow.forecast("100 200 300"));
        absent(Reason.NO_REFERENCE, FLOW.to(new Direction.NotAboveLastYear()).forecast("100 200 300"));
        assertThat(notBelow.lastYear("1100").forecast("100 200 300")).isInstanceOf(Estimate.class);
    }

    @Test
    void nothingBeforeTheFirstStep_isNothingExpected() {
        ForecastSample named = FLOW.of(SCHOOLS).to(atLeast("2")).by(NOTICE_IN_NOVEMBER);

        absent(Reason.NOTHING_EXPECTED, named.forecast("0 0 0 0 0"));
        absent(
                Reason.NOTHING_EXPECTED,
                named.stock().since("5").to(atLeast("7")).by(step("7")).forecast("5 5 5"));
    }

    @Test
    void nothingBeforeFromMonth_isNothingExpected() {
        ForecastSample handedOver = FLOW.of(SCHOOLS).stock().to(atLeast("2")).by(fromMonth(12));

        absent(Reason.NOTHING_EXPECTED, handedOver.forecast("0 0 0 0 0"));
    }

    @Test
    void movedBeforeTheFirstStep_isForecast() {
        ForecastSample named = FLOW.of(SCHOOLS).to(atLeast("2")).by(NOTICE_IN_NOVEMBER);

        assertThat(named.forecast("0 0 0 0 1")).isInstanceOf(Estimate.class);
    }

    @Test
    void nothingAlthoughExpected_isForecast() {
        assertThat(FLOW.forecast("0 0 0")).isInstanceOf(Estimate.class);
    }

    @Test
    void standingAtABaselineThatKeepsThePromise_isForecast() {
        ForecastSample kept = FLOW.of(SHARE).stock().to(atMost("3")).since("2");

        assertThat(kept.forecast("2 2 2")).isInstanceOf(Estimate.class);
    }

    @Test
    void standingAboveALineThatIsNotYetExpected_isForecast() {
        ForecastSample share = FLOW.of(SHARE).stock().to(atLeast("50")).by(fromMonth(12));

        assertThat(share.forecast("41 41 41")).isInstanceOf(Estimate.class);
    }

    @Test
    void reasons_haveAStableCodeAndWordsInBothLanguages() {
        assertThat(Reason.values())
                .extracting(Coded::code)
                .containsExactly("no_target", "decided", "too_early", "no_reference", "nothing_expected");
        assertThat(Arrays.stream(Reason.values()).map(Reason::chinese))
                .allMatch(text -> text.matches(".*\\p{IsHan}.*"));
        assertThat(Arrays.stream(Reason.values()).map(Reason::english)).allMatch(text -> text.matches("[ -~]+"));
    }

    private static Trajectory step(String value) {
        return new Trajectory.Steps(new TreeMap<>(Map.of(Period.of(2020, 11), Exact.of(value))));
    }

    private static Trajectory fromMonth(int month) {
        return new Trajectory.FromMonth(Period.of(2020, month));
    }
}
