package org.targetwatch.metrics;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** {@code targetwatch.metrics.*} */
@ConfigMapping(prefix = "targetwatch.metrics")
interface MetricsConfig {
    /** Which regions have metrics. */
    enum Shown {
        /** Only each plan's own region. */
        OWN,
        /** Each plan's own region and its direct children. */
        CHILDREN,
        /** Every region. */
        ALL
    }

    /** Unset: all, or children where all would be more than 100,000 series. */
    Optional<Shown> regions();

    /** What whoever scrapes must send ({@code Authorization: Bearer …}); unset: whoever reaches the port may. */
    Optional<String> scrapeToken();
}
