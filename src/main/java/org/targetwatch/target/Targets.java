package org.targetwatch.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.target.TargetTimeline.Decision;

/** The door to targets: what each region promised, as the catalogue says and as decided since. */
@ApplicationScoped
public class Targets {
    private final TargetRepository repository;

    Targets(TargetRepository repository) {
        this.repository = repository;
    }

    /** The timeline of each of {@code wanted}, as known at {@code knownAt} (null: now). */
    public Map<Series, TargetTimeline> timelines(Plan plan, Collection<Series> wanted, @Nullable Instant knownAt) {
        Map<Series, List<Decision>> decisions = repository.decisions(plan, withAncestors(plan, wanted), knownAt);
        Inheritance inheritance = new Inheritance(plan, decisions);
        return wanted.stream().distinct().collect(Collectors.toMap(series -> series, inheritance::timeline));
    }

    private static Set<Series> withAncestors(Plan plan, Collection<Series> wanted) {
        Set<Series> all = new HashSet<>();
        for (Series series : wanted) {
            Optional<String> region = Optional.of(series.region());
            while (region.isPresent() && all.add(new Series(series.indicator(), region.get()))) {
                region = plan.regions().parent(region.get());
            }
        }
        return all;
    }
}
