package org.targetwatch.catalogue;

import java.util.Optional;
import org.targetwatch.measure.Period;

/**
 * The year of the plan file that is being read.
 *
 * @param start its January
 * @param isKnown false when the file's year could not be read, so that no month can be checked against it
 */
record PlanYear(Period start, boolean isKnown) {

    /** The last month of the year; of an unknown year one that nothing lies after. */
    Period december() {
        return isKnown ? start.plusMonths(11) : Period.of(9999, 12);
    }

    /** A month of the year or of the next: some promises fall due when the year's accounts are closed. */
    Optional<Period> month(SeedValue value) {
        Period last = december().plusMonths(12);
        return value.period()
                .flatMap(month -> isKnown && (month.isBefore(start) || month.isAfter(last))
                        ? value.wrong("应在 %s 至 %s 之间", "does not lie from %s to %s", start, last)
                        : Optional.of(month));
    }
}
