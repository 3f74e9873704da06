package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door to the catalogue: which plans, indicators and regions there are. */
@ApplicationScoped
public class Catalogue {

    /** All plans in code order, in their current version. */
    public List<Plan> plans() {
        return List.of();
    }

    public Optional<Plan> plan(String code) {
        return Optional.empty();
    }

    /** The plan as it was known at {@code knownAt}; empty when it was not known yet. */
    public Optional<Plan> plan(String code, Instant knownAt) {
        return Optional.empty();
    }

    /** Fired, in the same transaction, when a plan is stored for the first time or in a new version. */
    public record PlanChanged(String plan) {}
}
