package org.targetwatch.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;
import org.targetwatch.progress.Direction.AtLeast;
import org.targetwatch.progress.Direction.AtMost;
import org.targetwatch.progress.Direction.Between;
import org.targetwatch.progress.Target;
import org.targetwatch.web.Text;

/** What looks odd beside the target: rates of 0.93 for 93, far too much, and exactly what was promised. */
final class TargetRules {
    private static final Exact FAR_ABOVE_ONE = Exact.of(10);
    private static final Exact COMPLETION = Exact.of(150);
    /** Two of two schools are no coincidence, 1,350 of 1,350 places may be one. */
    private static final Exact MANY = Exact.of(100);

    private TargetRules() {}

    /** S3: a rate below 1% where the target lies far above. A real 0 is none. */
    static Optional<Finding> rate(Observed observed) {
        boolean isRate = observed.measure().isRatio() && observed.measure().scale() == Scale.PERCENT;
        Exact value = observed.value();
        return least(observed.own())
                .filter(target -> isRate && target.isAtLeast(FAR_ABOVE_ONE))
                .filter(target -> value.isPositive() && value.compareTo(Exact.ONE) < 0)
                .map(target -> observed.finding(
                        "W-RATE",
                        "比率只有 %s，目标是 %s：请核对分子和分母，93%% 不是 0.93%%。",
                        "The rate is only %s, the target %s: please check both numbers; 93%% is not 0.93%%.",
                        observed.shown(value),
                        observed.shown(target)));
    }

    private static Optional<Exact> least(@Nullable Target target) {
        if (target != null && target.direction() instanceof Between between) {
            return Optional.of(between.low());
        }
        return target != null && target.direction() instanceof AtLeast atLeast
                ? Optional.of(atLeast.value())
                : Optional.empty();
    }

    /** S7: over 150% of what was promised; of the whole plan's promise where the region has none of its own. */
    static Optional<Finding> completion(Observed observed) {
        Text whose =
                observed.own() == null ? new Text("全计划目标值", "the whole plan's target") : new Text("目标值", "the target");
        return most(observed.own() == null ? observed.whole() : observed.own())
                .filter(target -> !observed.measure().isRatio() && target.isPositive())
                .filter(target -> completion(observed, target).compareTo(COMPLETION) > 0)
                .filter(target -> !observed.isFew(observed.toDate().minus(target)))
                .map(target -> observed.finding(
                        "W-COMPLETION",
                        "%s 是%s %s 的 %s%%，超过 %s%%，请核对数值和单位。",
                        "%s is %4$s%% of %2$s, %3$s, which is over %5$s%%; please check value and unit.",
                        observed.shown(observed.toDate()),
                        whose,
                        observed.shown(target),
                        completion(observed, target).rounded(1).toPlainString(),
                        COMPLETION));
    }

    private static Exact completion(Observed observed, Exact target) {
        return observed.toDate().times(Exact.HUNDRED).dividedBy(target);
    }

    /** The far end of what was promised. */
    private static Optional<Exact> most(@Nullable Target target) {
        return target != null && target.direction() instanceof AtLeast atLeast
                ? Optional.of(atLeast.stretch() == null ? atLeast.value() : atLeast.stretch())
                : Optional.empty();
    }

    /** Exactly the target in December, where that would be a coincidence. */
    static Optional<Finding> exact(Observed observed) {
        Exact value = observed.toDate();
        boolean isCoincidence =
                !observed.countsWholes() || observed.count(observed.figure()).isAtLeast(MANY);
        return Optional.ofNullable(observed.own())
                .filter(target -> isCoincidence
                        && observed.period().equals(observed.rules().planEnd()))
                .filter(target -> lines(target).contains(value) && !isNaturalEnd(observed, value))
                .map(target -> observed.finding(
                        "W-EXACT",
                        "12 月恰好等于目标值 %s，请核对是否为实际完成数。",
                        "In December it is exactly the target, %s; please check that it is what was really reached.",
                        observed.shown(value)));
    }

    private static List<Exact> lines(Target target) {
        if (target.direction() instanceof AtLeast atLeast) {
            return List.of(atLeast.value());
        }
        if (target.direction() instanceof AtMost atMost) {
            return List.of(atMost.value());
        }
        return target.direction() instanceof Between between ? List.of(between.low(), between.high()) : List.of();
    }

    /** Nothing is left, or everybody is in. */
    private static boolean isNaturalEnd(Observed observed, Exact value) {
        return value.isZero() || observed.measure().isShare() && value.equals(Exact.HUNDRED);
    }
}
