package org.targetwatch.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Recorders;
import org.targetwatch.audit.Subject;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.PlanChanged;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Target;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** The door to targets: what each region promised, as the catalogue says and as decided since. */
@ApplicationScoped
public class Targets {
    private final TargetRepository repository;
    private final Recorders recorders;
    private final AuditTrail trail;
    private final Event<TargetsChanged> changed;

    Targets(TargetRepository repository, Recorders recorders, AuditTrail trail, Event<TargetsChanged> changed) {
        this.repository = repository;
        this.recorders = recorders;
        this.trail = trail;
        this.changed = changed;
    }

    /** The timeline of each of {@code wanted}, as known at {@code knownAt} (null: now). */
    public Map<Series, TargetTimeline> timelines(Plan plan, Collection<Series> wanted, @Nullable Instant knownAt) {
        Map<Series, List<Decision>> decisions = repository.decisions(plan, withAncestors(plan, wanted), knownAt);
        Inheritance inheritance = new Inheritance(plan, decisions);
        return wanted.stream().distinct().collect(Collectors.toMap(series -> series, inheritance::timeline));
    }

    /** One timeline of now. */
    @Transactional
    public TargetTimeline timeline(Plan plan, Series series) {
        return timelines(plan, List.of(series), null).get(series);
    }

    /**
     * Stores a decision; fires {@link TargetsChanged}.
     *
     * @param expected the number of the decision that the client has seen last, 0 for none; empty to not check
     * @return empty when someone else has decided since
     */
    @Transactional
    public Optional<Decision> decide(
            Plan plan,
            Series series,
            Period from,
            Target target,
            String reason,
            String by,
            Optional<Integer> expected) {
        repository.lock(plan.code(), series);
        List<Decision> before = timeline(plan, series).decisions();
        int last = before.isEmpty() ? 0 : before.get(0).number();
        if (expected.filter(number -> number != last).isPresent()) {
            return Optional.empty();
        }
        Instant recordedAt = recorders.time(before.stream().findFirst().map(Decision::recordedAt));
        Decision decision = new Decision(last + 1, from, target, reason, recordedAt, by);
        TargetEntity entity = TargetEntity.from(plan.code(), series, decision);
        repository.persistAndFlush(entity);
        trail.record(by, "target.set", Subject.series(plan.code(), series), entity.facts());
        changed.fire(new TargetsChanged(plan.code(), series.indicator(), series.region(), from));
        return Optional.of(decision);
    }

    /** Whether anything was ever decided about the plan. */
    @Transactional
    public boolean holds(String plan) {
        return repository.holds(plan);
    }

    /** Every decision of a plan as it is kept, by region, indicator and number; some are in memory at a time. */
    @Transactional
    public void each(String plan, Consumer<KeptDecision> consumer) {
        repository.each(plan, consumer);
    }

    /**
     * Stores decisions of another server as they are. Fires nothing: whoever restores a plan has it judged anew.
     *
     * @throws Problem when one cannot be read against the plan as it is here
     */
    @Transactional
    public void restore(Plan plan, List<KeptDecision> decisions) {
        Violations violations = new Violations();
        for (int index = 0; index < decisions.size(); index++) {
            if (!isReadable(plan, decisions.get(index))) {
                Text message = new Text(
                        "目标值或进度计划与该指标不符。", "The target or its trajectory is not one that this indicator can have.");
                violations.add(new Violation(index, "trajectory", "E-ARCHIVE-LINE", message));
            }
        }
        violations.refuseIfAny();
        repository.insert(plan.code(), decisions);
    }

    /** What is no longer watched is kept as it is. */
    private static boolean isReadable(Plan plan, KeptDecision decision) {
        try {
            if (plan.indicator(decision.series().indicator()).isPresent()) {
                TargetEntity.from(plan.code(), decision).toDecision(plan);
            }
            return true;
        } catch (NoSuchElementException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    void planChanged(@Observes PlanChanged changed) {
        changed.refuseFor(repository.decided(changed.plan(), changed.redefined()));
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
