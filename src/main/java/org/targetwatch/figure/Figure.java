package org.targetwatch.figure;

import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/**
 * One reported actual.
 *
 * @param amount in base units
 * @param quality null when the reporter leaves it open: then it stays as it was while the amount stays, and is
 *     preliminary otherwise
 * @param note the reporter's words on it; null leaves an earlier note on the same amount
 */
public record Figure(
        String indicator,
        String region,
        Period period,
        Amount amount,
        @Nullable Quality quality,
        @Nullable String note) {

    /** What a figure is about: there is one current figure for each. */
    public record Key(String indicator, String region, Period period) {}

    public Key key() {
        return new Key(indicator, region, period);
    }

    public Series series() {
        return new Series(indicator, region);
    }

    /** Whether recording this over what stands would change anything. */
    boolean differsFrom(@Nullable Current standing) {
        if (standing == null) {
            return true;
        }
        Figure current = standing.figure();
        return !amount.sameAs(current.amount)
                || quality != null && quality != current.quality
                || note != null && !note.equals(current.note);
    }

    /** This figure with what it leaves open taken from what stands. */
    Figure over(@Nullable Current standing) {
        Figure same = standing != null && amount.sameAs(standing.figure().amount) ? standing.figure() : null;
        return new Figure(
                indicator,
                region,
                period,
                amount,
                quality != null ? quality : same != null ? same.quality : Quality.PRELIMINARY,
                note != null ? note : same != null ? same.note : null);
    }
}
