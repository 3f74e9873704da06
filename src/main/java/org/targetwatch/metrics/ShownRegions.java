package org.targetwatch.metrics;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.metrics.MetricsConfig.Shown;

/** Which regions of a plan have metrics. */
@ApplicationScoped
class ShownRegions {
    private static final long MOST_SERIES = 100_000;
    private static final int SERIES_PER_CARD = 12;

    private final MetricsConfig config;

    ShownRegions(MetricsConfig config) {
        this.config = config;
    }

    /** Their codes, parents before children. */
    Set<String> of(Plan plan) {
        return regions(plan).collect(toCollection(LinkedHashSet::new));
    }

    private Stream<String> regions(Plan plan) {
        return switch (config.regions().orElseGet(() -> byDefault(plan))) {
            case OWN -> Stream.of(plan.region());
            case CHILDREN -> Stream.concat(Stream.of(plan.region()), plan.regions().children(plan.region()).stream());
            case ALL -> plan.regionCodes();
        };
    }

    private static Shown byDefault(Plan plan) {
        long cards = plan.indicators().values().stream()
                .flatMap(indicator -> plan.regionCodes().filter(region -> plan.concerns(region, indicator)))
                .count();
        return cards * SERIES_PER_CARD > MOST_SERIES ? Shown.CHILDREN : Shown.ALL;
    }
}
