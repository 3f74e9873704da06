package org.targetwatch.progress;

import org.targetwatch.measure.Exact;

/** Lag points from which a target is behind (yellow) and far behind (red); both included. */
public record Thresholds(Exact yellow, Exact red) {
    /** Our choice, not a norm: no published rule gives 5 and 15 ({@code domain.md} 4.3). */
    public static final Thresholds DEFAULT = new Thresholds(Exact.of(5), Exact.of(15));

    public Thresholds {
        if (yellow.isNegative() || yellow.compareTo(red) > 0) {
            throw new IllegalArgumentException("Thresholds must satisfy 0 <= yellow <= red: " + yellow + ", " + red);
        }
    }
}
