package org.targetwatch.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;

/**
 * Everything that a judgement of one region and period rests on.
 *
 * @param target in force for the period; null when the region has none of its own and inherits none
 * @param tally what arrived
 * @param settled whether the due month's own due day has passed or all have reported, so that unmet is missed
 * @param redBefore whether the previous judged period was at red; looked at only where the rules want confirmation
 * @param children how the regions below stand; looked at only under 只增不减, which must hold in each of them
 */
public record Situation(
        @Nullable Target target,
        Rules rules,
        Period period,
        Tally tally,
        boolean settled,
        boolean redBefore,
        List<Child> children) {

    /** How a child region stands: its largest lag and whether it is met, both null when unknown. */
    public record Child(String region, @Nullable Exact lagPoints, @Nullable Boolean met) {}

    public Situation {
        children = List.copyOf(children);
    }

    boolean isJudged() {
        return !period.isBefore(rules.judgedFrom());
    }

    boolean isDue() {
        return !period.isBefore(rules.due());
    }
}
