package org.targetwatch.progress;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;

/** Which values keep the promise. Values are in the unit of the card: base units, or 93 for 93%. */
public sealed interface Direction {

    /** On which side of a line the promise is kept, wherever that line lies. */
    enum Sense implements Coded {
        AT_LEAST("at-least", Bound.Side.LOWER),
        AT_MOST("at-most", Bound.Side.UPPER),
        BETWEEN("between", null),
        NOT_BELOW_LAST_YEAR("not-below-last-year", Bound.Side.LOWER),
        NOT_ABOVE_LAST_YEAR("not-above-last-year", Bound.Side.UPPER);

        private final String code;
        private final Bound.@Nullable Side better;

        Sense(String code, Bound.@Nullable Side better) {
            this.code = code;
            this.better = better;
        }

        /** The stable name used in catalogue files, JSON and labels. */
        @Override
        public String code() {
            return code;
        }

        public boolean comparesWithLastYear() {
            return this == NOT_BELOW_LAST_YEAR || this == NOT_ABOVE_LAST_YEAR;
        }
    }

    /** At least {@code value}; {@code stretch} is the far end of a range such as 6—8所, of which 6 keeps the promise. */
    record AtLeast(Exact value, @Nullable Exact stretch) implements Direction {
        @Override
        public Sense sense() {
            return Sense.AT_LEAST;
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.of(Bound.lower(value));
        }
    }

    /** At most {@code value}; 消除 (eliminate) is at most 0. */
    record AtMost(Exact value) implements Direction {
        @Override
        public Sense sense() {
            return Sense.AT_MOST;
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.of(Bound.upper(value));
        }
    }

    /** From {@code low} to {@code high}, both included. */
    record Between(Exact low, Exact high) implements Direction {
        public Between {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("The low end " + low + " lies above the high end " + high);
            }
        }

        @Override
        public Sense sense() {
            return Sense.BETWEEN;
        }

        /** The violated end, or the nearer one while neither is. */
        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            Bound lower = Bound.lower(low);
            Bound upper = Bound.upper(high);
            boolean upperIsNearer = actual != null && upper.shortfall(actual).compareTo(lower.shortfall(actual)) > 0;
            return Optional.of(upperIsNearer ? upper : lower);
        }
    }

    /** 只增不减: at least what the same period of last year reached. */
    record NotBelowLastYear() implements Direction {
        @Override
        public Sense sense() {
            return Sense.NOT_BELOW_LAST_YEAR;
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.ofNullable(lastYear).map(Bound::lower);
        }
    }

    /** 只减不增: at most what the same period of last year reached. */
    record NotAboveLastYear() implements Direction {
        @Override
        public Sense sense() {
            return Sense.NOT_ABOVE_LAST_YEAR;
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.ofNullable(lastYear).map(Bound::upper);
        }
    }

    /** 待定: which side is good is known, the line is not yet. It keeps no promise, so nobody is judged against it. */
    record Undecided(Sense sense) implements Direction {
        public Undecided {
            if (sense.comparesWithLastYear()) {
                throw new IllegalArgumentException("Last year decides " + sense.code() + ", nobody else has to");
            }
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.empty();
        }
    }

    Sense sense();

    /**
     * The line that decides for {@code actual}.
     *
     * @param actual null when nothing was reported; only {@link Between} looks at it
     * @param lastYear the reference of the same period of last year
     * @return empty for a last-year direction without a reference, and while undecided
     */
    Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear);

    /** The code of the {@link #sense()}. */
    default String code() {
        return sense().code();
    }

    /** On which side of another value a better one lies; empty between two lines. */
    default Optional<Bound.Side> better() {
        return Optional.ofNullable(sense().better);
    }

    default boolean comparesWithLastYear() {
        return sense().comparesWithLastYear();
    }
}
