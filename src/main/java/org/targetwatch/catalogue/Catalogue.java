package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The door to the catalogue: which plans, indicators and regions there are. */
@ApplicationScoped
public class Catalogue {
    private volatile Map<String, Plan> plans = Map.of();

    Catalogue() {
        Mistakes mistakes = new Mistakes();
        Seeds seeds = new SeedsReader(mistakes, 5).read(SeedFolder.packaged(mistakes));
        Regions regions = Seeds.regions("regions", seeds.regions());
        Map<String, Plan> read = new TreeMap<>();
        seeds.plans().forEach((code, content) -> read.put(code, Seeds.plan(code, content, regions, 5)));
        plans = read;
    }

    /** All plans in code order, in their current version. */
    public List<Plan> plans() {
        return List.copyOf(plans.values());
    }

    public Optional<Plan> plan(String code) {
        return Optional.ofNullable(plans.get(code));
    }

    /** The plan as it was known at {@code knownAt}; empty when it was not known yet. */
    public Optional<Plan> plan(String code, Instant knownAt) {
        return plan(code);
    }

    /** Fired, in the same transaction, when a plan is stored for the first time or in a new version. */
    public record PlanChanged(String plan) {}
}
