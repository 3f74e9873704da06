package org.targetwatch.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.targetwatch.catalogue.DueDays;
import org.targetwatch.measure.Period;

/**
 * Whether a rule may open another slip after {@code last} was settled. What was settled for a month stays settled: nobody is
 * asked twice about the same figures, nor before the day that was promised and accepted.
 */
record Reopening(Slip last, DueDays dueDays) {

    boolean isDue(Period current, LocalDate today) {
        return last.state().phase() == Phase.RECOVERED
                || promised().map(today::isAfter).orElseGet(() -> isNewSince(current));
    }

    /** A reply that was accepted and then sent back promises nothing any more. */
    private Optional<LocalDate> promised() {
        return last.beforeLast() instanceof SlipState.Accepted accepted
                ? Optional.of(accepted.promised())
                : Optional.empty();
    }

    private boolean isNewSince(Period current) {
        return current.isAfter(last.opening().finding().period())
                && dueDays.of(current).isAfter(last.last().day());
    }
}
