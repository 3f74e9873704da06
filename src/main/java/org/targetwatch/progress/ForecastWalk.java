package org.targetwatch.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Forecast.Point;

/**
 * A series as steps from point to point: each changes the value by pace × way, and by chance. The pace is a mean of the
 * steps and of what is believed, recent steps counting more. The spread is learnt from all steps but the last: so the
 * last value only moves the centre, and a better last month never lowers the probability of a good end.
 *
 * @param steps in the order of time, at least two
 */
record ForecastWalk(ForecastCase of, ForecastWay way, ForecastBelief belief, List<Step> steps) {
    /** What a step one month older counts, compared with the next. */
    private static final Exact MEMORY = Exact.ratio(4, 5);

    /** What a step counts by its age in months; those of a plan are seldom older. */
    private static final List<Exact> WEIGHTS =
            Stream.iterate(Exact.ONE, MEMORY::times).limit(24).toList();

    /** How uncertain the pace ahead is: as if it had been learnt from a quarter of a year. */
    private static final Exact PACE_UNREST = Exact.of(4);

    /** From one point to the next: by how much, over how much of the way, how restless, and what it counts. */
    record Step(Exact change, Exact way, Exact unrest, Exact weight) {}

    static ForecastWalk of(ForecastCase series) {
        ForecastWay.Promise promise = series.promise().orElse(null);
        if (series.isCumulative()) {
            ForecastBelief belief =
                    promise == null ? ForecastBelief.going(series) : ForecastBelief.keeping(series, promise);
            return walk(series, new ForecastWay.Growing(series.rules(), promise), belief);
        }
        return promise == null
                ? walk(series, new ForecastWay.Drifting(), ForecastBelief.staying(series))
                : walk(series, new ForecastWay.Approaching(promise), ForecastBelief.approaching(promise));
    }

    private static ForecastWalk walk(ForecastCase series, ForecastWay way, ForecastBelief belief) {
        List<Point> stops = new ArrayList<>(series.origin().stream().toList());
        stops.addAll(series.points());
        List<Step> steps = new ArrayList<>();
        for (int to = 1; to < stops.size(); to++) {
            steps.add(step(way, stops.get(to - 1), stops.get(to), series.last()));
        }
        return new ForecastWalk(series, way, belief, steps);
    }

    private static Step step(ForecastWay way, Point from, Point to, Point last) {
        return new Step(
                to.actual().minus(from.actual()),
                way.gone(from.period(), to.period()),
                way.unrest(from.period(), to.period()),
                weight(to.period().monthsUntil(last.period())));
    }

    private static Exact weight(int age) {
        return age < WEIGHTS.size() ? WEIGHTS.get(age) : MEMORY.times(weight(age - 1));
    }

    /** Where the middle of all ends lies, before the range of possible values is looked at. */
    Exact centre() {
        return of.last().actual().plus(pace(steps).times(ahead()));
    }

    /** How far the ends lie around the centre. */
    ForecastSpread spread() {
        List<Step> known = steps.subList(0, steps.size() - 1);
        int freedom = ForecastBelief.POINTS + known.size();
        Exact perYear = squares(known).dividedBy(freedom);
        Exact years = way.unrest(of.last().period(), of.rules().due()).plus(PACE_UNREST.times(squared(ahead())));
        return ForecastSpread.ofVariance(perYear.times(years).times(squared(belief.calibration())), freedom);
    }

    private Exact ahead() {
        return way.ahead(of.last().period(), of.rules().due());
    }

    private Exact pace(List<Step> some) {
        Exact change = belief.weight().times(belief.pace());
        Exact gone = belief.weight();
        for (Step step : some) {
            change = change.plus(step.weight.times(step.change));
            gone = gone.plus(step.weight.times(step.way));
        }
        return gone.isZero() ? Exact.ZERO : change.dividedBy(gone);
    }

    /**
     * The squared misses of the pace, each per year, and those believed beforehand. A miss is change − pace × way; the
     * pace has by far the longest fraction, so its square is multiplied out and taken once instead of for every step.
     */
    private Exact squares(List<Step> known) {
        Exact pace = pace(known);
        Exact changes = Exact.ZERO;
        Exact both = Exact.ZERO;
        Exact ways = Exact.ZERO;
        for (Step step : known) {
            Exact perYear = step.change.dividedBy(step.unrest);
            changes = changes.plus(perYear.times(step.change));
            both = both.plus(perYear.times(step.way));
            ways = ways.plus(squared(step.way).dividedBy(step.unrest));
        }
        Exact misses =
                changes.minus(pace.times(both).times(2)).plus(squared(pace).times(ways));
        return belief.variance().times(ForecastBelief.POINTS).plus(misses);
    }

    private static Exact squared(Exact value) {
        return value.times(value);
    }
}
