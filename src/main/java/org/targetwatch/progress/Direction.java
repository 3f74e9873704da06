package org.targetwatch.progress;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;

/** Which values keep the promise. Values are in the unit of the card: base units, or 93 for 93%. */
public sealed interface Direction {

    /** At least {@code value}; {@code stretch} is the far end of a range such as 6—8所, of which 6 keeps the promise. */
    record AtLeast(Exact value, @Nullable Exact stretch) implements Direction {
        @Override
        public String code() {
            return "at-least";
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.of(Bound.lower(value));
        }
    }

    /** At most {@code value}; 消除 (eliminate) is at most 0. */
    record AtMost(Exact value) implements Direction {
        @Override
        public String code() {
            return "at-most";
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
        public String code() {
            return "between";
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
        public String code() {
            return "not-below-last-year";
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.ofNullable(lastYear).map(Bound::lower);
        }
    }

    /** 只减不增: at most what the same period of last year reached. */
    record NotAboveLastYear() implements Direction {
        @Override
        public String code() {
            return "not-above-last-year";
        }

        @Override
        public Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear) {
            return Optional.ofNullable(lastYear).map(Bound::upper);
        }
    }

    /** The stable name used in catalogue files, JSON and labels. */
    String code();

    /**
     * The line that decides for {@code actual}.
     *
     * @param actual null when nothing was reported; only {@link Between} looks at it
     * @param lastYear the reference of the same period of last year
     * @return empty for a last-year direction without a reference
     */
    Optional<Bound> bound(@Nullable Exact actual, @Nullable Exact lastYear);

    /** On which side of another value a better one lies; empty between two lines. */
    default Optional<Bound.Side> better() {
        if (this instanceof Between) {
            return Optional.empty();
        }
        boolean upwards = this instanceof AtLeast || this instanceof NotBelowLastYear;
        return Optional.of(upwards ? Bound.Side.LOWER : Bound.Side.UPPER);
    }

    default boolean comparesWithLastYear() {
        return this instanceof NotBelowLastYear || this instanceof NotAboveLastYear;
    }
}
