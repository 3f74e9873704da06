package org.targetwatch.progress;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.progress.Forecast.Estimate;

/**
 * All ends that the due month may have: a distribution around the centre, whose tails beyond the possible values lie
 * on the nearest possible one.
 *
 * @param lowest possible value, null without one
 * @param highest possible value, null without one
 */
record ForecastOutlook(
        ForecastCase of, Exact centre, ForecastSpread spread, @Nullable Exact lowest, @Nullable Exact highest) {
    // Only the range decides almost surely; in the back-test years of which the points said 3% came true once in eight.
    private static final Exact IMPOSSIBLE = Exact.of("0.01");
    private static final Exact UNLIKELY = Exact.of("0.05");
    private static final Exact LIKELY = Exact.of("0.95");
    private static final Exact DECIDED = Exact.of("0.99");

    private static final Exact HALF = Exact.ratio(1, 2);

    static ForecastOutlook of(ForecastCase series) {
        ForecastWalk walk = ForecastWalk.of(series);
        Exact highest = series.rules().measure().isShare() ? Exact.HUNDRED : null;
        return new ForecastOutlook(series, walk.centre(), walk.spread(), lowest(series), highest);
    }

    /** What adds up does not shrink, corrections aside; shares and counts are not negative. */
    private static @Nullable Exact lowest(ForecastCase series) {
        Measure measure = series.rules().measure();
        if (!series.isNeverNegative()) {
            return null;
        }
        if (series.isCumulative() && !measure.isRatio()) {
            return series.last().actual();
        }
        return measure.isShare() || series.isCounted() ? Exact.ZERO : null;
    }

    Estimate estimate() {
        Exact reach = spread.reach();
        return new Estimate(
                possible(centre), possible(centre.minus(reach)), possible(centre.plus(reach)), probability());
    }

    private Exact possible(Exact value) {
        Exact raised = lowest == null ? value : value.max(lowest);
        Exact within = highest == null ? raised : raised.min(highest);
        return Exact.of(within.rounded(decimals()));
    }

    private int decimals() {
        Measure measure = of.rules().measure();
        return measure.isRatio() && measure.scale().factor().equals(Exact.ONE) ? 4 : 2;
    }

    private Exact probability() {
        return Exact.of(met().max(IMPOSSIBLE).min(DECIDED).rounded(2));
    }

    private Exact met() {
        if (of.target().direction() instanceof Direction.Between between) {
            return atLeast(between.low()).plus(atMost(between.high())).minus(Exact.ONE);
        }
        Exact line = of.bound().value();
        return of.bound().side() == Bound.Side.LOWER ? atLeast(line) : atMost(line);
    }

    private Exact atLeast(Exact line) {
        if (lowest != null && line.isAtMost(lowest)) {
            return Exact.ONE;
        }
        boolean impossible = highest != null && line.compareTo(highest) > 0;
        return impossible ? Exact.ZERO : chance(centre.minus(line), line);
    }

    private Exact atMost(Exact line) {
        if (highest != null && line.isAtLeast(highest)) {
            return Exact.ONE;
        }
        boolean impossible = lowest != null && line.compareTo(lowest) < 0;
        return impossible ? Exact.ZERO : chance(line.minus(centre), line);
    }

    private Exact chance(Exact margin, Exact line) {
        return spread.below(margin.plus(tolerance(line))).max(UNLIKELY).min(LIKELY);
    }

    /**
     * Equality counts as met, and a smooth distribution knows no equality: a whole number is all that rounds to it,
     * and a series that stands at the end of its range, such as 100%, is as near as it can be.
     */
    private Exact tolerance(Exact line) {
        boolean atItsEnd = line.equals(of.last().actual()) && (line.equals(lowest) || line.equals(highest));
        return atItsEnd || of.isCounted() ? HALF : Exact.ZERO;
    }
}
