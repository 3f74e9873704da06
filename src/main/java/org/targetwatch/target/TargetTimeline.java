package org.targetwatch.target;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Target;

/** Which target a region is judged against in each period. */
public final class TargetTimeline {
    private final List<Decision> newestFirst;
    private final Function<Period, @Nullable Target> otherwise;

    /** @param otherwise what holds where no decision does: the catalogue's target, the parent's, or null */
    TargetTimeline(List<Decision> newestFirst, Function<Period, @Nullable Target> otherwise) {
        this.newestFirst = List.copyOf(newestFirst);
        this.otherwise = otherwise;
    }

    /** The target in force in {@code period}; null when the region has none and inherits none (未分解). */
    public @Nullable Target at(Period period) {
        return decisionAt(period).map(Decision::target).orElseGet(() -> otherwise.apply(period));
    }

    /** The decision that holds in {@code period}; empty where none does. */
    public Optional<Decision> decisionAt(Period period) {
        for (Decision decision : newestFirst) {
            if (!period.isBefore(decision.from())) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** The region's own decisions, newest first; without any it lives by what is handed down. */
    public List<Decision> decisions() {
        return newestFirst;
    }
}
