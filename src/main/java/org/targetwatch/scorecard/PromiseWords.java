package org.targetwatch.scorecard;

import static org.targetwatch.scorecard.Explanation.number;

import java.util.Objects;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;
import org.targetwatch.progress.Bound;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.web.Text;

/** What was promised, and by whom: the plan's own words, a decision since, or the region above. */
record PromiseWords(Plan plan, Indicator indicator, TargetTimeline timeline, Card card, Text unit) {

    /** @param card one that has a bound */
    static Text of(Plan plan, Indicator indicator, TargetTimeline timeline, Card card, Text unit) {
        return new PromiseWords(plan, indicator, timeline, card, unit).text();
    }

    private Text text() {
        Bound bound = Objects.requireNonNull(card.assessment().bound());
        return Text.of(
                "%s %s%s（%s）。%s%s%s",
                "%s %s%s (%s). %s%s%s",
                bound.side() == Bound.Side.LOWER ? new Text("不低于", "At least") : new Text("不高于", "At most"),
                number(bound.value()),
                unit,
                direction(),
                source(),
                lastYear(),
                baseline());
    }

    private Text direction() {
        return switch (indicator.target().direction().sense()) {
            case AT_LEAST -> new Text("越高越好", "higher is better");
            case AT_MOST -> new Text("越低越好", "lower is better");
            case BETWEEN -> new Text("须在区间之内", "must lie between two lines");
            case NOT_BELOW_LAST_YEAR ->
                new Text(
                        "不低于上年同期，合计与各单位都须做到", "not below the same period of last year, in the sum and in every region");
            case NOT_ABOVE_LAST_YEAR -> new Text("不高于上年同期", "not above the same period of last year");
        };
    }

    private Text source() {
        return timeline.decisionAt(card.period())
                .map(decision -> Text.of(
                        "依据：本单位第 %s 次决定，自 %s 起，理由：%s。",
                        "By decision %s of this region, from %s on, because: %s.",
                        decision.number(),
                        decision.from(),
                        decision.reason()))
                .orElseGet(() -> card.region().equals(plan.region())
                        ? Text.of("原文：“%s”。", "The source says “%s”.", indicator.quote())
                        : Text.of(
                                "承接上级单位，原文：“%s”。", "Handed down from above; the source says “%s”.", indicator.quote()));
    }

    private Text lastYear() {
        Amount amount = card.tally().lastYear();
        if (amount == null || !indicator.target().direction().comparesWithLastYear()) {
            return new Text("", "");
        }
        return Text.of(
                "上年同期 %s：%s（只计两年都有数的单位）。",
                " Last year's %s: %s (of the regions that have both years).",
                indicator.rules().lastYearOf(card.period()),
                computed(amount));
    }

    private Text computed(Amount amount) {
        String value = number(amount.in(indicator.rules().measure().scale()));
        if (amount instanceof Amount.Ratio ratio) {
            boolean percent = indicator.rules().measure().scale() == Scale.PERCENT;
            return Text.of(
                    "分子 %s ÷ 分母 %s" + (percent ? " × 100" : "") + " = %s%s",
                    "numerator %s ÷ denominator %s" + (percent ? " × 100" : "") + " = %s%s",
                    number(Exact.of(ratio.numerator())),
                    number(Exact.of(ratio.denominator())),
                    value,
                    unit);
        }
        return Text.of("%s%s", "%s%s", value, unit);
    }

    private Text baseline() {
        Exact baseline = card.marks().baseline();
        return baseline == null ? new Text("", "") : Text.of("基期值 %s%s。", " Baseline %s%s.", number(baseline), unit);
    }
}
