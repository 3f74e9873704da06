package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Recorders;
import org.targetwatch.audit.Subject;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

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
    public record Edition(Plan plan, int version, Instant recordedAt) {}

    private record Current(long count, Map<String, Edition> plans, List<Region> regions) {
        Optional<Plan> plan(String code) {
            return Optional.ofNullable(plans.get(code)).map(Edition::plan);
        }
    }

    /** With the moment, for a version whose transaction failed leaves its number to another. */
    private record Source(PlanVersionEntity.Key key, Instant recordedAt) {}

    private final CatalogueStore store;
    private final CatalogueConfig config;
    private final Clock clock;
    private final AuditTrail trail;
    private final Event<PlanChanged> planChanged;
    private final Event<PlanRolledOver> planRolledOver;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<Integer, Regions> regionsByVersion = new ConcurrentHashMap<>();
    private final Map<Source, Edition> editions = new ConcurrentHashMap<>();
    private volatile Current committed = new Current(0, Map.of(), List.of());

    Catalogue(
            CatalogueStore store,
            CatalogueConfig config,
            Clock clock,
            AuditTrail trail,
            Event<PlanChanged> planChanged,
            Event<PlanRolledOver> planRolledOver,
            TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.trail = trail;
        this.planChanged = planChanged;
        this.planRolledOver = planRolledOver;
        this.transaction = transaction;
    }

    /** All plans in code order, in their current version. */
    public List<Plan> plans() {
        return editions().stream().map(Edition::plan).toList();
    }

    public Optional<Plan> plan(String code) {
        return current().plan(code);
    }

    /** Answers 404 where there is no such plan. */
    public Plan require(String code) {
        return requireEdition(code).plan();
    }

    Edition requireEdition(String code) {
        return edition(code).orElseThrow(() -> noPlan(code));
    }

    public static Problem noPlan(String code) {
        return Problem.notFound(
                Text.of("没有工作要点 %s，可用的见 /api/v1/plans。", "There is no plan %s; see /api/v1/plans.", Text.shown(code)));
    }

    /** The plan as it was known at {@code knownAt}; empty when it was not known yet. */
    @Transactional
    public Optional<Plan> plan(String code, Instant knownAt) {
        return store.newestPlan(code, knownAt).map(this::edition).map(Edition::plan);
    }

    /** The number of the plan's version that was known at {@code knownAt}; empty when none was. */
    @Transactional
    public Optional<Integer> version(String code, Instant knownAt) {
        return store.newestPlan(code, knownAt).map(version -> version.version);
    }

    /** The regions of all plans in code order; where plans were read with different ones, as last recorded. */
    List<Region> regions() {
        return current().regions;
    }

    List<Edition> editions() {
        return List.copyOf(current().plans.values());
    }

    Optional<Edition> edition(String code) {
        return Optional.ofNullable(current().plans.get(code));
    }

    /** What a transaction under way has stored is seen by itself alone: it may still fail. */
    private Current current() {
        Object own = transaction.getTransactionKey() == null ? null : transaction.getResource(this);
        return own instanceof Current stored ? stored : committed;
    }

    /** Picks up what another replica has stored; without anything new, one cheap query. To be called on a timer. */
    @Transactional
    public void reloadIfNewer() {
        if (store.count() > committed.count) {
            use(read());
        }
    }

    /** Stores what {@code seeds} say that is new; the same content again stores nothing. Other plans stay as they are. */
    @Transactional
    void store(Seeds seeds) {
        store.lock();
        Instant now = now();
        int regions = store.appendRegions(seeds.regions(), now);
        List<String> changed = new ArrayList<>();
        seeds.plans().forEach((code, content) -> {
            if (store.appendPlanIfNew(code, regions, content, now)) {
                changed.add(code);
                trail.record(AuditTrail.SYSTEM, "plan.stored", Subject.plan(code), Facts.NONE);
            }
        });
        announce(changed);
    }

    /**
     * Stores the draft of another year's plan, made from the plan {@code from} as it is now; it is read with the same
     * regions. Fires {@link PlanChanged}, then {@link PlanRolledOver}.
     *
     * @throws Problem when there is a plan of that code already
     */
    @Transactional
    Edition rollOver(String from, Draft draft, String by) {
        store.lock();
        Instant now = now();
        if (store.newestPlan(draft.code(), now).isPresent()) {
            throw Problem.conflict(
                    Text.of("已有工作要点 %s，请换一个代码。", "There is a plan %s already; give another code.", draft.code()));
        }
        PlanVersionEntity old = store.newestPlan(from, now).orElseThrow(() -> noPlan(from));
        store.appendPlan(draft.code(), old.regionsVersion, draft.of(old.content), now);
        announce(List.of(draft.code()));
        trail.record(by, "plan.rolled_over", Subject.plan(draft.code()), Facts.of("from", from));
        planRolledOver.fire(new PlanRolledOver(from, draft.code(), by));
        return requireEdition(draft.code());
    }

    /** Everything that was ever known of a plan, oldest first. */
    @Transactional
    public List<PlanVersion> versions(String code) {
        return store.versions(code);
    }

    /**
     * Stores what another server knew of a plan, with the moments at which it learned it. A plan that is here already stays
     * as it is: the other server's versions become its past. Fires {@link PlanChanged}. Until the transaction ends, nobody
     * else stores anything in the catalogue.
     *
     * @throws Problem when a version cannot be read, or is another plan's
     */
    @Transactional
    public void restore(String code, List<PlanVersion> versions) {
        store.lock();
        new VersionCheck(code, config.dueDay()).refuseUnreadable(versions);
        Optional<PlanVersion> own = newest(code);
        versions.forEach(version -> append(code, version));
        own.filter(before -> !before.saysTheSameAs(newest(code).orElseThrow()))
                .ifPresent(before -> append(code, new PlanVersion(now(), before.regions(), before.content())));
        announce(List.of(code));
    }

    private Optional<PlanVersion> newest(String code) {
        return versions(code).stream().reduce((earlier, later) -> later);
    }

    private void append(String code, PlanVersion version) {
        int regions = store.appendRegions(version.regions(), version.recordedAt());
        store.appendPlan(code, regions, version.content(), version.recordedAt());
    }

    /** Whoever hears of a plan asks for it: it must be there before. */
    private void announce(List<String> changed) {
        Current before = current();
        Current read = read();
        transaction.putResource(this, read);
        transaction.registerInterposedSynchronization(new AfterCommit(() -> use(read)));
        changed.forEach(code -> planChanged.fire(
                PlanChanged.of(before.plan(code), read.plans.get(code).plan())));
    }

    private record AfterCommit(Runnable task) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                task.run();
            }
        }
    }

    /** In the database's precision and never before an earlier version, whatever the machine's clock does. */
    private Instant now() {
        return Recorders.notBefore(store.lastRecordedAt(), clock);
    }

    private Current read() {
        long count = store.count();
        Map<String, Edition> plans = new TreeMap<>();
        store.newestPlans().forEach(version -> plans.put(version.plan, edition(version)));
        return new Current(count, plans, allRegions(plans.values()));
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
        if (read.count >= committed.count) {
            committed = read;
        }
    }

    private Edition edition(PlanVersionEntity version) {
        return editions.computeIfAbsent(
                new Source(version.key(), version.recordedAt),
                source -> new Edition(
                        version.toPlan(regions(version.regionsVersion), config.dueDay()),
                        version.version,
                        version.recordedAt));
    }

    private Regions regions(int version) {
        return regionsByVersion.computeIfAbsent(
                version, key -> store.regions(key).toRegions());
    }

    /**
     * Fired, in the same transaction and after {@link PlanChanged}, when the plan {@code to} was made from {@code from}.
     *
     * @param by the account that asked for it
     */
    public record PlanRolledOver(String from, String to, String by) {}
}
