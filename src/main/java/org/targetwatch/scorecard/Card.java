package org.targetwatch.scorecard;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Tally;

/**
 * 记分卡: promise against report for one indicator, region and period.
 *
 * @param tally what arrived, in base units
 * @param lastYearAtDue last year's figures of the due month, itself and everything below it; null while unknown
 * @param marks the lines that were in force beside the target
 * @param forecast null where nobody asked for it, on cards that are neither stored nor shown
 */
public record Card(
        String plan,
        String region,
        String indicator,
        Period period,
        Tally tally,
        @Nullable Amount lastYearAtDue,
        Marks marks,
        Assessment assessment,
        @Nullable Forecast forecast) {

    /** What a card is about: there is one stored card for each. */
    public record Key(String plan, String region, String indicator, Period period) {}

    public Key key() {
        return new Key(plan, region, indicator, period);
    }

    public Series series() {
        return new Series(indicator, region);
    }

    /** Whether anything is expected of the region in this period; of one that has ended only what it brought counts. */
    public boolean isExpected() {
        return tally.coverage().expected() > 0;
    }

    /** Whether it takes part in the sum above: one that has ended may, one to which the indicator does not apply does not. */
    boolean takesPart() {
        return isExpected() || tally.amount() != null;
    }

    /** Lines of the target in force, each null where there is none; unit of the card. */
    public record Marks(@Nullable Exact stretch, @Nullable Exact floor, @Nullable Exact baseline) {
        static final Marks NONE = new Marks(null, null, null);
    }
}
