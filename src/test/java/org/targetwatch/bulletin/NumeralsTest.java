package org.targetwatch.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;

class NumeralsTest {
    private static Unit unit(String symbol) {
        return Unit.parse(symbol).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "67.845, 67.85",
        "67.844, 67.84",
        "2.5, 2.5",
        "20.00, 20",
        "0, 0",
        "0.004, 0",
        "-1.005, -1.01",
        "1234567.8, 1234567.8"
    })
    void number_shown_hasTwoDecimalsAtMostHalfUp(String value, String shown) {
        assertThat(Numerals.shown(Exact.of(value))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "亿元, 2000000000, 亿元",
        "亿元, 10000000, 亿元",
        "亿元, 9990000, 万元",
        "亿元, 900, 元",
        "万平方米, 76000, 万平方米",
        "万平方米, 400, 平方米",
        "亿元, 0, 亿元",
        "所, 6, 所",
        "%, 0.01, %"
    })
    void unit_inWhichLittleWouldBeLeft_isAFinerOne(String plan, String value, String fitting) {
        assertThat(Numerals.fitting(unit(plan), Exact.of(value)).symbol()).isEqualTo(fitting);
    }

    @Test
    void unit_ofSeveralValues_isThatOfTheSmallest() {
        assertThat(Numerals.fitting(unit("亿元"), List.of(Exact.of("500000000"), Exact.of("460000")))
                        .symbol())
                .isEqualTo("万元");
    }

    @ParameterizedTest
    @CsvSource({"0.004, 不足0.01", "0, 0", "9.149, 9.15"})
    void points_tooSmallToBeShown_areNotNone(String value, String shown) {
        assertThat(Numerals.pointsText(Exact.of(value))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "9, 九", "10, 十", "11, 十一", "20, 二十", "21, 二十一", "30, 三十"})
    void number_ofAHeading_isChinese(int number, String chinese) {
        assertThat(Numerals.chinese(number)).isEqualTo(chinese);
    }
}
