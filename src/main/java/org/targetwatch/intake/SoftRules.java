package org.targetwatch.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.targetwatch.figure.Quality;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.progress.Direction.AtLeast;

/** What looks odd about a figure (domain.md 5.3: S1 to S8, 5.4). Nothing of it is wrong for certain, so nothing is refused. */
final class SoftRules {
    private static final int RUNNING = 3;

    private SoftRules() {}

    /** At most one finding of each code. */
    static List<Finding> of(Observed observed) {
        return Stream.of(
                        size(observed),
                        ToDateRule.of(observed),
                        over100(observed),
                        same(observed),
                        denominator(observed),
                        TargetRules.exact(observed))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One sentence about the size is enough: a slip of units is also a great change. */
    private static Optional<Finding> size(Observed observed) {
        return SlipRule.of(observed)
                .or(() -> TargetRules.rate(observed))
                .or(() -> TargetRules.completion(observed))
                .or(() -> ChangeRule.of(observed));
    }

    /** S4: a ratio that may exceed 100%, and does. Shares over 100% are refused. */
    private static Optional<Finding> over100(Observed observed) {
        boolean mayExceed = observed.measure().isRatio()
                && observed.measure().scale() == Scale.PERCENT
                && !observed.measure().isShare();
        return Optional.of(observed.value())
                .filter(value -> mayExceed && value.compareTo(Exact.HUNDRED) > 0)
                .map(value -> observed.finding(
                        "W-OVER-100",
                        "%s 超过 100%%：该指标可以超过，请核对分母的口径。",
                        "%s is over 100%%, which it may be; please check what the denominator counts.",
                        observed.shown(value)));
    }

    /**
     * S5: the same for three months running. Not for what stays by nature: nothing or a few, a stock that only jumps (a
     * school year's state, a naming), what has reached its target, and what is certified.
     */
    private static Optional<Finding> same(Observed observed) {
        List<Period> asked = observed.rules().asked(observed.period()).toList();
        List<Period> running = asked.subList(Math.max(0, asked.size() - RUNNING), asked.size());
        boolean isRunning =
                running.size() == RUNNING && running.get(RUNNING - 1).equals(observed.period());
        return isRunning && running.stream().allMatch(period -> isSame(observed, period)) && !staysByNature(observed)
                ? Optional.of(observed.finding(
                        "W-SAME",
                        "自 %s 起连续三期都是 %s，是否沿用了上期数？请核对。",
                        "It is %2$s for the third time running, since %1$s: was an earlier figure repeated? Please check it.",
                        running.get(0),
                        observed.counted(observed.figure())))
                : Optional.empty();
    }

    private static boolean isSame(Observed observed, Period period) {
        return Optional.ofNullable(observed.series().get(period))
                .filter(figure -> figure.amount().sameAs(observed.figure().amount()))
                .isPresent();
    }

    private static boolean staysByNature(Observed observed) {
        return observed.value().isZero()
                || observed.isFew(observed.value())
                || observed.jump().isPresent()
                || observed.figure().quality() == Quality.CERTIFIED
                || observed.own() != null
                        && observed.own().direction() instanceof AtLeast atLeast
                        && observed.toDate().isAtLeast(atLeast.value());
    }

    /** S8: another denominator than the one that the office fixed for the year. */
    private static Optional<Finding> denominator(Observed observed) {
        BigDecimal frozen =
                observed.indicator().frozenDenominators().get(observed.figure().region());
        return Optional.ofNullable(frozen)
                .filter(fixed -> observed.isOfThePlan()
                        && observed.figure().amount() instanceof Ratio ratio
                        && ratio.denominator().compareTo(fixed) != 0)
                .map(fixed -> {
                    Finding finding = observed.finding(
                            "W-DENOMINATOR",
                            "分母 %s 与本年冻结的分母 %s 不同：请使用冻结数，或联系牵头科室更新。",
                            "The denominator %s differs from the one fixed for the year, %s: please use that one, or ask the lead office to change it.",
                            ((Ratio) observed.figure().amount()).denominator().toPlainString(),
                            fixed.toPlainString());
                    return new Finding("denominator", finding.code(), finding.what());
                });
    }
}
