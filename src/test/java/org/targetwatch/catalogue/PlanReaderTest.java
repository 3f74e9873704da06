package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.catalogue.Indicator.Reporter;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Thresholds;
import org.targetwatch.progress.Trajectory;

class PlanReaderTest {

    @Test
    void plan_read_hasWhatIsWritten() {
        Plan plan = read(GoodFiles.PLAN);
        assertThat(plan.code()).isEqualTo("alpha-2021");
        assertThat(plan.start()).isEqualTo(Period.of(2021, 1));
        assertThat(plan.published()).isEqualTo(LocalDate.of(2021, 3, 1));
        assertThat(plan.sections()).containsExactly(new Section(1, "一", "One"));
        assertThat(plan.workItem(7).orElseThrow().leadLeaders()).containsExactly("王__");
        assertThat(plan.workItem(7).orElseThrow().deliverables())
                .containsExactly(new WorkItem.Deliverable("report", "报告", "Report", Period.of(2021, 6)));
        assertThat(plan.indicators().keySet()).containsExactly("schools", "investment", "share", "spending");
    }

    @Test
    void quantity_withoutMore_hasTheDefaults() {
        Indicator schools = indicator(GoodFiles.PLAN, "schools");
        assertThat(schools.target())
                .isEqualTo(new Target(
                        new Direction.AtLeast(Exact.of(6), Exact.of(8)),
                        new Trajectory.FromMonth(Period.of(2021, 12)),
                        null,
                        null));
        assertThat(schools.rules().kind()).isEqualTo(Kind.STOCK);
        assertThat(schools.rules().judgedFrom()).isEqualTo(Period.of(2021, 12));
        assertThat(schools.rules().due()).isEqualTo(Period.of(2021, 12));
        assertThat(schools.rules().thresholds()).isEqualTo(new Thresholds(Exact.of(5), Exact.of(15)));
        assertThat(schools.rules().confirm()).isFalse();
        assertThat(schools.reporter()).isEqualTo(Reporter.CITY);
        assertThat(schools.confidential()).isFalse();
        assertThat(schools.judgedOnlyAtTop()).isFalse();
        assertThat(schools.assumed()).isEmpty();
    }

    @Test
    void flow_withSteps_countsInBaseUnitsFromThePlansFirstJudgedMonth() {
        Indicator investment = indicator(GoodFiles.PLAN, "investment");
        assertThat(investment.target().direction()).isEqualTo(new Direction.AtLeast(Exact.of(2_000_000_000L), null));
        assertThat(investment.target().trajectory())
                .isEqualTo(new Trajectory.Steps(new TreeMap<>(Map.of(
                        Period.of(2021, 3), Exact.of(500_000_000L),
                        Period.of(2021, 9), Exact.of(1_250_000_000L)))));
        assertThat(investment.rules().judgedFrom()).isEqualTo(Period.of(2021, 4));
        assertThat(investment.appliesTo()).containsExactlyInAnyOrder("county", "bureau-run");
    }

    @Test
    void ratio_withEverything_hasWhatIsWritten() {
        Indicator share = indicator(GoodFiles.PLAN, "share");
        assertThat(share.target())
                .isEqualTo(new Target(
                        new Direction.AtLeast(Exact.of(50), null),
                        new Trajectory.Linear(),
                        Exact.of("40.5"),
                        Exact.of(45)));
        assertThat(share.floorSource()).isEqualTo("省定");
        assertThat(share.rules().measure().isShare()).isTrue();
        assertThat(share.rules().judgedFrom()).isEqualTo(Period.of(2021, 10));
        assertThat(share.rules().confirm()).isTrue();
        assertThat(share.appliesTo()).containsExactly("county");
        assertThat(share.frozenDenominators())
                .containsOnly(Map.entry("100001", new BigDecimal(900)), Map.entry("100002", new BigDecimal(1100)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            target: 50  | share: false\\n    target: 150              | AtLeast[value=150, stretch=null]
            target: 50  | direction: at-most\\n    target: 50           | AtMost[value=50]
            target: 50  | direction: between\\n    target: {low: 50, high: 60.5} | Between[low=50, high=60.5]
            target: 50  | target: '50'                                | AtLeast[value=50, stretch=null]
            baseline: 40.5\\n    target: 50 | target: undecided            | Undecided[sense=AT_LEAST]
            baseline: 40.5\\n    target: 50 | direction: at-most\\n    target: undecided | Undecided[sense=AT_MOST]
            baseline: 40.5\\n    target: 50 | direction: between\\n    target: undecided | Undecided[sense=BETWEEN]
            """)
    void direction_ofARatio_isRead(String old, String changed, String direction) {
        assertThat(indicator(GoodFiles.plan(old.replace("\\n", "\n"), changed.replace("\\n", "\n")), "share")
                        .target()
                        .direction())
                .hasToString(direction);
    }

    @Test
    void decimal_read_keepsEveryDigit() {
        String plan = GoodFiles.plan("target: 50", "target: 50.000000000000000001");
        assertThat(indicator(plan, "share").target().direction())
                .isEqualTo(new Direction.AtLeast(Exact.of("50.000000000000000001"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2021-10, 2021-12, linear",
        "'trajectory: {from-month: 2021-09}', 2021-10, 2021-12, from-month",
        "'trajectory: {seasonal: [0,0,0,0,0.1,0.1,0,0,0.3,0,0,0.5]}', 2021-10, 2021-12, seasonal",
    })
    void trajectory_ofAStockWithABaseline_isRead(String line, String from, String due, String trajectory) {
        Indicator share = indicator(GoodFiles.plan("trajectory: linear", line), "share");
        assertThat(share.target().trajectory().code()).isEqualTo(trajectory);
        assertThat(share.rules().judgedFrom()).hasToString(from);
        assertThat(share.rules().due()).hasToString(due);
    }

    @Test
    void judgedFrom_notWritten_isTheMonthFromWhichTheTargetIsExpected() {
        String plan = GoodFiles.plan("    judged-from: 2021-10\n", "")
                .replace("trajectory: linear", "trajectory: {from-month: 2021-09}");
        assertThat(indicator(plan, "share").rules().judgedFrom()).isEqualTo(Period.of(2021, 9));
    }

    @Test
    void judgedFrom_ofThePlan_isNeverLaterThanTheDueMonth() {
        String plan = GoodFiles.plan("kind: flow-to-date", "kind: flow-to-date\n    due: 2021-03")
                .replace(", 2021-09: 12.5", "");
        assertThat(indicator(plan, "investment").rules().judgedFrom()).isEqualTo(Period.of(2021, 3));
    }

    @Test
    void lastYearDirection_read_hasNoNumbers() {
        Indicator spending = indicator(GoodFiles.PLAN, "spending");
        assertThat(spending.target())
                .isEqualTo(new Target(new Direction.NotBelowLastYear(), new Trajectory.Linear(), null, null));
        assertThat(spending.rules().kind()).isEqualTo(Kind.FLOW_MONTHLY);
        assertThat(spending.rules().judgedFrom()).isEqualTo(Period.of(2021, 4));
    }

    @Test
    void unitOfAPercentage_isNotWritten() {
        Measure measure = indicator(GoodFiles.PLAN, "share").rules().measure();
        assertThat(measure.unit().symbol()).isEqualTo("%");
    }

    @ParameterizedTest
    @CsvSource({"2021-03, 2021-04-05", "2021-04, 2021-05-06", "2021-05, 2021-06-07", "2021-08, 2021-09-06"})
    void dueDay_isMovedByTheCalendar(String period, LocalDate due) {
        assertThat(read(GoodFiles.PLAN).dueDays().of(Period.parse(period).orElseThrow()))
                .isEqualTo(due);
    }

    @Test
    void holidaysAndWorkedWeekends_areReadDayByDay() {
        DueDays days = read(GoodFiles.PLAN).dueDays();
        assertThat(days.holidays())
                .containsExactlyInAnyOrderElementsOf(LocalDate.of(2021, 5, 1)
                        .datesUntil(LocalDate.of(2021, 5, 6))
                        .toList());
        assertThat(days.workingWeekends()).containsExactly(LocalDate.of(2021, 5, 8));
    }

    private static Indicator indicator(String plan, String code) {
        return read(plan).indicator(code).orElseThrow();
    }

    private static Plan read(String plan) {
        Seeds seeds = GoodFiles.read(GoodFiles.with(GoodFiles.REGIONS, plan));
        Regions regions = Seeds.regions("regions", seeds.regions());
        List<String> codes = List.copyOf(seeds.plans().keySet());
        return Seeds.plan("plan", seeds.plans().get(codes.get(0)), regions, 5);
    }
}
