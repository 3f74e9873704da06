package org.targetwatch.catalogue;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What of the catalogue is configured. No {@code @ConfigMapping}: one for the bare prefix {@code targetwatch} would refuse
 * the settings that other packages read under it.
 */
@Singleton
final class CatalogueConfig {
    private final Optional<Path> seeds;
    private final int dueDay;

    CatalogueConfig(
            @ConfigProperty(name = "targetwatch.seeds") Optional<Path> seeds,
            @ConfigProperty(name = "targetwatch.due-day", defaultValue = "5") int dueDay) {
        this.seeds = seeds;
        this.dueDay = dueDay;
    }

    /** The folder of {@code regions.yaml} and the plans; without it those that come with the program. */
    Optional<Path> seeds() {
        return seeds;
    }

    /** The day of the next month on which a period's figures are due, 1 to 28, moved to the next working day. */
    int dueDay() {
        return dueDay;
    }
}
