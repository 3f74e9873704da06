package org.targetwatch.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Target;

/** Which target a region is judged against in each period. */
public final class TargetTimeline {
    /** {@code target} replaces what stood before from {@code from} on. */
    record Decision(Period from, Target target) {}

    static final TargetTimeline NONE = new TargetTimeline(List.of(), null);

    private final List<Decision> newestFirst;
    private final @Nullable TargetTimeline otherwise;

    /** @param otherwise what holds where no decision does: the parent's timeline, null when nothing is inherited */
    TargetTimeline(List<Decision> newestFirst, @Nullable TargetTimeline otherwise) {
        this.newestFirst = List.copyOf(newestFirst);
        this.otherwise = otherwise;
    }

    /** The target in force in {@code period}; null when the region has none and inherits none (未分解). */
    public @Nullable Target at(Period period) {
        for (Decision decision : newestFirst) {
            if (!period.isBefore(decision.from())) {
                return decision.target();
            }
        }
        return otherwise == null ? null : otherwise.at(period);
    }

    /** Whether the region has a target of its own in {@code period}, not an inherited one. */
    public boolean isOwn(Period period) {
        return newestFirst.stream().anyMatch(decision -> !period.isBefore(decision.from()));
    }
}
