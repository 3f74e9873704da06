package org.targetwatch.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Knobs of accounts and sessions. */
@ConfigMapping(prefix = "targetwatch.access")
interface AccessConfig {
    /** How long a browser stays logged in. */
    @WithDefault("PT10H")
    Duration session();
}
