package org.targetwatch.progress;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;

/** 进度计划: what should be reached by the end of each month ({@code domain.md} 4.2). */
public sealed interface Trajectory {

    /** 序时: start + (target − start) · months elapsed ÷ 12; the target itself from December on. */
    record Linear() implements Trajectory {
        @Override
        public String code() {
            return "linear";
        }

        @Override
        public Optional<Exact> expected(@Nullable Exact start, Exact target, Period planStart, Period period) {
            return Optional.of(along(start, target, evenly(planStart, period)));
        }

        @Override
        public Exact share(Exact start, Exact target, Period planStart, Period period) {
            return evenly(planStart, period);
        }
    }

    /**
     * Values of the card's unit, each holding from its month to the next one named. Before the first: the start, or the
     * target itself where no usable start is known.
     */
    record Steps(NavigableMap<Period, Exact> values) implements Trajectory {
        public Steps {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A trajectory in steps needs at least one step");
            }
            values = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(values));
        }

        @Override
        public String code() {
            return "steps";
        }

        @Override
        public Optional<Exact> expected(@Nullable Exact start, Exact target, Period planStart, Period period) {
            Map.Entry<Period, Exact> step = values.floorEntry(period);
            return Optional.of(step == null ? along(start, target, Exact.ZERO) : step.getValue());
        }
    }

    /** The share of the year's way that falls to each month, January first; twelve shares that sum to 1. */
    record Seasonal(List<Exact> shares) implements Trajectory {
        public Seasonal {
            shares = List.copyOf(shares);
            if (shares.size() != 12 || !sum(shares).equals(Exact.ONE)) {
                throw new IllegalArgumentException(
                        "A seasonal trajectory needs twelve shares that sum to 1: " + shares);
            }
        }

        @Override
        public String code() {
            return "seasonal";
        }

        @Override
        public Optional<Exact> expected(@Nullable Exact start, Exact target, Period planStart, Period period) {
            return Optional.of(along(start, target, share(planStart, period)));
        }

        @Override
        public Exact share(Exact start, Exact target, Period planStart, Period period) {
            return share(planStart, period);
        }

        private Exact share(Period planStart, Period period) {
            return sum(shares.subList(0, monthsElapsed(planStart, period)));
        }

        private static Exact sum(List<Exact> shares) {
            return shares.stream().reduce(Exact.ZERO, Exact::plus);
        }
    }

    /** Nothing is expected before {@code month}; the whole target from then on. */
    record FromMonth(Period month) implements Trajectory {
        @Override
        public String code() {
            return "from-month";
        }

        @Override
        public Optional<Exact> expected(@Nullable Exact start, Exact target, Period planStart, Period period) {
            return period.isBefore(month) ? Optional.empty() : Optional.of(target);
        }
    }

    /** The stable name used in catalogue files and JSON. */
    String code();

    /**
     * 序时目标: what should be reached at the end of {@code period}, unrounded.
     *
     * @param start where the way begins; null when there is no way to go because no usable start is known
     * @param planStart January of the plan's year
     * @return empty while nothing is expected
     */
    Optional<Exact> expected(@Nullable Exact start, Exact target, Period planStart, Period period);

    /**
     * The part of the way between two different values that should be behind at the end of {@code period}: 1 is all of it.
     * Not for {@link FromMonth}, which knows no way.
     */
    default Exact share(Exact start, Exact target, Period planStart, Period period) {
        Exact expected = expected(start, target, planStart, period)
                .orElseThrow(() -> new IllegalStateException("There is no way in " + code()));
        return expected.minus(start).dividedBy(target.minus(start));
    }

    /** The share of the plan's year that is over at the end of {@code period}; 1 from December on. */
    static Exact evenly(Period planStart, Period period) {
        return Exact.ratio(monthsElapsed(planStart, period), 12);
    }

    private static Exact along(@Nullable Exact start, Exact target, Exact share) {
        return start == null ? target : start.plus(target.minus(start).times(share));
    }

    /** 1 in January to 12 in December, 12 afterwards: a due month may lie after the year, the way does not grow. */
    private static int monthsElapsed(Period planStart, Period period) {
        return Math.max(0, Math.min(12, planStart.monthsUntil(period) + 1));
    }
}
