package org.targetwatch.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only source of time. Instants are always real; the zone says which day and month they belong to. */
final class Clocks {
    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "targetwatch.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        return Clock.system(zone);
    }
}
