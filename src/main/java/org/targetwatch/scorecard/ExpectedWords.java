package org.targetwatch.scorecard;

import static org.targetwatch.scorecard.Explanation.number;

import java.util.List;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.web.Text;

/** How the expected value of a card follows from its trajectory, in words and with every number that is needed. */
record ExpectedWords(Card card, Target target, Rules rules, Text unit) {

    /** @param target in force in the card's period; the card has a bound */
    static Text of(Card card, Target target, Rules rules, Text unit) {
        return new ExpectedWords(card, target, rules, unit).text();
    }

    private Text text() {
        Exact expected = card.assessment().expected();
        if (expected == null) {
            return new Text("按进度计划，本期尚无要求。", "By the trajectory nothing is expected yet.");
        }
        if (expected.equals(card.assessment().bound().value())) {
            return Text.of("本期起要求达到目标值本身：%s%s。", "The whole target is expected: %s%s.", number(expected), unit);
        }
        return Text.of("%s = %s%s。%s", "%s = %s%s.%s", trajectory(), number(expected), unit, since());
    }

    /** Which month is meant where it is not the card's own: figures are asked for once a quarter, or once a year. */
    private Text since() {
        return measuredIn().equals(card.period())
                ? new Text("", "")
                : Text.of(
                        "最近一次应报的是 %s，按该月要求。", " The last figure was asked for %s, so that month counts.", measuredIn());
    }

    private Period measuredIn() {
        return rules.measuredIn(card.period());
    }

    private Text trajectory() {
        Exact baseline = card.marks().baseline();
        String start = number(baseline == null ? Exact.ZERO : baseline);
        String goal = number(card.assessment().bound().value());
        if (target.trajectory() instanceof Trajectory.Seasonal seasonal) {
            return seasonal(seasonal.shares().subList(0, month()), start, goal);
        }
        if (target.trajectory() instanceof Trajectory.Steps steps) {
            return step(steps, start);
        }
        return Text.of(
                "序时进度：起点 %s +（目标 %s − 起点）× %s ÷ 12",
                "Linear: start %s + (target %s − start) × %s ÷ 12", start, goal, month());
    }

    private Text seasonal(List<Exact> shares, String start, String goal) {
        return Text.of(
                "季节进度：起点 %s +（目标 %s − 起点）× 1 至 %s 月份额之和 %s",
                "Seasonal: start %s + (target %s − start) × the shares of months 1 to %s, which sum to %s",
                start,
                goal,
                shares.size(),
                number(shares.stream().reduce(Exact.ZERO, Exact::plus)));
    }

    private Text step(Trajectory.Steps steps, String start) {
        Period step = steps.values().floorKey(measuredIn());
        return step == null
                ? Text.of("分步进度：第一步之前，即起点 %s", "Steps: before the first one, so the start %s", start)
                : Text.of("分步进度：自 %s 起的一步", "Steps: the one that holds from %s on", step);
    }

    /** 1 for January to 12 for December, 12 afterwards, too: a due month may lie after the year. */
    private int month() {
        return Math.min(12, rules.planStart().monthsUntil(measuredIn()) + 1);
    }
}
