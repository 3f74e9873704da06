package org.targetwatch.figure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Recorders;
import org.targetwatch.audit.Subject;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/** The door to exemptions: which indicators do not apply to which regions. */
@ApplicationScoped
public class Exemptions {
    private final ExemptionRepository repository;
    private final Recorders recorders;
    private final AuditTrail trail;
    private final Event<ExemptionsChanged> changed;

    Exemptions(
            ExemptionRepository repository, Recorders recorders, AuditTrail trail, Event<ExemptionsChanged> changed) {
        this.repository = repository;
        this.recorders = recorders;
        this.trail = trail;
        this.changed = changed;
    }

    @ApplicationScoped
    static class ExemptionRepository implements PanacheRepositoryBase<ExemptionEntity, ExemptionEntity.Key> {
        /** Every post asks for it several times, so by plain JDBC. */
        List<Exemption> of(String plan, @Nullable Instant knownAt) {
            List<Exemption> known = new ArrayList<>();
            ExemptionRow.TABLE.each(getSession(), plan, exemption -> {
                if (knownAt == null || !exemption.recordedAt().isAfter(knownAt)) {
                    known.add(exemption);
                }
            });
            return known;
        }

        void lock(String plan) {
            getEntityManager()
                    .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))::text", String.class)
                    .setParameter("key", "exemption/" + plan)
                    .getSingleResult();
        }
    }

    /** Who is exempt from what, as known at {@code knownAt} (null: now). */
    @Transactional
    public Exempt of(String plan, @Nullable Instant knownAt) {
        return new Exempt(repository.of(plan, knownAt));
    }

    /** Every decision, by region and indicator, oldest first. */
    @Transactional
    public List<Exemption> history(String plan) {
        return repository.of(plan, null);
    }

    /**
     * Stores a decision; one that says the same as the last one of the series stores nothing. Fires {@link
     * ExemptionsChanged}.
     *
     * @return what holds now
     */
    @Transactional
    public Exemption decide(String plan, Series series, Period from, boolean exempt, String reason, String by) {
        repository.lock(plan);
        List<Exemption> all = repository.of(plan, null);
        Optional<Exemption> last = all.stream()
                .filter(exemption -> new Series(exemption.indicator(), exemption.region()).equals(series))
                .reduce((earlier, later) -> later);
        return last.filter(same -> same.exempt() == exempt
                        && same.from().equals(from)
                        && same.reason().equals(reason))
                .orElseGet(() -> append(plan, series, from, exempt, reason, by, all, last));
    }

    private Exemption append(
            String plan,
            Series series,
            Period from,
            boolean exempt,
            String reason,
            String by,
            List<Exemption> all,
            Optional<Exemption> last) {
        Instant now = recorders.time(all.stream().map(Exemption::recordedAt).max(Instant::compareTo));
        int number = last.map(Exemption::number).orElse(0) + 1;
        Exemption exemption = new Exemption(series.indicator(), series.region(), number, from, exempt, reason, now, by);
        repository.persistAndFlush(ExemptionEntity.from(plan, exemption));
        trail.record(by, "exemption.set", Subject.series(plan, series), exemption.facts());
        changed.fire(new ExemptionsChanged(plan, series, from));
        return exemption;
    }

    /** Whether anything was ever decided about the plan. */
    @Transactional
    public boolean holds(String plan) {
        return ExemptionRow.TABLE.holds(repository.getSession(), plan);
    }

    /** Every decision, by region and indicator, oldest first; some are in memory at a time. */
    @Transactional
    public void each(String plan, Consumer<Exemption> consumer) {
        ExemptionRow.TABLE.each(repository.getSession(), plan, consumer);
    }

    /** Stores decisions of another server as they are. Fires nothing: whoever restores a plan has it judged anew. */
    @Transactional
    public void restore(String plan, List<Exemption> exemptions) {
        ExemptionRow.TABLE.insert(repository.getSession(), plan, exemptions);
    }
}
