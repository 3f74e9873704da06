package org.targetwatch.catalogue;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * Fired, in the same transaction, when a plan is stored for the first time or in a new version.
 *
 * @param redefined indicators of which stored numbers would mean something else than before
 */
public record PlanChanged(String plan, Set<String> redefined) {

    static PlanChanged of(Optional<Plan> before, Plan now) {
        return new PlanChanged(
                now.code(),
                before.stream()
                        .flatMap(plan -> plan.indicators().values().stream())
                        .filter(old -> now.indicator(old.code())
                                .filter(old::isRedefinedBy)
                                .isPresent())
                        .map(Indicator::code)
                        .collect(toUnmodifiableSet()));
    }

    /**
     * For whoever keeps numbers of redefined indicators.
     *
     * @param kept those of which it keeps any
     * @throws Problem when there is one; the plan stays as it was
     */
    public void refuseFor(Collection<String> kept) {
        if (!kept.isEmpty()) {
            throw Problem.conflict(Text.of(
                    "工作要点 %s：指标 %s 已有填报数据或目标，类型、计量方式、单位类别和方向不能再改；请改用新的指标代码。",
                    "Plan %s: there are figures or targets of %s already, so its kind, measure, unit or direction can no longer"
                            + " change; give the indicator a new code.",
                    plan,
                    String.join(", ", kept)));
        }
    }
}
