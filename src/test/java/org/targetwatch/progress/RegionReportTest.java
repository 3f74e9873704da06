package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure.OfQuantity;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Term;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;

class RegionReportTest {
    private static final Trajectory LINEAR = new Trajectory.Linear();
    private static final Trajectory FROM_OCTOBER = new Trajectory.FromMonth(month(10));
    private static final BigDecimal FROZEN = new BigDecimal("120");

    private static Period month(int month) {
        return Period.of(2020, 1).plusMonths(month - 1);
    }

    private static Rules rules(Kind kind) {
        return rules(kind, Frequency.MONTHLY, Period.of(2021, 3));
    }

    private static Rules rules(Kind kind, Frequency frequency, Period due) {
        return new Rules(
                new OfQuantity(Unit.of(Base.ITEM)),
                kind,
                frequency,
                month(1),
                month(10).earlierOf(due),
                due,
                Commitment.STATED,
                Thresholds.DEFAULT,
                false);
    }

    /** Of figures given as pairs of month and value: 3, 5 is 5 for March; month 0 is last December, -6 last June. */
    private static Tally tally(Kind kind, @Nullable Trajectory trajectory, int period, int... monthsAndValues) {
        return tally(rules(kind), trajectory, period, monthsAndValues);
    }

    private static Tally tally(Rules rules, @Nullable Trajectory trajectory, int period, int... monthsAndValues) {
        return tally(rules, trajectory, Term.ALWAYS, period, monthsAndValues);
    }

    private static Tally tally(
            Rules rules, @Nullable Trajectory trajectory, Term term, int period, int... monthsAndValues) {
        Map<Period, Amount> figures = new TreeMap<>();
        for (int i = 0; i < monthsAndValues.length; i += 2) {
            figures.put(month(monthsAndValues[i]), quantity(monthsAndValues[i + 1]));
        }
        return new RegionReport(rules, trajectory, figures, FROZEN, term).tally(month(period));
    }

    private static Amount quantity(int value) {
        return new Quantity(BigDecimal.valueOf(value));
    }

    private static Tally reported(int value) {
        return new Tally(quantity(value), new Coverage(1, 1, 0, 0), BigDecimal.ZERO, null, null);
    }

    private static Tally carried(int value) {
        return new Tally(quantity(value), new Coverage(1, 0, 1, 0), BigDecimal.ZERO, null, null);
    }

    private static Tally missing() {
        return new Tally(null, new Coverage(1, 0, 0, 1), FROZEN, null, null);
    }

    @Test
    void region_thatReportedThisPeriod_bringsThatFigure() {
        assertThat(tally(Kind.FLOW_TO_DATE, LINEAR, 6, 5, 4, 6, 7, 7, 9)).isEqualTo(reported(7));
        assertThat(tally(Kind.STOCK, LINEAR, 6, 5, 4, 6, 0)).isEqualTo(reported(0));
    }

    @Test
    void region_thatDidNotReportThisPeriod_carriesItsLatestToDateValue() {
        assertThat(tally(Kind.FLOW_TO_DATE, LINEAR, 8, 3, 2, 6, 7)).isEqualTo(carried(7));
        assertThat(tally(Kind.STOCK, null, 8, 6, 7, 9, 3)).isEqualTo(carried(7));
    }

    @Test
    void region_thatNeverReportedInThePlansYear_isMissingWithItsFrozenDenominator() {
        assertThat(tally(Kind.STOCK, LINEAR, 6)).isEqualTo(missing());
        assertThat(tally(Kind.STOCK, LINEAR, 6, 7, 3)).as("only later months").isEqualTo(missing());
        assertThat(tally(Kind.STOCK, LINEAR, 6, 0, 3))
                .as("last December is a reference only")
                .isEqualTo(missing());
    }

    @Test
    void january_itself_isTheFirstMonthThatCounts() {
        assertThat(tally(Kind.STOCK, LINEAR, 1, 1, 3)).isEqualTo(reported(3));
        assertThat(tally(Kind.FLOW_MONTHLY, LINEAR, 1, 1, 3)).isEqualTo(reported(3));
    }

    @Test
    void monthlyFlow_withEveryMonth_isTheirSum() {
        assertThat(tally(Kind.FLOW_MONTHLY, LINEAR, 4, 1, 1, 2, 2, 3, 0, 4, 4)).isEqualTo(reported(7));
    }

    @Test
    void monthlyFlow_withAHole_isTheSumOfWhatCameAndIncomplete() {
        assertThat(tally(Kind.FLOW_MONTHLY, LINEAR, 4, 1, 1, 3, 3, 4, 4))
                .as("hole")
                .isEqualTo(carried(8));
        assertThat(tally(Kind.FLOW_MONTHLY, LINEAR, 4, 1, 1, 2, 2, 3, 3))
                .as("late")
                .isEqualTo(carried(6));
        assertThat(tally(Kind.FLOW_MONTHLY, LINEAR, 4, 4, 4)).as("first months").isEqualTo(carried(4));
    }

    @Test
    void fromMonth_fromJudgedFromOn_carriesNothingOfBefore() {
        assertThat(tally(Kind.STOCK, FROM_OCTOBER, 10, 9, 5)).isEqualTo(missing());
        assertThat(tally(Kind.STOCK, FROM_OCTOBER, 12, 9, 5)).isEqualTo(missing());
        assertThat(tally(Kind.FLOW_TO_DATE, FROM_OCTOBER, 10, 9, 5)).isEqualTo(missing());
        assertThat(tally(Kind.FLOW_MONTHLY, FROM_OCTOBER, 10, 9, 5)).isEqualTo(missing());
    }

    @Test
    void fromMonth_onEitherSideOfJudgedFrom_carriesAsOthersDo() {
        assertThat(tally(Kind.STOCK, FROM_OCTOBER, 9, 8, 5)).as("before").isEqualTo(carried(5));
        assertThat(tally(Kind.STOCK, FROM_OCTOBER, 12, 10, 5)).as("after").isEqualTo(carried(5));
        assertThat(tally(Kind.STOCK, LINEAR, 10, 9, 5)).as("another trajectory").isEqualTo(carried(5));
    }

    /** The months before judging began belong to the year's amount; only the state of a stock starts anew. */
    @Test
    void fromMonth_ofAMonthlyFlow_stillAddsUpTheWholeYear() {
        int[] everyMonth = {1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1, 8, 1, 9, 1, 10, 1};
        assertThat(tally(Kind.FLOW_MONTHLY, FROM_OCTOBER, 10, everyMonth)).isEqualTo(reported(10));
    }

    @Test
    void lastYear_ofTheSamePeriod_isComparedWithWhatThisYearBrought() {
        Tally tally = tally(Kind.FLOW_TO_DATE, LINEAR, 6, 6, 7, -6, 5, -5, 6);
        assertThat(tally.comparable()).isEqualTo(quantity(7));
        assertThat(tally.lastYear()).isEqualTo(quantity(5));
    }

    @Test
    void lastYear_ofAnotherMonth_isNoReference() {
        Tally tally = tally(Kind.FLOW_TO_DATE, LINEAR, 6, 6, 7, -7, 5, -5, 6);
        assertThat(tally).isEqualTo(reported(7));
    }

    @Test
    void lastYear_ofAMissingRegion_doesNotCount() {
        assertThat(tally(Kind.FLOW_TO_DATE, LINEAR, 6, -6, 5)).isEqualTo(missing());
    }

    @Test
    void lastYear_ofAMonthlyFlow_isTheSumOfAllItsMonthsOrNone() {
        Tally complete = tally(Kind.FLOW_MONTHLY, LINEAR, 2, 1, 1, 2, 1, -11, 3, -10, 4);
        assertThat(complete.lastYear()).isEqualTo(quantity(7));
        assertThat(complete.comparable()).isEqualTo(quantity(2));
        Tally holed = tally(Kind.FLOW_MONTHLY, LINEAR, 2, 1, 1, 2, 1, -10, 4);
        assertThat(holed).isEqualTo(reported(2));
    }

    @Test
    void lastYear_ofMonthsAfterThePlansYear_isLastDecember() {
        Tally tally = tally(Kind.FLOW_TO_DATE, LINEAR, 15, 15, 9, 0, 8, 3, 1);
        assertThat(tally.lastYear()).isEqualTo(quantity(8));
    }

    @Test
    void dueMonth_onceReported_leavesNothingToAskFor() {
        Rules july = rules(Kind.STOCK, Frequency.MONTHLY, month(7));
        assertThat(tally(july, LINEAR, 9, 7, 5)).as("reported in time").isEqualTo(reported(5));
        assertThat(tally(july, LINEAR, 9, 8, 5)).as("reported late").isEqualTo(reported(5));
        assertThat(tally(july, LINEAR, 9, 6, 5)).as("only the month before").isEqualTo(carried(5));
        assertThat(tally(july, LINEAR, 7, 6, 5)).as("in the due month").isEqualTo(carried(5));
    }

    @Test
    void dueMonth_onceOver_isComparedWithItsOwnMonthOfLastYear() {
        Rules july = rules(Kind.FLOW_TO_DATE, Frequency.MONTHLY, month(7));
        assertThat(tally(july, LINEAR, 9, 7, 5, -5, 4).lastYear()).isEqualTo(quantity(4));
    }

    @Test
    void region_thatEnded_leavesItsAmountsButNotItsState() {
        Term untilJune = new Term(null, month(6));
        assertThat(tally(rules(Kind.FLOW_TO_DATE), LINEAR, untilJune, 6, 5, 3))
                .as("its last month")
                .isEqualTo(carried(3));
        assertThat(tally(rules(Kind.FLOW_TO_DATE), LINEAR, untilJune, 7, 5, 3))
                .as("what it brought stays, nothing more is expected")
                .isEqualTo(new Tally(quantity(3), Coverage.NONE, BigDecimal.ZERO, null, null));
        assertThat(tally(rules(Kind.FLOW_MONTHLY), LINEAR, untilJune, 8, 5, 3, 6, 1)
                        .amount())
                .isEqualTo(quantity(4));
        assertThat(tally(rules(Kind.STOCK), LINEAR, untilJune, 7, 6, 3))
                .as("its state is part of another region's")
                .isEqualTo(Tally.EMPTY);
    }

    @Test
    void region_thatBegan_isExpectedFromThenOn() {
        Term fromJuly = new Term(month(7), null);
        assertThat(tally(rules(Kind.FLOW_TO_DATE), LINEAR, fromJuly, 6, 7, 3)).isEqualTo(Tally.EMPTY);
        assertThat(tally(rules(Kind.FLOW_TO_DATE), LINEAR, fromJuly, 7)).isEqualTo(missing());
        assertThat(tally(rules(Kind.FLOW_TO_DATE), LINEAR, fromJuly, 7, 7, 3)).isEqualTo(reported(3));
    }

    @Test
    void quarter_reportedAtItsEnd_standsUntilTheNextEnds() {
        Rules quarterly = rules(Kind.FLOW_TO_DATE, Frequency.QUARTERLY, month(12));
        assertThat(tally(quarterly, LINEAR, 3, 3, 5)).as("March").isEqualTo(reported(5));
        assertThat(tally(quarterly, LINEAR, 5, 3, 5)).as("May").isEqualTo(reported(5));
        assertThat(tally(quarterly, LINEAR, 6, 3, 5)).as("June").isEqualTo(carried(5));
        assertThat(tally(quarterly, LINEAR, 2)).as("February").isEqualTo(missing());
    }

    @Test
    void quarters_ofAmountsOfTheirOwn_addUp() {
        Rules quarterly = rules(Kind.FLOW_MONTHLY, Frequency.QUARTERLY, month(12));
        assertThat(tally(quarterly, LINEAR, 7, 3, 5, 6, 2)).as("both").isEqualTo(reported(7));
        assertThat(tally(quarterly, LINEAR, 7, 6, 2)).as("the first is missing").isEqualTo(carried(2));
    }

    @Test
    void quarters_ofLastYear_areComparedWithTheSameOnes() {
        Rules toDate = rules(Kind.FLOW_TO_DATE, Frequency.QUARTERLY, month(12));
        assertThat(tally(toDate, LINEAR, 4, 3, 5, -9, 4).lastYear()).isEqualTo(quantity(4));
        Rules amounts = rules(Kind.FLOW_MONTHLY, Frequency.QUARTERLY, month(12));
        assertThat(tally(amounts, LINEAR, 8, 3, 5, 6, 1, -9, 4, -6, 3).lastYear())
                .isEqualTo(quantity(7));
        assertThat(tally(amounts, LINEAR, 8, 3, 5, 6, 1, -6, 3).lastYear()).isNull();
    }

    @Test
    void year_isReportedOnceInItsDueMonth() {
        Rules yearly = rules(Kind.STOCK, Frequency.YEARLY, month(9));
        assertThat(tally(yearly, LINEAR, 8)).as("before").isEqualTo(missing());
        assertThat(tally(yearly, LINEAR, 9, 9, 5)).as("in it").isEqualTo(reported(5));
        assertThat(tally(yearly, LINEAR, 12, 9, 5)).as("after").isEqualTo(reported(5));
    }

    @Test
    void figures_givenToAReport_areItsOwnFromThenOn() {
        Map<Period, Amount> figures = new TreeMap<>(Map.of(month(6), quantity(7)));
        RegionReport report = new RegionReport(rules(Kind.STOCK), LINEAR, figures, null, Term.ALWAYS);
        figures.clear();
        assertThat(report.tally(month(6))).isEqualTo(reported(7));
    }
}
