package org.targetwatch.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The stored versions of regions and plans; they are only ever appended to. Callers hold the transaction. */
@ApplicationScoped
class CatalogueStore {
    private final Session session;

    CatalogueStore(Session session) {
        this.session = session;
    }

    /** Until the transaction ends, no other program that starts at the same moment appends anything. */
    void lock() {
        session.createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended('catalogue', 0))::text", String.class)
                .getSingleResult();
    }

    /** The number of plan versions: it grows with every change, so it tells whether there is something new. */
    long count() {
        return session.createQuery("select count(*) from PlanVersionEntity", Long.class)
                .getSingleResult();
    }

    Optional<Instant> lastRecordedAt() {
        return session.createQuery("select max(recordedAt) from PlanVersionEntity", Instant.class)
                .uniqueResultOptional();
    }

    /**
     * The newest version of each plan, in code order. Newest is what was learned last: an archive brings older versions
     * under higher numbers.
     */
    List<PlanVersionEntity> newestPlans() {
        return session.createQuery(
                        """
                        from PlanVersionEntity newest
                        where not exists (
                            from PlanVersionEntity later where later.plan = newest.plan
                            and (later.recordedAt > newest.recordedAt
                                or later.recordedAt = newest.recordedAt and later.version > newest.version))
                        order by plan""",
                        PlanVersionEntity.class)
                .getResultList();
    }

    Optional<PlanVersionEntity> newestPlan(String plan, Instant knownAt) {
        return session.createQuery(
                        """
                        from PlanVersionEntity where plan = :plan and recordedAt <= :knownAt
                        order by recordedAt desc, version desc""",
                        PlanVersionEntity.class)
                .setParameter("plan", plan)
                .setParameter("knownAt", knownAt)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** Every version of a plan in the order in which they were learned. */
    List<PlanVersion> versions(String plan) {
        return session
                .createQuery(
                        "from PlanVersionEntity where plan = :plan order by recordedAt, version",
                        PlanVersionEntity.class)
                .setParameter("plan", plan)
                .stream()
                .map(version -> version.toVersion(regions(version.regionsVersion)))
                .toList();
    }

    RegionsVersionEntity regions(int version) {
        return session.find(RegionsVersionEntity.class, version);
    }

    /** The version that holds {@code content}: the one that says so already, or a new one. */
    int appendRegions(JsonNode content, Instant recordedAt) {
        List<RegionsVersionEntity> versions = session.createQuery(
                        "from RegionsVersionEntity order by version desc", RegionsVersionEntity.class)
                .getResultList();
        return versions.stream()
                .filter(version -> version.content.equals(content))
                .findFirst()
                .orElseGet(() -> appendRegions(versions.size() + 1, content, recordedAt))
                .version;
    }

    private RegionsVersionEntity appendRegions(int number, JsonNode content, Instant recordedAt) {
        RegionsVersionEntity version = new RegionsVersionEntity();
        version.version = number;
        version.recordedAt = recordedAt;
        version.content = content;
        session.persist(version);
        return version;
    }

    /** Whether this is a new version; false when the newest one says the same with the same regions. */
    boolean appendPlanIfNew(String plan, int regionsVersion, JsonNode content, Instant recordedAt) {
        boolean isNew = newestPlan(plan, recordedAt)
                .filter(newest -> newest.regionsVersion == regionsVersion && newest.content.equals(content))
                .isEmpty();
        if (isNew) {
            appendPlan(plan, regionsVersion, content, recordedAt);
        }
        return isNew;
    }

    void appendPlan(String plan, int regionsVersion, JsonNode content, Instant recordedAt) {
        PlanVersionEntity version = new PlanVersionEntity();
        version.plan = plan;
        version.version = lastNumber(plan) + 1;
        version.regionsVersion = regionsVersion;
        version.recordedAt = recordedAt;
        version.content = content;
        session.persist(version);
    }

    private int lastNumber(String plan) {
        return session.createQuery(
                        "select coalesce(max(version), 0) from PlanVersionEntity where plan = :plan", Integer.class)
                .setParameter("plan", plan)
                .getSingleResult();
    }
}
