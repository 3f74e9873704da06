package org.targetwatch.page.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Line;
import org.targetwatch.page.Shown;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Forecast;
import org.targetwatch.scorecard.Card;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** A number of a card with its name. */
record Fact(String name, String value, @Nullable String note) {

    /** Those that stand beside the actual value. */
    static List<Fact> of(Card card, Measure measure, Language language) {
        return new Maker(card.assessment(), measure, language).facts(card.forecast());
    }

    private record Maker(Assessment assessment, Measure measure, Language language) {
        List<Fact> facts(Forecast forecast) {
            return List.of(
                    fact("序时目标", "Expected by now", Shown.value(assessment.expected(), unit(), language), null),
                    fact("距目标", "Missing to the target", gap(), count()),
                    fact("滞后点数", "Lag points", points(assessment.lagPoints()), null),
                    fact("完成率", "Completion", percent(assessment.completionRate()), null),
                    fact("今后每月至少", "Needed each month", difference(assessment.requiredPerMonth()), null),
                    chance(forecast));
        }

        private Unit unit() {
            return measure.unit();
        }

        private Fact fact(String zh, String en, String value, @Nullable String note) {
            return new Fact(new Text(zh, en).in(language), value, note);
        }

        private String difference(@Nullable Exact difference) {
            return difference == null ? Shown.NONE : Line.difference(difference, unit(), language);
        }

        private static String percent(@Nullable Exact rate) {
            return rate == null ? Shown.NONE : Shown.number(rate) + "%";
        }

        private String points(@Nullable Exact points) {
            if (points == null) {
                return Shown.NONE;
            }
            return points.isPositive()
                    ? Text.of("%s 个百分点", "%s points", Shown.number(points.rounded(1)))
                            .in(language)
                    : new Text("未落后", "not behind").in(language);
        }

        private String gap() {
            Exact gap = assessment.gap();
            return gap == null || gap.isPositive() ? difference(gap) : new Text("已达到", "reached").in(language);
        }

        /** The people or classes behind the gap of a ratio. */
        private @Nullable String count() {
            Exact count = assessment.gapCount();
            if (count == null || !measure.isRatio()) {
                return null;
            }
            String shown = Shown.count(count.abs(), Shown.counted(measure), language);
            return (count.isNegative() ? Text.of("超出 %s", "%s beyond", shown) : Text.of("欠 %s", "%s missing", shown))
                    .in(language);
        }

        private Fact chance(Forecast forecast) {
            return forecast instanceof Forecast.Estimate estimate
                    ? chance(Shown.percent(estimate.probability()), outlook(estimate))
                    : chance(Shown.NONE, reason(((Forecast.Absent) forecast).reason()));
        }

        private Fact chance(String value, Text note) {
            return fact("达标可能", "Chance of meeting it", value, note.in(language));
        }

        private Text outlook(Forecast.Estimate estimate) {
            return Text.of(
                    "预计 %s（%s 至 %s）",
                    "expected %s (%s to %s)",
                    Shown.value(estimate.value(), unit(), language),
                    Shown.value(estimate.low(), unit(), language),
                    Shown.value(estimate.high(), unit(), language));
        }

        private static Text reason(Forecast.Reason reason) {
            return new Text(reason.chinese(), reason.english());
        }
    }
}
