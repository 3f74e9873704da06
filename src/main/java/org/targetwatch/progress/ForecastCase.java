package org.targetwatch.progress;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Forecast.Absent;
import org.targetwatch.progress.Forecast.Point;
import org.targetwatch.progress.Forecast.Reason;

/**
 * One card about to be forecast: what is promised, and the points that speak of the promised series.
 *
 * @param bound the line that will decide; under between the one nearer to the last point but one
 * @param points at least three, in the order of periods
 */
record ForecastCase(Rules rules, Target target, Bound bound, List<Point> points) {
    private static final int ENOUGH = 3;

    static Forecast forecast(Rules rules, @Nullable Target target, List<Point> points, @Nullable Exact lastYearAtDue) {
        if (target == null) {
            return new Absent(Reason.NO_TARGET);
        }
        if (!points.isEmpty() && !points.get(points.size() - 1).period().isBefore(rules.due())) {
            return new Absent(Reason.DECIDED);
        }
        if (since(rules.judgedFrom(), points).size() < ENOUGH) {
            return new Absent(Reason.TOO_EARLY);
        }
        return bound(target, points, lastYearAtDue)
                .map(bound -> new ForecastCase(rules, target, bound, usable(rules, target, points)).forecast())
                .orElse(new Absent(Reason.NO_REFERENCE));
    }

    /** Looks at the last point but one: how a case is treated must not turn on the value that is being judged. */
    private static Optional<Bound> bound(Target target, List<Point> points, @Nullable Exact lastYearAtDue) {
        return target.direction().bound(points.get(points.size() - 2).actual(), lastYearAtDue);
    }

    /** Under from-month the values before judged-from are another series: the previous school year's. */
    private static List<Point> usable(Rules rules, Target target, List<Point> points) {
        return since(startsAnew(target) ? rules.judgedFrom() : rules.planStart(), points);
    }

    private static List<Point> since(Period first, List<Point> points) {
        return points.stream().filter(point -> !point.period().isBefore(first)).toList();
    }

    private static boolean startsAnew(Target target) {
        return target.trajectory() instanceof Trajectory.FromMonth;
    }

    private Forecast forecast() {
        return hasNotBegun()
                ? new Absent(Reason.NOTHING_EXPECTED)
                : ForecastOutlook.of(this).estimate();
    }

    /** Nothing expected and nothing moved: the silence before the first step tells nothing about the pace after it. */
    private boolean hasNotBegun() {
        return target.start(bound, rules.kind())
                .filter(start -> !bound.metBy(start))
                .filter(start -> expectedNow().orElse(start).equals(start))
                .filter(start ->
                        points.stream().allMatch(point -> point.actual().equals(start)))
                .isPresent();
    }

    private Optional<Exact> expectedNow() {
        return target.expected(bound, rules.kind(), rules.planStart(), last().period());
    }

    // ---- what kind of series it is ----

    /** Whether the value adds up over the year. A ratio to date may: spent per pupil does, solved of opened does not. */
    boolean isCumulative() {
        return rules.kind().isFlow() && !(rules.measure().isRatio() && startsNearItsLevel());
    }

    /** Whether the first value is nearer to a later one than to the part of it that even growth had reached by then. */
    private boolean startsNearItsLevel() {
        Exact grown =
                shareOfYear(first().period()).dividedBy(shareOfYear(beforeLast().period()));
        Exact middle = beforeLast().actual().times(grown.plus(Exact.ONE)).dividedBy(2);
        return first().actual().compareTo(middle) > 0;
    }

    private Exact shareOfYear(Period period) {
        return ForecastWay.even(rules, period);
    }

    /** Whether it counts things of which there is no half: schools, classes, people. */
    boolean isCounted() {
        return !rules.measure().isRatio() && rules.measure().unit().base().isWhole();
    }

    /**
     * The way that was promised: from 0 to the year's target or last year's total for what adds up, from the baseline
     * to the target for a stock. Empty where nothing says how to go: without a baseline, or when there is no way left.
     */
    Optional<ForecastWay.Promise> promise() {
        if (startsAnew(target)) {
            return Optional.empty();
        }
        boolean lastYear = target.direction().comparesWithLastYear();
        Trajectory trajectory = lastYear ? new Trajectory.Linear() : target.trajectory();
        return (isCumulative() ? growthStart() : approachStart())
                .filter(start -> !start.equals(bound.value()))
                .map(start -> new ForecastWay.Promise(rules, trajectory, start, bound.value()));
    }

    private Optional<Exact> growthStart() {
        boolean grows = target.direction() instanceof Direction.AtLeast && !bound.metBy(Exact.ZERO);
        return grows || target.direction().comparesWithLastYear() ? Optional.of(Exact.ZERO) : Optional.empty();
    }

    private Optional<Exact> approachStart() {
        boolean stated = !(target.direction() instanceof Direction.Between)
                && !target.direction().comparesWithLastYear();
        return stated ? baseline().filter(start -> !bound.metBy(start)) : Optional.empty();
    }

    private Optional<Exact> baseline() {
        return Optional.ofNullable(rules.kind().isFlow() || startsAnew(target) ? null : target.baseline());
    }

    /** The value at the end of the year before, where the series is known to begin: 0 for what adds up. */
    Optional<Point> origin() {
        boolean adds = isCumulative() && !startsAnew(target);
        return (adds ? Optional.of(Exact.ZERO) : baseline())
                .map(value -> new Point(rules.planStart().previous(), value));
    }

    // ---- its points ----

    Point first() {
        return points.get(0);
    }

    Point beforeLast() {
        return points.get(points.size() - 2);
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    boolean isNeverNegative() {
        return points.stream().noneMatch(point -> point.actual().isNegative());
    }
}
