package org.targetwatch.progress;

import java.util.Optional;
import java.util.stream.Stream;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;

/**
 * How an indicator is judged, the same for all its regions.
 *
 * @param frequency how often figures are asked for
 * @param planStart January of the plan's year
 * @param judgedFrom before it nothing is judged
 * @param due the month in which the promise must be kept; may lie after the year
 * @param thresholds lag points at which the light changes
 * @param confirm whether red needs two judged periods in a row
 */
public record Rules(
        Measure measure,
        Kind kind,
        Frequency frequency,
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

    /** The periods for which figures are asked, from the plan's start through {@code last}; none after the due month. */
    public Stream<Period> asked(Period last) {
        return planStart.through(last.earlierOf(due)).filter(period -> frequency.asksFor(period, due));
    }

    /** The last period up to {@code period} for which a figure is asked; empty while none was yet. */
    public Optional<Period> lastAsked(Period period) {
        Period last = period.earlierOf(due);
        while (!last.isBefore(planStart) && !frequency.asksFor(last, due)) {
            last = last.previous();
        }
        return Optional.of(last).filter(asked -> !asked.isBefore(planStart));
    }

    /**
     * The month whose 序时目标 the figures of {@code period} are held against: that of the last figure asked for. Between two
     * quarters nothing newer can arrive, so nobody falls behind by waiting.
     */
    public Period measuredIn(Period period) {
        return frequency == Frequency.MONTHLY ? period : lastAsked(period).orElse(period);
    }

    /** The judged period before {@code period} for which a figure was asked: one report is not confirmed by itself. */
    public Optional<Period> judgedBefore(Period period) {
        Optional<Period> before = frequency == Frequency.MONTHLY
                ? Optional.of(period.previous())
                : lastAsked(period).flatMap(asked -> lastAsked(asked.previous()));
        return before.filter(judged -> !judged.isBefore(judgedFrom));
    }

    /**
     * The month of last year that {@code period} is compared with: that of the last figure asked for; months after the plan's
     * year: its December.
     */
    public Period lastYearOf(Period period) {
        return lastAsked(period).orElse(period).earlierOf(planEnd()).plusMonths(-12);
    }
}
