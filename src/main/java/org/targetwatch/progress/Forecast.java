package org.targetwatch.progress;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;

/**
 * 预测: where a card will stand in the due month, made from at most a year and a half of monthly values. How, how well,
 * and where it fails is told in {@code docs/forecast.md}.
 */
public sealed interface Forecast {

    /** The actual value to date of one period, in the unit of the card. */
    record Point(Period period, Exact actual) {}

    /**
     * Numbers in the unit of the card, {@code low <= value <= high}, rounded half up to two decimals (four for 元/人 and
     * its kin).
     *
     * @param value as likely to be exceeded as not
     * @param low with {@code high}: the 80% interval; the due month ends below it once in ten times, and above it once
     * @param probability that the target is met in the due month, equality included; two decimals, 0.05 to
     *     0.95 as far as the figures tell; 0.01 and 0.99 where the range of possible values decides, as when a flow has
     *     passed the line and only a correction could take it back
     */
    record Estimate(Exact value, Exact low, Exact high, Exact probability) implements Forecast {}

    /** No forecast, and why. */
    record Absent(Reason reason) implements Forecast {}

    /** Why there is no forecast. */
    enum Reason implements Coded {
        NO_TARGET("未分解目标，不作预测", "there is no target to forecast against"),
        DECIDED("已到考核月，结果已定", "the due month has been reached, so the result is known"),
        TOO_EARLY("考核期内数据不足三个月，尚早", "too early: fewer than three judged points"),
        NO_REFERENCE("缺少上年考核月的同期数据", "last year's figure of the due month is missing"),
        NOTHING_EXPECTED(
                "按计划尚未起步，数据也未变动，进度无从判断", "nothing is expected yet and nothing has moved, so the pace is unknown");

        private final String chinese;
        private final String english;

        Reason(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /**
     * The forecast of a card.
     *
     * @param target in force for the card's period; null when the region has none
     * @param points one per period of the plan that has an actual value, in the order of periods, up to and including
     *     the one that the card is about
     * @param lastYearAtDue what last-year directions will compare the due month with; null when it is not known
     */
    static Forecast of(Rules rules, @Nullable Target target, List<Point> points, @Nullable Exact lastYearAtDue) {
        return ForecastCase.forecast(rules, target, points, lastYearAtDue);
    }
}
