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

    /** The newest version of each plan, in code order. */
    List<PlanVersionEntity> newestPlans() {
        return session.createQuery(
                        """
                        from PlanVersionEntity newest
                        where version = (select max(version) from PlanVersionEntity where plan = newest.plan)
                        order by plan""",
                        PlanVersionEntity.class)
                .getResultList();
    }

    Optional<PlanVersionEntity> newestPlan(String plan, Instant knownAt) {
        return session.createQuery(
                        "from PlanVersionEntity where plan = :plan and recordedAt <= :knownAt order by version desc",
                        PlanVersionEntity.class)
                .setParameter("plan", plan)
                .setParameter("knownAt", knownAt)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    Optional<RegionsVersionEntity> newestRegions() {
        return session.createQuery("from RegionsVersionEntity order by version desc", RegionsVersionEntity.class)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    RegionsVersionEntity regions(int version) {
        return session.find(RegionsVersionEntity.class, version);
    }

    /** The version that holds {@code content}: the newest one, or a new one where that says something else. */
    int appendRegions(JsonNode content, Instant recordedAt) {
        RegionsVersionEntity newest = newestRegions().orElse(null);
        if (newest != null && newest.content.equals(content)) {
            return newest.version;
        }
        RegionsVersionEntity version = new RegionsVersionEntity();
        version.version = newest == null ? 1 : newest.version + 1;
        version.recordedAt = recordedAt;
        version.content = content;
        session.persist(version);
        return version.version;
    }

    /** Whether this is a new version; false when the newest one says the same with the same regions. */
    boolean appendPlan(String plan, int regionsVersion, JsonNode content, Instant recordedAt) {
        PlanVersionEntity newest = newestPlan(plan, recordedAt).orElse(null);
        if (newest != null && newest.regionsVersion == regionsVersion && newest.content.equals(content)) {
            return false;
        }
        PlanVersionEntity version = new PlanVersionEntity();
        version.plan = plan;
        version.version = newest == null ? 1 : newest.version + 1;
        version.regionsVersion = regionsVersion;
        version.recordedAt = recordedAt;
        version.content = content;
        session.persist(version);
        return true;
    }
}
