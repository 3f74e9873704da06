package org.targetwatch.figure;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.targetwatch.figure.DeliverableReport.Revision;
import org.targetwatch.figure.Deliverables.Reported;

@ApplicationScoped
class DeliverableRepository implements PanacheRepositoryBase<DeliverableEntity, DeliverableEntity.Key> {
    private static final Sort OLDEST_FIRST = Sort.ascending("number");

    List<Revision> history(String plan, String deliverable) {
        return find("plan = ?1 and deliverable = ?2", OLDEST_FIRST, plan, deliverable).stream()
                .map(DeliverableEntity::toRevision)
                .toList();
    }

    /** The last revision of each deliverable, by its code: a plan has dozens, each with a few revisions. */
    Map<String, Revision> last(String plan) {
        return find("plan = ?1", OLDEST_FIRST, plan).stream()
                .collect(toMap(
                        DeliverableEntity::deliverable, DeliverableEntity::toRevision, (earlier, later) -> later));
    }

    boolean holds(String plan) {
        return DeliverableRow.TABLE.holds(getSession(), plan);
    }

    void each(String plan, Consumer<Reported> consumer) {
        DeliverableRow.TABLE.each(getSession(), plan, consumer);
    }

    void insert(String plan, Collection<Reported> revisions) {
        DeliverableRow.TABLE.insert(getSession(), plan, revisions);
    }

    /** Makes those who report about one deliverable queue up until this transaction ends. */
    void lock(String plan, String deliverable) {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))::text", String.class)
                .setParameter("key", String.join("/", "deliverable", plan, deliverable))
                .getSingleResult();
    }
}
