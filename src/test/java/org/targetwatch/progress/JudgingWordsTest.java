package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure.OfQuantity;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Direction.Sense;

/** The words of judging as others store, query and print them, and the promises that make no sense. */
class JudgingWordsTest {
    private static final Period JANUARY = Period.of(2020, 1);

    private static List<String> codes(Coded... constants) {
        return Arrays.stream(constants).map(Coded::code).toList();
    }

    @Test
    void statuses_haveTheirNumbersCodesAndWords() {
        assertThat(codes(Status.values()))
                .containsExactly(
                        "unknown", "no_target", "not_due", "achieved", "on_track", "behind", "far_behind", "missed");
        assertThat(Arrays.stream(Status.values()).map(Status::number)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(Arrays.stream(Status.values()).map(Status::chinese))
                .containsExactly("未报送", "未分解", "未到考核期", "已达标", "正常", "滞后", "严重滞后", "未达标");
        assertThat(Arrays.stream(Status.values()).map(Status::english))
                .containsExactly(
                        "not reported",
                        "no target",
                        "not due",
                        "achieved",
                        "on track",
                        "behind",
                        "far behind",
                        "missed");
    }

    @Test
    void status_ofItsNumber_isItself() {
        assertThat(Status.values()).allMatch(status -> Status.ofNumber(status.number()) == status);
    }

    @Test
    void greenLights_areAchievedAndOnTrack() {
        assertThat(Arrays.stream(Status.values()).filter(Status::isGreen))
                .containsExactly(Status.ACHIEVED, Status.ON_TRACK);
    }

    @Test
    void severities_areNumberedByTheirPlace() {
        assertThat(codes(Severity.values())).containsExactly("none", "info", "warning", "critical");
    }

    @Test
    void commitments_haveTheirVerbsAndCaps() {
        assertThat(codes(Commitment.values())).containsExactly("guaranteed", "stated", "planned", "strive", "promote");
        assertThat(Arrays.stream(Commitment.values()).map(Commitment::chinese))
                .containsExactly("确保", "达", "计划", "力争", "推动");
        assertThat(Arrays.stream(Commitment.values()).map(Commitment::cap))
                .containsExactly(
                        Severity.CRITICAL, Severity.CRITICAL, Severity.WARNING, Severity.WARNING, Severity.INFO);
    }

    @Test
    void reasons_sayWhyInBothLanguages() {
        assertThat(codes(Reason.values())).containsExactly("no_figure", "no_reference", "coverage");
        assertThat(Reason.values()).allSatisfy(reason -> {
            assertThat(reason.chinese()).containsPattern("\\p{IsHan}");
            assertThat(reason.english()).containsPattern("[a-z]");
        });
    }

    @Test
    void directionsAndTrajectories_haveTheCatalogueNames() {
        assertThat(List.of(
                                new Direction.AtLeast(Exact.ONE, null),
                                new Direction.AtMost(Exact.ONE),
                                new Direction.Between(Exact.ZERO, Exact.ONE),
                                new Direction.NotBelowLastYear(),
                                new Direction.NotAboveLastYear())
                        .stream()
                        .map(Direction::code))
                .containsExactly("at-least", "at-most", "between", "not-below-last-year", "not-above-last-year");
        assertThat(List.of(
                                new Trajectory.Linear(),
                                new Trajectory.Steps(new TreeMap<>(java.util.Map.of(JANUARY, Exact.ONE))),
                                new Trajectory.Seasonal(Collections.nCopies(12, Exact.ratio(1, 12))),
                                new Trajectory.FromMonth(JANUARY))
                        .stream()
                        .map(Trajectory::code))
                .containsExactly("linear", "steps", "seasonal", "from-month");
        assertThat(codes(Bound.Side.values())).containsExactly("lower", "upper");
    }

    @Test
    void undecided_ofEachSense_knowsTheGoodSideAndNoLine() {
        assertThat(List.of(Sense.AT_LEAST, Sense.AT_MOST, Sense.BETWEEN)).allSatisfy(sense -> {
            Direction undecided = new Direction.Undecided(sense);
            assertThat(undecided.code()).isEqualTo(sense.code());
            assertThat(undecided.comparesWithLastYear()).isFalse();
            assertThat(undecided.bound(Exact.ONE, Exact.ONE)).isEmpty();
            assertThat(target(undecided).isDecided()).isFalse();
        });
        assertThat(new Direction.Undecided(Sense.AT_LEAST).better()).contains(Bound.Side.LOWER);
        assertThat(new Direction.Undecided(Sense.AT_MOST).better()).contains(Bound.Side.UPPER);
        assertThat(new Direction.Undecided(Sense.BETWEEN).better()).isEmpty();
        assertThat(target(new Direction.AtMost(Exact.ZERO)).isDecided()).isTrue();
        assertThat(target(new Direction.NotBelowLastYear()).isDecided()).isTrue();
    }

    private static Target target(Direction direction) {
        return new Target(direction, new Trajectory.Linear(), null, Exact.ONE);
    }

    @Test
    void undecided_comparedWithLastYear_isRefused() {
        assertThat(List.of(Sense.NOT_BELOW_LAST_YEAR, Sense.NOT_ABOVE_LAST_YEAR))
                .allSatisfy(sense -> assertThatThrownBy(() -> new Direction.Undecided(sense))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Last year decides " + sense.code() + ", nobody else has to"));
    }

    @Test
    void floor_ofAnUndecidedTarget_standsOnTheSideThatIsNotGood() {
        assertThat(target(new Direction.Undecided(Sense.AT_LEAST)).breaksFloor(Exact.ZERO))
                .isTrue();
        assertThat(target(new Direction.Undecided(Sense.AT_LEAST)).breaksFloor(Exact.ONE))
                .isFalse();
        assertThat(target(new Direction.Undecided(Sense.AT_MOST)).breaksFloor(Exact.of(2)))
                .isTrue();
        assertThat(target(new Direction.Undecided(Sense.BETWEEN)).breaksFloor(Exact.ZERO))
                .isFalse();
    }

    @Test
    void range_turnedAround_isRefused() {
        assertThatThrownBy(() -> new Direction.Between(Exact.of(2), Exact.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The low end 2 lies above the high end 1");
        assertThat(new Direction.Between(Exact.of(2), Exact.of(2)).low()).isEqualTo(Exact.of(2));
    }

    @Test
    void range_withoutAFigure_speaksOfItsLowEnd() {
        assertThat(new Direction.Between(Exact.of(1), Exact.of(2)).bound(null, null))
                .contains(new Bound(Bound.Side.LOWER, Exact.of(1)));
    }

    @Test
    void steps_withoutAny_areRefused() {
        assertThatThrownBy(() -> new Trajectory.Steps(new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A trajectory in steps needs at least one step");
    }

    @Test
    void steps_givenAway_cannotBeChangedAfterwards() {
        TreeMap<Period, Exact> given = new TreeMap<>(java.util.Map.of(JANUARY, Exact.ONE));
        Trajectory.Steps steps = new Trajectory.Steps(given);
        given.clear();
        assertThat(steps.values()).hasSize(1);
        assertThatThrownBy(() -> steps.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void seasons_thatAreNotTwelveOrDoNotSumToOne_areRefused() {
        assertThatThrownBy(() -> new Trajectory.Seasonal(Collections.nCopies(12, Exact.ratio(1, 11))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A seasonal trajectory needs twelve shares that sum to 1: [0.0909090909,");
        assertThatThrownBy(() -> new Trajectory.Seasonal(Collections.nCopies(4, Exact.ratio(1, 4))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thresholds_outOfOrder_areRefused() {
        assertThatThrownBy(() -> new Thresholds(Exact.of(15), Exact.of(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Thresholds must satisfy 0 <= yellow <= red: 15, 5");
        assertThatThrownBy(() -> new Thresholds(Exact.of(-1), Exact.of(5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Thresholds(Exact.ZERO, Exact.ZERO).red()).isEqualTo(Exact.ZERO);
        assertThat(Thresholds.DEFAULT).isEqualTo(new Thresholds(Exact.of(5), Exact.of(15)));
    }

    private static Rules rules(Period judgedFrom, Period due) {
        return new Rules(
                new OfQuantity(Unit.of(Base.ITEM)),
                Kind.STOCK,
                Frequency.MONTHLY,
                JANUARY,
                judgedFrom,
                due,
                Commitment.STATED,
                Thresholds.DEFAULT,
                false);
    }

    @Test
    void judging_thatStartsAfterTheDueMonth_isRefused() {
        assertThatThrownBy(() -> rules(Period.of(2020, 10), Period.of(2020, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("judged-from 2020-10 lies after the due month 2020-09");
        assertThat(rules(Period.of(2020, 9), Period.of(2020, 9)).due()).isEqualTo(Period.of(2020, 9));
    }

    @Test
    void lastPeriod_isDecemberOrALaterDueMonth() {
        assertThat(rules(JANUARY, Period.of(2020, 9)).lastPeriod()).isEqualTo(Period.of(2020, 12));
        assertThat(rules(JANUARY, Period.of(2021, 4)).lastPeriod()).isEqualTo(Period.of(2021, 4));
        assertThat(rules(JANUARY, Period.of(2021, 4)).planEnd()).isEqualTo(Period.of(2020, 12));
    }
}
