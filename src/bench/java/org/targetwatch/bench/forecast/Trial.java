package org.targetwatch.bench.forecast;

import java.util.List;
import java.util.Optional;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Forecast.Estimate;
import org.targetwatch.progress.Forecast.Point;

/**
 * One forecast of one history, and what became of it.
 *
 * @param month at whose end it was made, 1 to 12
 * @param size what interval widths are measured by: the year's total of a flow, the year's range of a stock
 */
record Trial(
        Shape shape, Shape.Noise noise, int month, History history, Estimate estimate, StraightLine line, double size) {

    /** Empty when there is no forecast, such as with fewer than three judged points. */
    static Optional<Trial> of(Shape shape, Shape.Noise noise, History history, Reports reports, int month) {
        List<Point> points = reports.knownIn(month);
        return Forecast.of(history.rules(), history.target(), points, history.lastYear()) instanceof Estimate estimate
                ? Optional.of(new Trial(
                        shape, noise, month, history, estimate, StraightLine.through(points, 12), size(shape, history)))
                : Optional.empty();
    }

    private static double size(Shape shape, History history) {
        double size = shape.kind() == Shape.Kind.FLOW ? history.truth()[11] : history.range();
        return Math.max(1, size);
    }

    double end() {
        return History.number(history.at(12));
    }

    boolean met() {
        return history.isMet();
    }

    double low() {
        return History.number(estimate.low());
    }

    double high() {
        return History.number(estimate.high());
    }

    double probability() {
        return History.number(estimate.probability());
    }

    double lineProbability() {
        return line.probability(history.target().direction(), history.lastYear());
    }
}
