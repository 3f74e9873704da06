package org.targetwatch.progress;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;

/**
 * 目标: what one region promised for one indicator and by which way. Re-planning replaces it from a month on.
 *
 * @param baseline 基期值: the value of a stock before the plan began; flows start at 0 whatever stands here
 * @param floor 底线值: the line set from above, on the same side as the direction
 */
public record Target(Direction direction, Trajectory trajectory, @Nullable Exact baseline, @Nullable Exact floor) {

    /** Whether there is a line to be judged against; until then a region stands as if it had no target. */
    public boolean isDecided() {
        return !(direction instanceof Direction.Undecided);
    }

    /** Where the way to {@code bound} begins: a stock's baseline, else 0 for what must grow; else unknown. */
    Optional<Exact> start(Bound bound, Kind kind) {
        if (direction.comparesWithLastYear()) {
            return Optional.empty();
        }
        if (baseline != null && kind == Kind.STOCK) {
            return Optional.of(baseline);
        }
        return bound.side() == Bound.Side.LOWER ? Optional.of(Exact.ZERO) : Optional.empty();
    }

    /**
     * 序时目标. Last-year directions expect the reference itself; a start that is unknown or already meets the bound
     * leaves no way to go, so the bound itself is expected.
     */
    public Optional<Exact> expected(Bound bound, Kind kind, Period planStart, Period period) {
        if (direction.comparesWithLastYear()) {
            return Optional.of(bound.value());
        }
        Exact way = start(bound, kind).filter(start -> !bound.metBy(start)).orElse(null);
        return trajectory.expected(way, bound.value(), planStart, period);
    }

    /** What 100 lag points are: the way from start to bound, or the bound's own size where no start is known. */
    Exact fullWay(Bound bound, Kind kind) {
        return start(bound, kind)
                .map(start -> bound.value().minus(start))
                .orElse(bound.value())
                .abs();
    }

    /** Whether {@code actual} stands on the wrong side of the floor; the floor of a range guards the end it is nearer to. */
    public boolean breaksFloor(Exact actual) {
        return floor != null
                && direction
                        .bound(floor, floor)
                        .map(Bound::side)
                        .or(direction::better)
                        .filter(side -> !new Bound(side, floor).metBy(actual))
                        .isPresent();
    }
}
