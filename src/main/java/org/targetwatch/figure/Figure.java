package org.targetwatch.figure;

import org.jspecify.annotations.Nullable;
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

    /** Whether recording this over {@code current} would change anything. */
    boolean differsFrom(@Nullable Figure current) {
        return current == null
                || !amount.sameAs(current.amount)
                || quality != null && quality != current.quality
                || note != null && !note.equals(current.note);
    }

    /** This figure with what it leaves open taken from {@code current}. */
    Figure over(@Nullable Figure current) {
        boolean sameAmount = current != null && amount.sameAs(current.amount);
        Quality keptQuality = sameAmount ? current.quality : Quality.PRELIMINARY;
        String keptNote = sameAmount ? current.note : null;
        return new Figure(
                indicator,
                region,
                period,
                amount,
                quality == null ? keptQuality : quality,
                note == null ? keptNote : note);
    }
}
