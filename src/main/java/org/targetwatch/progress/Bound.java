package org.targetwatch.progress;

import java.util.Locale;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;

/**
 * One line and the side of it that is good. Every direction comes down to a bound once the actual value is known, so
 * gap, lag and status are written once and mirrored directions cannot differ.
 */
public record Bound(Side side, Exact value) {
    public enum Side implements Coded {
        /** Good is at or above the value. */
        LOWER,
        /** Good is at or below the value. */
        UPPER;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Bound lower(Exact value) {
        return new Bound(Side.LOWER, value);
    }

    static Bound upper(Exact value) {
        return new Bound(Side.UPPER, value);
    }

    /** Equality counts as met (以上、以内 include the number itself, {@code domain.md} 1.1). */
    public boolean metBy(Exact actual) {
        return !shortfall(actual).isPositive();
    }

    /** How far {@code actual} stands on the bad side; negative on the good side. */
    public Exact shortfall(Exact actual) {
        return oriented(value.minus(actual));
    }

    /** Turns a difference target − actual so that positive is bad. */
    Exact oriented(Exact difference) {
        return side == Side.LOWER ? difference : difference.negated();
    }

    Bound at(Exact other) {
        return new Bound(side, other);
    }
}
