package org.targetwatch.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only source of time. Instants are always real; the zone says which day and month they belong to. */
final class Clocks {
    @Produces
    @ApplicationScoped
    Clock clock(@ConfigProperty(name = "targetwatch.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        return Clock.system(zone);
    }
}
