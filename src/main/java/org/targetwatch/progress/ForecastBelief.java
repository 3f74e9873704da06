package org.targetwatch.progress;

import java.util.stream.Stream;
import org.targetwatch.measure.Exact;

/**
 * What is believed before the first point is seen, and how much it counts. With a handful of points this is what keeps
 * a forecast from jumping at every month and from being sure after three quiet ones. The numbers were found on the
 * training histories of the back-test ({@code docs/forecast.md}).
 *
 * @param pace value per year
 * @param weight how many years of points the believed pace counts as
 * @param variance of a year's end around the pace, in the square of the card's unit; above 0
 * @param calibration factor of the standard deviation, one per kind: it brings the 80% interval to 80% on the training
 *     histories
 */
record ForecastBelief(Exact pace, Exact weight, Exact variance, Exact calibration) {
    /** How many points the believed {@link #variance} counts as. */
    static final int POINTS = 3;

    private static final Exact PROMISE_WEIGHT = Exact.of("0.4");
    private static final Exact STANDSTILL_WEIGHT = Exact.of("0.2");

    /** How far a year's end is usually off: a flow by a part of what a year brings, a stock by a part of its way. */
    private static final Exact FLOW_DEVIATION = Exact.of("0.15");

    private static final Exact APPROACH_DEVIATION = Exact.of("0.5");
    private static final Exact DRIFT_DEVIATION = Exact.of("0.1");

    private static final Exact FLOW_CALIBRATION = Exact.of("0.9");
    private static final Exact STOCK_CALIBRATION = Exact.of("0.75");

    /** A flow with a promise is believed to keep it. */
    static ForecastBelief keeping(ForecastCase flow, ForecastWay.Promise promise) {
        return new ForecastBelief(
                promise.pace(), PROMISE_WEIGHT, flowVariance(flow, promise.length()), FLOW_CALIBRATION);
    }

    /** A flow without one goes as it goes. */
    static ForecastBelief going(ForecastCase flow) {
        Exact soFar = flow.beforeLast()
                .actual()
                .dividedBy(ForecastWay.even(flow.rules(), flow.beforeLast().period()));
        Exact year = firstAboveZero(soFar.abs(), flow.bound().value().abs());
        return new ForecastBelief(Exact.ZERO, Exact.ZERO, flowVariance(flow, year), FLOW_CALIBRATION);
    }

    /** Things that come one by one come at least as unevenly as chance: the variance of a count is the count. */
    private static Exact flowVariance(ForecastCase flow, Exact year) {
        Exact variance = squared(year.times(FLOW_DEVIATION));
        return flow.isCounted() ? variance.max(year) : variance;
    }

    /** A stock with a way to go is believed to go it. */
    static ForecastBelief approaching(ForecastWay.Promise promise) {
        Exact variance = squared(promise.length().times(APPROACH_DEVIATION));
        return new ForecastBelief(promise.pace(), PROMISE_WEIGHT, variance, STOCK_CALIBRATION);
    }

    /** Another stock is believed to stay; a share near 0 or 100 has less room to move than one in the middle. */
    static ForecastBelief staying(ForecastCase stock) {
        Exact room = firstAboveZero(
                room(stock, stock.first().actual()), room(stock, stock.bound().value()));
        return new ForecastBelief(
                Exact.ZERO, STANDSTILL_WEIGHT, squared(room.times(DRIFT_DEVIATION)), STOCK_CALIBRATION);
    }

    private static Exact room(ForecastCase stock, Exact value) {
        return stock.rules().measure().isShare()
                ? value.min(Exact.HUNDRED.minus(value)).max(Exact.ONE)
                : value.abs();
    }

    private static Exact firstAboveZero(Exact... sizes) {
        return Stream.of(sizes).filter(Exact::isPositive).findFirst().orElse(Exact.ONE);
    }

    private static Exact squared(Exact value) {
        return value.times(value);
    }
}
