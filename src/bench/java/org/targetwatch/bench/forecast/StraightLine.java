package org.targetwatch.bench.forecast;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Forecast.Point;

/** What the method must beat: least squares through the year's points, with the normal interval of the residuals. */
record StraightLine(double centre, double deviation) {
    private static final double NINETY_PERCENT = 1.2815515655;

    static StraightLine through(List<Point> points, int due) {
        int n = points.size();
        double meanX = sum(points, StraightLine::x) / n;
        double meanY = sum(points, StraightLine::y) / n;
        double xx = sum(points, point -> square(x(point) - meanX));
        double slope = sum(points, point -> (x(point) - meanX) * (y(point) - meanY)) / xx;
        double squares = sum(points, point -> square(y(point) - meanY - slope * (x(point) - meanX)));
        double variance = squares / (n - 2) * (1 + 1.0 / n + square(due - meanX) / xx);
        return new StraightLine(meanY + slope * (due - meanX), Math.sqrt(variance));
    }

    private static double sum(List<Point> points, ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).sum();
    }

    private static double square(double value) {
        return value * value;
    }

    private static double x(Point point) {
        return point.period().monthOfYear();
    }

    private static double y(Point point) {
        return History.number(point.actual());
    }

    double low() {
        return centre - NINETY_PERCENT * deviation;
    }

    double high() {
        return centre + NINETY_PERCENT * deviation;
    }

    /** Kept within the same 0.01 to 0.99 as the method's own, which only helps the line. */
    double probability(Direction direction, @Nullable Exact lastYear) {
        return Math.max(0.01, Math.min(0.99, met(direction, lastYear)));
    }

    private double met(Direction direction, @Nullable Exact lastYear) {
        if (direction instanceof Direction.Between between) {
            return below(between.high()) - below(between.low());
        }
        Bound bound = direction.bound(null, lastYear).orElseThrow();
        double below = below(bound.value());
        return bound.side() == Bound.Side.LOWER ? 1 - below : below;
    }

    private double below(Exact line) {
        double distance = History.number(line) - centre;
        return deviation == 0 ? (distance >= 0 ? 1 : 0) : normal(distance / deviation);
    }

    /** The normal distribution function, to seven decimals (Abramowitz and Stegun, 26.2.17). */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z > 0 ? 1 - tail : tail;
    }
}
