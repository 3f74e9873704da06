package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Recorders;
import org.targetwatch.audit.Subject;
import org.targetwatch.figure.DeliverableReport.Revision;

/** The door to deliverables: documents and acts of the plan that have no number, but are done or not. */
@ApplicationScoped
public class Deliverables {
    private final DeliverableRepository repository;
    private final Recorders recorders;
    private final AuditTrail trail;

    /** What was said about a deliverable at one time. */
    public record Reported(String deliverable, Revision revision) {}

    Deliverables(DeliverableRepository repository, Recorders recorders, AuditTrail trail) {
        this.repository = repository;
        this.recorders = recorders;
        this.trail = trail;
    }

    /** What was said last about each deliverable of a plan, by its code; those of which nothing was said are absent. */
    @Transactional
    public Map<String, Revision> current(String plan) {
        return repository.last(plan);
    }

    /** Everything that was ever said about a deliverable, oldest first. */
    @Transactional
    public List<Revision> history(String plan, String deliverable) {
        return repository.history(plan, deliverable);
    }

    /**
     * Records a report. One that says nothing new makes no revision.
     *
     * @param by the account that sent it
     * @param expected the number of the revision that the client has seen last, 0 for none; empty to not check
     * @return false, and nothing is stored, when someone else has reported since
     */
    @Transactional
    public boolean record(
            String plan, String deliverable, DeliverableReport report, String by, Optional<Integer> expected) {
        repository.lock(plan, deliverable);
        List<Revision> history = repository.history(plan, deliverable);
        Optional<Revision> last = history.stream().reduce((earlier, later) -> later);
        int number = last.map(Revision::number).orElse(0);
        if (expected.filter(seen -> seen != number).isPresent()) {
            return false;
        }
        if (last.filter(revision -> revision.report().equals(report)).isEmpty()) {
            Revision revision = new Revision(number + 1, report, recorders.time(last.map(Revision::recordedAt)), by);
            repository.persist(DeliverableEntity.from(plan, deliverable, revision));
            Subject subject = Subject.inPlan(plan).and("deliverable", deliverable);
            trail.record(by, "deliverable.reported", subject, report.facts());
        }
        return true;
    }

    /** Whether anything was ever said about deliverables of the plan. */
    @Transactional
    public boolean holds(String plan) {
        return repository.holds(plan);
    }

    /** Everything that was ever said, by deliverable, oldest first; some of it is in memory at a time. */
    @Transactional
    public void each(String plan, Consumer<Reported> consumer) {
        repository.each(plan, consumer);
    }

    /** Stores what was said on another server as it is. */
    @Transactional
    public void restore(String plan, List<Reported> revisions) {
        repository.insert(plan, revisions);
    }
}
