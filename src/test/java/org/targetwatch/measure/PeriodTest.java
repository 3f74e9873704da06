package org.targetwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final Period SEPTEMBER = Period.of(2020, 9);

    @ParameterizedTest
    @ValueSource(strings = {"2020-01", "2020-09", "2020-12", "1999-10"})
    void parse_ofAMonth_isTheInverseOfItsText(String text) {
        assertThat(Period.parse(text)).map(Period::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-13",
                "2020-00",
                "20-09",
                "2020-9",
                "2020/09",
                "202009",
                "2020-09-01",
                "2020-09 ",
                " 2020-09",
                "",
                "二〇二〇-09",
                "２０２０-09",
                "+12020-09",
                "12020-09",
                "-2020-09",
                "2020-W9",
                "2020年9月"
            })
    void parse_ofAnythingElse_isEmpty(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    /** 30 December 2019 lies in week 1 of 2020: a week-based year would put it, and its month, a year late. */
    @Test
    void yearEnd_inTheFirstWeekOfNextYear_staysInItsOwnYear() {
        assertThat(Period.containing(LocalDate.of(2019, 12, 30))).hasToString("2019-12");
        assertThat(Period.parse("2019-12")).contains(Period.containing(LocalDate.of(2019, 12, 30)));
        assertThat(Period.containing(LocalDate.of(2021, 1, 1))).hasToString("2021-01");
    }

    @Test
    void index_ofConsecutiveMonths_isConsecutiveAndReversible() {
        assertThat(Period.of(2020, 1).index()).isEqualTo(2020 * 12);
        assertThat(SEPTEMBER.index()).isEqualTo(2020 * 12 + 8);
        Seeded.times(500, seeded -> {
            Period period = Period.of(seeded.between(-2, 3000), seeded.between(1, 12));
            assertThat(Period.ofIndex(period.index())).isEqualTo(period);
            assertThat(period.next().index()).isEqualTo(period.index() + 1);
            assertThat(period.next().previous()).isEqualTo(period);
        });
    }

    @Test
    void parts_ofAMonth_areItsYearAndMonth() {
        assertThat(SEPTEMBER.year()).isEqualTo(2020);
        assertThat(SEPTEMBER.monthOfYear()).isEqualTo(9);
        assertThat(Period.of(2020, 2).firstDay()).isEqualTo("2020-02-01");
        assertThat(Period.of(2020, 2).lastDay()).isEqualTo("2020-02-29");
    }

    @Test
    void monthsUntil_ofAnotherMonth_countsForwardAndBack() {
        assertThat(SEPTEMBER.monthsUntil(Period.of(2020, 12))).isEqualTo(3);
        assertThat(SEPTEMBER.monthsUntil(SEPTEMBER)).isZero();
        assertThat(SEPTEMBER.monthsUntil(Period.of(2019, 12))).isEqualTo(-9);
        assertThat(SEPTEMBER.plusMonths(4)).isEqualTo(Period.of(2021, 1));
    }

    @Test
    void through_ofALaterMonth_includesBothEndsAndCrossesTheYear() {
        assertThat(Period.of(2020, 11).through(Period.of(2021, 2)))
                .map(Period::toString)
                .containsExactly("2020-11", "2020-12", "2021-01", "2021-02");
        assertThat(SEPTEMBER.through(SEPTEMBER)).containsExactly(SEPTEMBER);
        assertThat(SEPTEMBER.through(SEPTEMBER.previous())).isEmpty();
    }

    @Test
    void order_ofMonths_isThatOfTime() {
        Period december = Period.of(2019, 12);
        assertThat(december).isLessThan(SEPTEMBER).matches(period -> period.isBefore(SEPTEMBER));
        assertThat(SEPTEMBER).matches(period -> period.isAfter(december)).matches(period -> !period.isBefore(december));
        assertThat(SEPTEMBER.isBefore(SEPTEMBER)).isFalse();
        assertThat(SEPTEMBER.isAfter(SEPTEMBER)).isFalse();
        assertThat(SEPTEMBER.earlierOf(december))
                .isEqualTo(december.earlierOf(SEPTEMBER))
                .isEqualTo(december);
        assertThat(SEPTEMBER.laterOf(december))
                .isEqualTo(december.laterOf(SEPTEMBER))
                .isEqualTo(SEPTEMBER);
    }

    @Test
    void of_aThirteenthMonth_isRefused() {
        assertThatThrownBy(() -> Period.of(2020, 13)).isInstanceOf(DateTimeException.class);
    }
}
