package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.LeshanPlan;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Quality;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.web.Text;

/** Each soft rule at its edges: series, indicator and target in, findings out. */
class SoftRulesTest {
    private static final Plan PLAN = LeshanPlan.read();
    private static final String REGION = "511102";
    private static final String FROZEN = "100";

    /**
     * What is looked at.
     *
     * @param series {@code 2020-01: 100, 2020-02: 12/50}; the last one is the figure
     * @param target at least that much; at most with {@code ≤}, as of the whole plan with {@code *}; {@code -} is none
     */
    private static List<Finding> findings(String indicator, String series, String target) {
        return findings(PLAN.indicator(indicator).orElseThrow(), series, target, Quality.PRELIMINARY);
    }

    private static List<Finding> findings(Indicator indicator, String series, String target, Quality quality) {
        NavigableMap<Period, Figure> figures = new TreeMap<>();
        Arrays.stream(series.split(", ")).map(point -> point.split(": ")).forEach(point -> {
            Period period = Period.parse(point[0]).orElseThrow();
            figures.put(period, new Figure(indicator.code(), REGION, period, amount(point[1]), quality, null));
        });
        boolean ofWholePlan = target.startsWith("*");
        Target promised = target(indicator, target.replace("*", ""));
        String last = series.substring(series.lastIndexOf(", ") + 1).strip();
        Figure figure = figures.get(Period.parse(last.split(": ")[0]).orElseThrow());
        return SoftRules.of(new Observed(indicator, figure, figures, ofWholePlan ? null : promised, promised));
    }

    private static Amount amount(String written) {
        String[] parts = written.split("/");
        return parts.length == 1
                ? new Quantity(new BigDecimal(parts[0]))
                : new Ratio(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
    }

    private static @Nullable Target target(Indicator indicator, String written) {
        if (written.equals("-")) {
            return null;
        }
        Direction direction = written.startsWith("≤")
                ? new Direction.AtMost(Exact.of(written.substring(1)))
                : new Direction.AtLeast(Exact.of(written), null);
        return new Target(direction, indicator.target().trajectory(), null, null);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static void assertCodes(List<Finding> findings, @Nullable String expected) {
        assertThat(codes(findings)).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.what().zh()).containsPattern("\\p{IsHan}").containsPattern("[。？]$");
            assertThat(finding.what().en()).doesNotContain("，", "。").containsPattern("[.?]$");
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # a stock against the month before: over 30%, either way; exactly 30% is none
            after-school-service   | 2020-05: 1000, 2020-06: 1299           |
            after-school-service   | 2020-05: 1000, 2020-06: 1300           |
            after-school-service   | 2020-05: 1000, 2020-06: 1301           | W-CHANGE
            after-school-service   | 2020-05: 1000, 2020-06: 701            |
            after-school-service   | 2020-05: 1000, 2020-06: 700            |
            after-school-service   | 2020-05: 1000, 2020-06: 699            | W-CHANGE
            # months were left out: a quarter is no long time, more is
            after-school-service   | 2020-03: 1000, 2020-06: 1301           | W-CHANGE
            after-school-service   | 2020-02: 1000, 2020-06: 1301           |
            # last year's December is the month before January
            after-school-service   | 2019-12: 1000, 2020-01: 1301           | W-CHANGE
            # a few schools more are none, from 10 on they are; from 0 there is no percentage
            after-school-service   | 2020-05: 12, 2020-06: 21               |
            after-school-service   | 2020-05: 12, 2020-06: 22               | W-CHANGE
            after-school-service   | 2020-05: 0, 2020-06: 500               |
            # a ratio: by its value, where the number of children behind it is not just a few
            preprimary-ger         | 2020-05: 5000/10000, 2020-06: 6500/10000 |
            preprimary-ger         | 2020-05: 5000/10000, 2020-06: 6501/10000 | W-CHANGE
            oversized-class-rate   | 2020-05: 12/800, 2020-06: 6/800        |
            oversized-class-rate   | 2020-05: 22/800, 2020-06: 12/800       | W-CHANGE
            # a new school year is another state
            preprimary-ger         | 2020-09: 5000/10000, 2020-10: 9000/10000 |
            preprimary-ger         | 2020-10: 5000/10000, 2020-11: 9000/10000 | W-CHANGE
            # a flow against the same month of last year, not against the month before, once it is judged
            education-expenditure  | 2020-04: 1000, 2020-05: 9000           |
            education-expenditure  | 2019-05: 1000, 2020-05: 1300           |
            education-expenditure  | 2019-05: 1000, 2020-05: 1301           | W-CHANGE
            education-expenditure  | 2019-05: 1000, 2020-05: 699            | W-CHANGE
            education-expenditure  | 2019-03: 1000, 2020-03: 5000           |
            # after the year: against last year's December
            education-expenditure  | 2019-12: 1000, 2021-03: 1301           | W-CHANGE
            """)
    void change_atItsEdges(String indicator, String series, @Nullable String expected) {
        assertCodes(findings(indicator, series, "-"), expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # against the month before: a thousandfold or a thousandth
            major-project-investment | 2020-05: 1000, 2020-06: 999999      | -          |
            major-project-investment | 2020-05: 1000, 2020-06: 1000000     | -          | W-SLIP
            major-project-investment | 2020-05: 1000, 2020-06: 10000000    | -          | W-SLIP
            major-project-investment | 2020-05: 1000, 2020-06: 100000000000| -          | W-SLIP
            major-project-investment | 2020-05: 28000000, 2020-06: 3720    | -          | W-SLIP W-CUMULATIVE
            major-project-investment | 2020-05: 28000000, 2020-06: 28001   | -          | W-CUMULATIVE
            after-school-service     | 2020-05: 20000, 2020-06: 20         | -          | W-SLIP
            # a slip says enough: no W-CHANGE, no W-COMPLETION beside it
            after-school-service     | 2020-05: 200, 2020-06: 2000000      | 200        | W-SLIP
            # against last year's month, where nothing was reported this year
            education-expenditure    | 2019-02: 50000000, 2020-02: 5000    | -          | W-SLIP
            # last year's December is no measure of January to date
            education-expenditure    | 2019-12: 100000000, 2020-01: 90000  | -          |
            # above the target: fiftyfold
            major-project-investment | 2020-01: 99999999                   | 2000000    | W-COMPLETION
            major-project-investment | 2020-01: 100000000                  | 2000000    | W-SLIP
            major-project-investment | 2020-01: 100000000                  | *2000000   | W-SLIP
            # below it: a two thousandth, once judged, and only of one's own
            major-project-investment | 2020-04: 1000                       | 2000000    | W-SLIP
            major-project-investment | 2020-04: 1001                       | 2000000    |
            major-project-investment | 2020-03: 1000                       | 2000000    |
            major-project-investment | 2020-04: 1000                       | *2000000   |
            # a real 0 is none, nor is a target of 0
            major-project-investment | 2020-05: 28000000, 2020-06: 0       | 2000000    | W-CUMULATIVE
            extra-large-classes      | 2020-10: 9000                       | ≤0         |
            # money per head may slip, a percentage cannot
            education-expenditure-per-student | 2019-05: 50000/10, 2020-05: 500000000/10 | - | W-SLIP
            """)
    void slip_atItsEdges(String indicator, String series, String target, @Nullable String expected) {
        assertCodes(findings(indicator, series, target), expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # W-RATE: below 1% where 10% or more is promised
            preprimary-ger        | 2020-10: 93/10000            | 93   | W-RATE
            preprimary-ger        | 2020-10: 100/10000           | 93   |
            preprimary-ger        | 2020-10: 0/10000             | 93   |
            preprimary-ger        | 2020-10: 93/10000            | 10   | W-RATE
            preprimary-ger        | 2020-10: 93/10000            | 9.9  |
            preprimary-ger        | 2020-10: 93/10000            | -    |
            oversized-class-rate  | 2020-10: 9/1000              | ≤30  |
            # W-OVER-100: gross ratios
            preprimary-ger        | 2020-10: 10000/10000         | 93   |
            preprimary-ger        | 2020-10: 10001/10000         | 93   | W-OVER-100
            education-expenditure-per-student | 2020-10: 900/1   | -    |
            # W-COMPLETION: over 150%, of the whole plan's target without one's own; shares of a low target are none
            major-project-investment | 2020-10: 150              | 100  |
            major-project-investment | 2020-10: 150.01           | 100  | W-COMPLETION
            major-project-investment | 2020-10: 150.01           | *100 | W-COMPLETION
            major-project-investment | 2020-10: 150.01           | -    |
            major-project-investment | 2020-10: 150.01           | ≤100 |
            public-kindergarten-share | 2020-10: 900/1000        | 50   |
            model-high-schools-level2 | 2020-10: 11              | 2    |
            model-high-schools-level2 | 2020-10: 12              | 2    | W-COMPLETION
            # W-EXACT: in December, unless it is a few, nothing or everybody
            major-project-investment | 2020-12: 100              | 100  | W-EXACT
            major-project-investment | 2020-12: 100.01           | 100  |
            major-project-investment | 2020-11: 100              | 100  |
            new-public-kindergarten-places | 2020-12: 99         | 99   |
            new-public-kindergarten-places | 2020-12: 100        | 100  | W-EXACT
            preprimary-ger        | 2020-12: 930/1000            | 93   | W-EXACT
            preprimary-ger        | 2020-12: 93/100              | 93   |
            oversized-class-rate  | 2020-12: 300/10000           | ≤3   | W-EXACT
            extra-large-classes   | 2020-12: 0                   | ≤0   |
            tianfu-cloud-connection | 2020-12: 200/200           | 100  |
            major-project-investment | 2020-12: 100              | *100 |
            """)
    void besideTheTarget_atItsEdges(String indicator, String series, String target, @Nullable String expected) {
        assertCodes(findings(indicator, series, target), expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            major-project-investment | 2020-04: 500, 2020-05: 500, 2020-06: 500     | 900  | W-SAME
            major-project-investment | 2020-04: 500, 2020-05: 500.00, 2020-06: 500  | -    | W-SAME
            major-project-investment | 2020-05: 500, 2020-06: 500                   | 900  |
            major-project-investment | 2020-03: 500, 2020-05: 500, 2020-06: 500     | 900  |
            major-project-investment | 2020-04: 499, 2020-05: 500, 2020-06: 500     | 900  |
            major-project-investment | 2019-11: 500, 2019-12: 500, 2020-01: 500     | 900  |
            # a few stay a few, from 10 on it may be a copy
            repeat-petitions         | 2020-04: 9, 2020-05: 9, 2020-06: 9           | -    |
            repeat-petitions         | 2020-04: 10, 2020-05: 10, 2020-06: 10        | -    | W-SAME
            # nothing stays nothing, and what is done stays done
            major-project-investment | 2020-04: 0, 2020-05: 0, 2020-06: 0           | 900  |
            major-project-investment | 2020-04: 500, 2020-05: 500, 2020-06: 500     | 500  |
            # what jumps stays until it jumps
            school-handover          | 2020-04: 1, 2020-05: 1, 2020-06: 1           | 2    |
            preprimary-ger           | 2020-10: 90/100, 2020-11: 90/100, 2020-12: 90/100 | 93 |
            """)
    void same_forThreeMonths(String indicator, String series, String target, @Nullable String expected) {
        assertCodes(findings(indicator, series, target), expected);
    }

    @Test
    void certifiedFigure_staysTheSame() {
        Indicator investment = PLAN.indicator("major-project-investment").orElseThrow();
        String series = "2020-04: 500, 2020-05: 500, 2020-06: 500";
        assertCodes(findings(investment, series, "900", Quality.PRELIMINARY), "W-SAME");
        assertCodes(findings(investment, series, "900", Quality.CERTIFIED), null);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            major-project-investment | 2020-05: 500, 2020-06: 499.99   | W-CUMULATIVE
            major-project-investment | 2020-05: 500, 2020-06: 500      |
            major-project-investment | 2020-02: 500, 2020-06: 499      | W-CUMULATIVE
            major-project-investment | 2019-12: 500, 2020-01: 40       |
            major-project-investment | 2019-11: 500, 2019-12: 499      | W-CUMULATIVE
            # the numerator is the amount: per head it may fall
            education-expenditure-per-student | 2020-05: 500/10, 2020-06: 600/13 |
            education-expenditure-per-student | 2020-05: 500/13, 2020-06: 499/10 | W-CUMULATIVE
            # the year's final amount goes on from December
            education-expenditure    | 2020-12: 500, 2021-06: 499      | W-CUMULATIVE
            after-school-service     | 2020-05: 500, 2020-06: 499      |
            """)
    void amountToDate_doesNotFall(String indicator, String series, @Nullable String expected) {
        assertCodes(findings(indicator, series, "-"), expected);
    }

    @ParameterizedTest
    @CsvSource({"2020-10: 40/100, ", "2020-10: 40/99, W-DENOMINATOR", "2019-10: 40/99, "})
    void denominator_isTheFrozenOne(String series, @Nullable String expected) {
        Indicator share = withFrozenDenominator("public-kindergarten-share");
        List<Finding> findings = findings(share, series, "-", Quality.PRELIMINARY);
        assertCodes(findings, expected);
        assertThat(findings).allMatch(finding -> finding.field().equals("denominator"));
    }

    private static Indicator withFrozenDenominator(String code) {
        Indicator indicator = PLAN.indicator(code).orElseThrow();
        return new Indicator(
                indicator.code(),
                indicator.name(),
                indicator.english(),
                indicator.workItem(),
                indicator.quote(),
                indicator.rules(),
                indicator.target(),
                indicator.floorSource(),
                indicator.reporter(),
                indicator.appliesTo(),
                indicator.judgedOnlyAtTop(),
                indicator.confidential(),
                indicator.assumed(),
                Map.of(REGION, new BigDecimal(FROZEN)));
    }

    @Test
    void words_nameNumbersUnitsAndRemedy() {
        assertThat(findings("after-school-service", "2020-05: 1000, 2020-06: 1350", "-"))
                .containsExactly(
                        new Finding(
                                "value",
                                "W-CHANGE",
                                new Text(
                                        "1350 所比 2020-05 的 1000 所增加 35.0%，变动超过 30%，请核对。",
                                        "1350 schools is 35.0% more than the 1000 schools of 2020-05, a change of over 30%; please check it.")));
        assertThat(findings("major-project-investment", "2020-05: 28000000, 2020-06: 2800", "-")
                        .get(0)
                        .what())
                .isEqualTo(
                        new Text(
                                "2800 元约为 2020-05 的 28000000 元的 10000 分之一，是否误用了单位（元、万元、亿元）？",
                                "2800 yuan is about 1/10000 of the amount reported for 2020-05, 28000000 yuan: is the unit right (元, 万元, 亿元)?"));
        assertThat(findings("major-project-investment", "2020-01: 20000000000", "2000000")
                        .get(0)
                        .what())
                .isEqualTo(
                        new Text(
                                "20000000000 元约为 目标值 2000000 元的 10000 倍，是否误用了单位（元、万元、亿元）？",
                                "20000000000 yuan is about 10000 times the amount of the target, 2000000 yuan: is the unit right (元, 万元, 亿元)?"));
    }

    @Test
    void monthlyAmounts_areAddedUpBeforeTheyAreComparedWithTheTarget() {
        Indicator investment = PLAN.indicator("major-project-investment").orElseThrow();
        Rules rules = investment.rules();
        Rules monthly = new Rules(
                rules.measure(),
                Kind.FLOW_MONTHLY,
                rules.frequency(),
                rules.planStart(),
                rules.judgedFrom(),
                rules.due(),
                rules.commitment(),
                rules.thresholds(),
                rules.confirm());
        NavigableMap<Period, Figure> figures = new TreeMap<>();
        for (int month = 1; month <= 4; month++) {
            Period period = Period.of(2020, month);
            Amount amount = new Quantity(BigDecimal.valueOf(39 + month % 2));
            figures.put(period, new Figure(investment.code(), REGION, period, amount, Quality.PRELIMINARY, null));
        }
        Target target = new Target(new Direction.AtLeast(Exact.of(100), null), new Trajectory.Linear(), null, null);
        Indicator alone = new Indicator(
                investment.code(),
                investment.name(),
                investment.english(),
                investment.workItem(),
                investment.quote(),
                monthly,
                target,
                null,
                investment.reporter(),
                investment.appliesTo(),
                false,
                false,
                List.of(),
                Map.of());
        assertCodes(SoftRules.of(new Observed(alone, figures.get(Period.of(2020, 3)), figures, target, target)), null);
        assertCodes(
                SoftRules.of(new Observed(alone, figures.get(Period.of(2020, 4)), figures, target, target)),
                "W-COMPLETION");
    }
}
