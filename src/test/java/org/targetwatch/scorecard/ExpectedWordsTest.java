package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Severity;
import org.targetwatch.progress.Status;
import org.targetwatch.progress.Tally;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Thresholds;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** The words name every number that is needed to work the expected value out: of 24 from 0, in 所. */
class ExpectedWordsTest {
    private static final Period JANUARY = Period.of(2020, 1);

    private static Text words(Trajectory trajectory, Period period, String expected) {
        return words(Frequency.MONTHLY, trajectory, period, expected);
    }

    private static Text words(Frequency frequency, Trajectory trajectory, Period period, String expected) {
        Bound bound = new Bound(Bound.Side.LOWER, Exact.of(24));
        Assessment assessment = new Assessment(
                null,
                bound,
                expected == null ? null : Exact.of(expected),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Status.UNKNOWN,
                null,
                Severity.NONE);
        Card card = new Card(
                "plan",
                "region",
                "indicator",
                period,
                Tally.EMPTY,
                null,
                Card.Marks.NONE,
                assessment,
                new Forecast.Absent(Forecast.Reason.values()[0]));
        Target target = new Target(new Direction.AtLeast(Exact.of(24), null), trajectory, null, null);
        return ExpectedWords.of(card, target, rules(frequency), new Text(" 所", " schools"));
    }

    private static Rules rules(Frequency frequency) {
        return new Rules(
                new Measure.OfQuantity(Unit.of(Unit.Base.SCHOOL)),
                Kind.FLOW_TO_DATE,
                frequency,
                JANUARY,
                JANUARY,
                JANUARY.plusMonths(14),
                Commitment.STATED,
                Thresholds.DEFAULT,
                false);
    }

    @Test
    void quarterly_betweenTwoQuarters_namesTheMonthThatCounts() {
        assertThat(words(Frequency.QUARTERLY, new Trajectory.Linear(), Period.of(2020, 5), "6"))
                .isEqualTo(
                        new Text(
                                "序时进度：起点 0 +（目标 24 − 起点）× 3 ÷ 12 = 6 所。最近一次应报的是 2020-03，按该月要求。",
                                "Linear: start 0 + (target 24 − start) × 3 ÷ 12 = 6 schools. The last figure was asked for 2020-03, so that month counts."));
    }

    @Test
    void linear_inJune_isHalfTheWay() {
        assertThat(words(new Trajectory.Linear(), Period.of(2020, 6), "12"))
                .isEqualTo(new Text(
                        "序时进度：起点 0 +（目标 24 − 起点）× 6 ÷ 12 = 12 所。",
                        "Linear: start 0 + (target 24 − start) × 6 ÷ 12 = 12 schools."));
    }

    @Test
    void linear_afterThePlansYear_isTheWholeTarget() {
        assertThat(words(new Trajectory.Linear(), Period.of(2021, 3), "24").zh())
                .isEqualTo("本期起要求达到目标值本身：24 所。");
    }

    @Test
    void seasonal_afterThePlansYear_countsTwelveMonths() {
        Exact[] shares = new Exact[12];
        Arrays.fill(shares, Exact.ratio(1, 12));
        assertThat(words(new Trajectory.Seasonal(List.of(shares)), Period.of(2020, 3), "6")
                        .zh())
                .isEqualTo("季节进度：起点 0 +（目标 24 − 起点）× 1 至 3 月份额之和 0.25 = 6 所。");
        assertThat(words(new Trajectory.Seasonal(List.of(shares)), Period.of(2021, 3), "23")
                        .zh())
                .contains("1 至 12 月份额之和 1 ");
    }

    @Test
    void steps_nameTheMonthSinceWhichTheyHold() {
        Trajectory steps = new Trajectory.Steps(new TreeMap<>(Map.of(Period.of(2020, 4), Exact.of(10))));
        assertThat(words(steps, Period.of(2020, 6), "10").zh()).isEqualTo("分步进度：自 2020-04 起的一步 = 10 所。");
        assertThat(words(steps, Period.of(2020, 2), "0").in(Language.EN))
                .isEqualTo("Steps: before the first one, so the start 0 = 0 schools.");
    }

    @Test
    void fromMonth_beforeIt_asksForNothing() {
        assertThat(words(new Trajectory.FromMonth(Period.of(2020, 9)), Period.of(2020, 2), null)
                        .zh())
                .isEqualTo("按进度计划，本期尚无要求。");
    }
}
