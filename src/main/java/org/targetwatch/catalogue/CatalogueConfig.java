package org.targetwatch.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What of the catalogue is configured. */
@ConfigMapping(prefix = "targetwatch")
interface CatalogueConfig {
    /** The folder of {@code regions.yaml} and the plans; without it those that come with the program. */
    Optional<Path> seeds();

    /** The day of the next month on which a period's figures are due, 1 to 28, moved to the next working day. */
    @WithDefault("5")
    int dueDay();
}
