package org.targetwatch.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Thresholds;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.web.Text;

/**
 * How a card was reached, step by step and in words, so that a clerk can recompute it on paper. Numbers are shown in
 * base units with at most six decimals; judging itself is on unrounded numbers.
 */
final class Explanation {
    /** One step: what is computed, and the computation. */
    record Step(Text name, Text text) {}

    private final Plan plan;
    private final Indicator indicator;
    private final Rules rules;
    private final TargetTimeline timeline;
    private final @Nullable Target target;
    private final Card card;
    private final Assessment assessment;
    private final Text unit;
    private final List<Step> steps = new ArrayList<>();

    private Explanation(Plan plan, Indicator indicator, TargetTimeline timeline, Card card) {
        this.plan = plan;
        this.indicator = indicator;
        this.rules = indicator.rules();
        this.timeline = timeline;
        this.target = timeline.at(card.period());
        this.card = card;
        this.assessment = card.assessment();
        this.unit = words(indicator.rules().measure().unit().base());
    }

    /** @param timeline which target is in force in which period */
    static List<Step> steps(Plan plan, Indicator indicator, TargetTimeline timeline, Card card) {
        Explanation why = new Explanation(plan, indicator, timeline, card);
        why.actual();
        why.promise();
        why.expected();
        why.lag();
        why.gap();
        why.coverage();
        why.status();
        OutlookWords.of(indicator, why.target, card, why.unit).forEach(why.steps::add);
        why.rounding();
        return List.copyOf(why.steps);
    }

    private void step(String zh, String en, Text text) {
        steps.add(new Step(new Text(zh, en), text));
    }

    private void actual() {
        boolean lastYear = indicator.target().direction().comparesWithLastYear();
        step(
                "实际值",
                "actual",
                card.tally()
                        .judged(lastYear)
                        .map(this::actual)
                        .orElse(new Text("尚未报送任何数据。", "No figure has been reported.")));
    }

    private Text actual(Amount amount) {
        if (amount instanceof Amount.Ratio ratio) {
            boolean percent = rules.measure().scale() == Scale.PERCENT;
            return Text.of(
                    "分子 %s ÷ 分母 %s" + (percent ? " × 100" : "") + " = %s%s。各单位的分子、分母分别相加后再相除，不取各单位比率的平均。",
                    "Numerator %s ÷ denominator %s" + (percent ? " × 100" : "")
                            + " = %s%s. Numerators and denominators are summed first; rates are never averaged.",
                    number(ratio.numerator()),
                    number(ratio.denominator()),
                    number(assessment.actual()),
                    unit);
        }
        return Text.of(
                "%s = %s%s。",
                "%s = %s%s.",
                switch (rules.kind()) {
                    case STOCK -> new Text("期末数合计", "State at the end of the period, summed");
                    case FLOW_TO_DATE -> new Text("年初以来累计数合计", "To date since January, summed");
                    case FLOW_MONTHLY -> new Text("年初以来各月数相加", "The months since January, added up");
                },
                number(assessment.actual()),
                unit);
    }

    private void promise() {
        step(
                "目标值",
                "target",
                assessment.bound() == null || target == null
                        ? new Text("本单位没有目标值，也不承接上级目标。", "This region has no target of its own and inherits none.")
                        : PromiseWords.of(plan, indicator, timeline, card, unit));
    }

    private void expected() {
        if (assessment.bound() != null && target != null) {
            step("序时目标", "expected by now", ExpectedWords.of(card, target, rules, unit));
        }
    }

    private void lag() {
        if (assessment.lag() == null) {
            return;
        }
        step(
                "滞后",
                "lag",
                Text.of(
                        "%s = %s%s（正数为落后）。%s",
                        "%s = %s%s (positive is behind).%s",
                        assessment.bound().side() == Bound.Side.LOWER
                                ? new Text("序时目标 − 实际值", "Expected − actual")
                                : new Text("实际值 − 序时目标", "Actual − expected"),
                        number(assessment.lag()),
                        differenceUnit(),
                        points()));
    }

    private Text points() {
        Exact points = assessment.lagPoints();
        if (points == null) {
            return new Text("分母为零，不计滞后点数。", " Its points cannot be told: the divisor is 0.");
        }
        if (assessment.lagRegion() != null) {
            return Text.of(
                    "滞后点数取本级与所辖单位之最大者：%s 为 %s 个百分点。",
                    " The points are the largest of its own and of the regions below: those of %s, %s.",
                    assessment.lagRegion(),
                    number(points));
        }
        return Text.of(
                "滞后点数 = 滞后 ÷ %s × 100 = %s 个百分点。",
                " Points: lag ÷ %s × 100 = %s.",
                target == null || assessment.bound() == null ? "" : fullWay(),
                number(points));
    }

    private Text fullWay() {
        boolean fromStart = rules.kind().isFlow()
                ? assessment.bound().side() == Bound.Side.LOWER
                : card.marks().baseline() != null || assessment.bound().side() == Bound.Side.LOWER;
        return fromStart && !target.direction().comparesWithLastYear()
                ? new Text("（目标值 − 起点）", "(target − start)")
                : new Text("目标值", "the target");
    }

    /** A difference of percentages is in points, never in percent ({@code domain.md} 4.2). */
    private Text differenceUnit() {
        return rules.measure().unit().base() == Unit.Base.PERCENT ? new Text(" 个百分点", " percentage points") : unit;
    }

    private void gap() {
        if (assessment.gap() == null) {
            return;
        }
        step(
                "差距",
                "gap",
                Text.of(
                        "距目标值 %s%s，折合 %s%s（负数为超出）。",
                        "%s%s to the target, which is a count of %s%s (negative is surplus).",
                        number(assessment.gap()),
                        differenceUnit(),
                        assessment.gapCount() == null ? "—" : number(assessment.gapCount()),
                        countUnit()));
    }

    private Text countUnit() {
        return rules.measure() instanceof Measure.OfRatio ratio
                ? words(ratio.numerator().unit().base())
                : unit;
    }

    /** As it follows a number: with a space, but for the percent sign. */
    private static Text words(Unit.Base base) {
        return base == Unit.Base.PERCENT
                ? new Text(base.symbol(), base.symbol())
                : new Text(" " + base.symbol(), " " + base.english());
    }

    private void coverage() {
        Coverage coverage = card.tally().coverage();
        Text bounds = coverage.missing() == 0 || assessment.low() == null || assessment.high() == null
                ? new Text("", "")
                : Text.of(
                        "未报单位无论如何，结果都在 %s 与 %s 之间。",
                        " Whatever the missing ones report, the value lies between %s and %s.",
                        number(assessment.low()),
                        number(assessment.high()));
        step(
                "报送情况",
                "coverage",
                Text.of(
                        "应报 %s 个单位，本期已报 %s 个，沿用前期 %s 个，未报送 %s 个。%s",
                        "%s regions expected: %s reported this period, %s stand with an earlier figure, %s with nothing that counts.%s",
                        coverage.expected(),
                        coverage.reported(),
                        coverage.carried(),
                        coverage.missing(),
                        bounds));
    }

    private void status() {
        step(
                "状态",
                "status",
                Text.of(
                        "%s。本指标自 %s 起考核，%s 到期；滞后 %s 个百分点起为滞后，%s 个起为严重滞后（%s）。%s%s",
                        "%s. Judged from %s, due %s; behind from %s points on, far behind from %s (%s).%s%s",
                        new Text(
                                assessment.status().chinese(),
                                assessment.status().english()),
                        rules.judgedFrom(),
                        rules.due(),
                        number(rules.thresholds().yellow()),
                        number(rules.thresholds().red()),
                        rules.thresholds().equals(Thresholds.DEFAULT)
                                ? new Text("本系统默认门槛，并非法定标准", "this program's defaults, not a norm")
                                : new Text("工作要点目录中另定的门槛", "set in the plan's catalogue"),
                        rules.confirm()
                                ? new Text("严重滞后须连续两次。", " Far behind only when red twice running.")
                                : new Text("", ""),
                        Optional.ofNullable(assessment.reason())
                                .map(reason ->
                                        Text.of("原因：%s。", " Because %s.", new Text(reason.chinese(), reason.english())))
                                .orElse(new Text("", ""))));
    }

    private void rounding() {
        step(
                "取整",
                "rounding",
                Text.of(
                        "比较时不取整；显示时四舍五入。截止日：%s。",
                        "Compared unrounded; shown rounded half up. Due day of the period: %s.",
                        plan.dueDays().of(card.period())));
    }

    static String number(@Nullable Exact number) {
        return number == null ? "—" : number(number.rounded(6));
    }

    private static String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
