package org.targetwatch.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.targetwatch.measure.Period;

/**
 * The day on which the office works: today in the bureau's zone, or the day that {@code targetwatch.business-date} fixes
 * for demonstrations. It decides what is due and which months are in the future; time stamps never come from here but
 * from the clock.
 */
@ApplicationScoped
public class BusinessDate {
    private final Clock clock;
    private final Optional<LocalDate> fixed;

    public BusinessDate(Clock clock, @ConfigProperty(name = "targetwatch.business-date") Optional<LocalDate> fixed) {
        this.clock = clock;
        this.fixed = fixed;
    }

    public LocalDate today() {
        return on(clock.instant());
    }

    /** The business date at {@code moment}; a fixed date was fixed then, too. */
    public LocalDate on(Instant moment) {
        return fixed.orElseGet(() -> LocalDate.ofInstant(moment, clock.getZone()));
    }

    /** The month of {@link #today()}. */
    public Period month() {
        return Period.containing(today());
    }
}
