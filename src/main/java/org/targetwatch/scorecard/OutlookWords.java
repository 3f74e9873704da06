package org.targetwatch.scorecard;

import static org.targetwatch.scorecard.Explanation.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Severity;
import org.targetwatch.progress.Target;
import org.targetwatch.scorecard.Explanation.Step;
import org.targetwatch.web.Text;

/** What follows from where a card stands: how loudly it calls, how much is reached, what is still asked for, where it will end. */
record OutlookWords(Indicator indicator, @Nullable Target target, Card card, Text unit, List<Step> steps) {

    /** @param target in force in the card's period; null when there is none */
    static List<Step> of(Indicator indicator, @Nullable Target target, Card card, Text unit) {
        OutlookWords words = new OutlookWords(indicator, target, card, unit, new ArrayList<>());
        words.severity();
        words.completion();
        words.perMonth();
        words.forecast();
        return words.steps;
    }

    private Rules rules() {
        return indicator.rules();
    }

    private Assessment assessment() {
        return card.assessment();
    }

    private void severity() {
        Commitment commitment = rules().commitment();
        steps.add(new Step(
                new Text("严重度", "severity"),
                Text.of(
                        "%s。承诺强度为“%s”，滞后最高计为%s。%s",
                        "%s. The commitment is %s, so a lag is %s at most.%s",
                        name(assessment().severity()),
                        new Text(commitment.chinese(), commitment.code()),
                        name(commitment.cap()),
                        floor())));
    }

    private Text floor() {
        Exact floor = card.marks().floor();
        if (floor == null || target == null) {
            return new Text("", "");
        }
        Exact actual = assessment().actual();
        Text state = actual == null
                ? new Text("尚无数据", "nothing is known yet")
                : target.breaksFloor(actual) ? new Text("已突破", "it is broken") : new Text("未突破", "it holds");
        return Text.of(
                "底线值 %s%s（%s）：%s；开始考核后突破底线，不论承诺强度均为严重。",
                " Floor %s%s (%s): %s; once judged, a broken floor is critical whatever the commitment.",
                number(floor),
                unit,
                Text.bilingual(Objects.requireNonNullElse(indicator.floorSource(), "—")),
                state);
    }

    private static Text name(Severity severity) {
        return switch (severity) {
            case NONE -> new Text("无", "none");
            case INFO -> new Text("提示", "info");
            case WARNING -> new Text("警告", "warning");
            case CRITICAL -> new Text("严重", "critical");
        };
    }

    private void completion() {
        if (assessment().completionRate() != null
                && target != null
                && target.direction() instanceof Direction.AtLeast atLeast) {
            steps.add(new Step(
                    new Text("完成率", "completion rate"),
                    Text.of(
                            "实际值 %s ÷ 目标值 %s × 100 = %s%%。",
                            "Actual %s ÷ target %s × 100 = %s%%.",
                            number(assessment().actual()),
                            number(atLeast.value()),
                            number(assessment().completionRate()))));
        }
    }

    private void perMonth() {
        if (assessment().requiredPerMonth() != null) {
            steps.add(new Step(
                    new Text("每月需完成", "required per month"),
                    Text.of(
                            "差距 %s ÷ 到 %s 还有 %s 个月 = %s%s。",
                            "Gap %s ÷ the months left to %s, %s = %s%s.",
                            number(assessment().gap()),
                            rules().due(),
                            card.period().monthsUntil(rules().due()),
                            number(assessment().requiredPerMonth()),
                            unit)));
        }
    }

    private void forecast() {
        steps.add(new Step(new Text("预测", "forecast"), forecastWords()));
    }

    private Text forecastWords() {
        if (card.forecast() instanceof Forecast.Estimate estimate) {
            return Text.of(
                    "%s 预计为 %s%s，十次中约八次在 %s 与 %s 之间；达标概率 %s。算法见随附文档 docs/forecast.md。",
                    "In %s about %s%s, eight times in ten between %s and %s; probability of meeting the target %s. The method: docs/forecast.md.",
                    rules().due(),
                    number(estimate.value()),
                    unit,
                    number(estimate.low()),
                    number(estimate.high()),
                    number(estimate.probability()));
        }
        Forecast.Reason reason = ((Forecast.Absent) Objects.requireNonNull(card.forecast())).reason();
        return Text.of("不作预测：%s。", "No forecast: %s.", new Text(reason.chinese(), reason.english()));
    }
}
