package org.targetwatch.progress;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;

/** How much of a series' yearly way falls between the ends of two months. The unit is the year's whole way: 1. */
sealed interface ForecastWay {

    /** What adds up goes by its promise, or evenly; a month that moves much may also be off by much. */
    record Growing(Rules rules, @Nullable Promise promise) implements ForecastWay {
        @Override
        public Exact gone(Period from, Period to) {
            Exact way = promise == null ? even(rules, to).minus(even(rules, from)) : promise.gone(from, to);
            return way.max(Exact.ZERO);
        }

        /** Also a month in which nothing is planned, or one after the year's end, brings late entries and corrections. */
        @Override
        public Exact unrest(Period from, Period to) {
            return gone(from, to).max(years(from, to).times(UNPLANNED));
        }
    }

    /** A stock that is to move from its baseline to the target goes by that promise; all months are equally restless. */
    record Approaching(Promise promise) implements ForecastWay {
        @Override
        public Exact gone(Period from, Period to) {
            return promise.gone(from, to).max(Exact.ZERO);
        }

        @Override
        public Exact unrest(Period from, Period to) {
            return years(from, to);
        }
    }

    /** A stock of which nobody said where it goes: it drifts on as it did, a little less each month. */
    record Drifting() implements ForecastWay {
        private static final Exact DAMPING = Exact.of("0.9");

        @Override
        public Exact gone(Period from, Period to) {
            return years(from, to);
        }

        @Override
        public Exact ahead(Period from, Period to) {
            Exact month = Exact.ratio(1, 12);
            Exact sum = Exact.ZERO;
            for (Period at = from; at.isBefore(to); at = at.next()) {
                month = month.times(DAMPING);
                sum = sum.plus(month);
            }
            return sum;
        }

        @Override
        public Exact unrest(Period from, Period to) {
            return years(from, to);
        }
    }

    /** The promised way from {@code start} to {@code end} by a trajectory that is not from-month. */
    record Promise(Rules rules, Trajectory trajectory, Exact start, Exact end) {

        Exact gone(Period from, Period to) {
            return by(to).minus(by(from));
        }

        /** Value per year: what the promise wants, given how much of the way falls before the due month. */
        Exact pace() {
            return end.minus(start).dividedBy(by(rules.due()));
        }

        Exact length() {
            return end.minus(start).abs();
        }

        private Exact by(Period period) {
            Exact planned = planned(period).times(Exact.ONE.minus(UNPLANNED));
            return planned.plus(even(rules, period).times(UNPLANNED));
        }

        private Exact planned(Period period) {
            return trajectory.share(start, end, rules.planStart(), period).max(Exact.ZERO);
        }
    }

    /** The part of a plan's way that goes evenly through the year whatever the plan says. */
    Exact UNPLANNED = Exact.of("0.2");

    /** The way between the ends of two months; 0 or more. */
    Exact gone(Period from, Period to);

    /** How much of the pace will still work between now and the due month. */
    default Exact ahead(Period from, Period to) {
        return gone(from, to);
    }

    /** By how many years' worth of variance the value may be off between the ends of two months; above 0. */
    Exact unrest(Period from, Period to);

    /** The share of the plan's year that is over at the end of {@code period}; 1 from December on. */
    static Exact even(Rules rules, Period period) {
        return Trajectory.evenly(rules.planStart(), period);
    }

    private static Exact years(Period from, Period to) {
        return Exact.ratio(from.monthsUntil(to), 12);
    }
}
