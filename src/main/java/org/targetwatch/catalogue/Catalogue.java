package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The door to the catalogue: which plans, indicators and regions there are. It is there from the first moment on, and
 * what it hands out never changes: a plan that is planned anew is another object.
 */
@ApplicationScoped
public class Catalogue {

    /**
     * A plan in one of its versions.
     *
     * @param version from 1
     * @param recordedAt when the program learned it
     */
    record Edition(Plan plan, int version, Instant recordedAt) {}

    private record Current(long count, Map<String, Edition> plans, List<Region> regions) {}

    private final CatalogueStore store;
    private final CatalogueConfig config;
    private final Clock clock;
    private final Event<PlanChanged> planChanged;
    private final Map<Integer, Regions> regionsByVersion = new ConcurrentHashMap<>();
    private final Map<PlanVersionEntity.Key, Edition> editions = new ConcurrentHashMap<>();
    private volatile Current current = new Current(0, Map.of(), List.of());

    Catalogue(CatalogueStore store, CatalogueConfig config, Clock clock, Event<PlanChanged> planChanged) {
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.planChanged = planChanged;
    }

    /** All plans in code order, in their current version. */
    public List<Plan> plans() {
        return editions().stream().map(Edition::plan).toList();
    }

    public Optional<Plan> plan(String code) {
        return edition(code).map(Edition::plan);
    }

    /** The plan as it was known at {@code knownAt}; empty when it was not known yet. */
    @Transactional
    public Optional<Plan> plan(String code, Instant knownAt) {
        return store.newestPlan(code, knownAt).map(this::edition).map(Edition::plan);
    }

    /** The regions of all plans in code order; where plans were read with different ones, as last recorded. */
    List<Region> regions() {
        return current.regions;
    }

    List<Edition> editions() {
        return List.copyOf(current.plans.values());
    }

    Optional<Edition> edition(String code) {
        return Optional.ofNullable(current.plans.get(code));
    }

    /** Picks up what another replica has stored; without anything new, one cheap query. To be called on a timer. */
    @Transactional
    public void reloadIfNewer() {
        if (store.count() > current.count) {
            reload();
        }
    }

    /** Stores what {@code seeds} say that is new; the same content again stores nothing. */
    @Transactional
    void store(Seeds seeds) {
        store.lock();
        Instant now = now();
        int regions = store.appendRegions(seeds.regions(), now);
        List<String> changed = new ArrayList<>();
        seeds.plans().forEach((code, content) -> {
            if (store.appendPlan(code, regions, content, now)) {
                changed.add(code);
            }
        });
        // Before the event: whoever hears of a plan asks for it.
        reload();
        changed.forEach(code -> planChanged.fire(new PlanChanged(code)));
    }

    /** In the database's precision and never before an earlier version, whatever the machine's clock does. */
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.lastRecordedAt().filter(now::isBefore).orElse(now);
    }

    private void reload() {
        long count = store.count();
        Map<String, Edition> plans = new TreeMap<>();
        store.newestPlans().forEach(version -> plans.put(version.plan, edition(version)));
        use(new Current(count, plans, allRegions(plans.values())));
    }

    private static List<Region> allRegions(Collection<Edition> editions) {
        Map<String, Region> regions = new TreeMap<>();
        editions.stream()
                .sorted(Comparator.comparing(Edition::recordedAt))
                .flatMap(edition -> edition.plan().regions().all().stream())
                .forEach(region -> regions.put(region.code(), region));
        return List.copyOf(regions.values());
    }

    /** Versions are only ever appended, so of two readings the one with more of them is the later. */
    private synchronized void use(Current read) {
        if (read.count >= current.count) {
            current = read;
        }
    }

    private Edition edition(PlanVersionEntity version) {
        return editions.computeIfAbsent(
                version.key(),
                key -> new Edition(
                        version.toPlan(regions(version.regionsVersion), config.dueDay()),
                        version.version,
                        version.recordedAt));
    }

    private Regions regions(int version) {
        return regionsByVersion.computeIfAbsent(
                version, key -> store.regions(key).toRegions());
    }

    /** Fired, in the same transaction, when a plan is stored for the first time or in a new version. */
    public record PlanChanged(String plan) {}
}
