package org.targetwatch.progress;

import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;

/**
 * How an indicator is judged, the same for all its regions.
 *
 * @param planStart January of the plan's year
 * @param judgedFrom before it nothing is judged
 * @param due the month in which the promise must be kept; may lie after the year
 * @param thresholds lag points at which the light changes
 * @param confirm whether red needs two judged periods in a row
 */
public record Rules(
        Measure measure,
        Kind kind,
        Period planStart,
        Period judgedFrom,
        Period due,
        Commitment commitment,
        Thresholds thresholds,
        boolean confirm) {

    public Rules {
        if (judgedFrom.isAfter(due)) {
            throw new IllegalArgumentException("judged-from " + judgedFrom + " lies after the due month " + due);
        }
    }

    /** December of the plan's year. */
    public Period planEnd() {
        return planStart.plusMonths(11);
    }

    /** The last period that has a card: figures are accepted until the due month. */
    public Period lastPeriod() {
        return planEnd().laterOf(due);
    }

    /** The month of last year that {@code period} is compared with; months after the plan's year: its December. */
    public Period lastYearOf(Period period) {
        return period.earlierOf(planEnd()).plusMonths(-12);
    }
}
