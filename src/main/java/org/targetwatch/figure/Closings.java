package org.targetwatch.figure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Recorders;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.figure.FigureStore.LockedHead;
import org.targetwatch.measure.Period;
import org.targetwatch.rows.Rows;
import org.targetwatch.web.BusinessDate;

/** The door to closings: closes a period and opens it again. Both wait until nobody is writing figures of the plan. */
@ApplicationScoped
public class Closings {
    private final ClosingRepository repository;
    private final FigureStore store;
    private final Recorders recorders;
    private final AuditTrail trail;
    private final Catalogue catalogue;
    private final BusinessDate businessDate;

    Closings(
            ClosingRepository repository,
            FigureStore store,
            Recorders recorders,
            AuditTrail trail,
            Catalogue catalogue,
            BusinessDate businessDate) {
        this.repository = repository;
        this.store = store;
        this.recorders = recorders;
        this.trail = trail;
        this.catalogue = catalogue;
        this.businessDate = businessDate;
    }

    @ApplicationScoped
    static class ClosingRepository implements PanacheRepositoryBase<ClosingEntity, ClosingEntity.Key> {
        /** Oldest first. */
        List<Closing> of(String plan) {
            return getSession().doReturningWork(connection -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("SELECT * FROM closing WHERE plan = ? ORDER BY seq")) {
                    statement.setString(1, plan);
                    return Rows.read(statement, ClosingEntity::read);
                }
            });
        }
    }

    /** What is closed today. */
    @Transactional
    public ClosedPeriods of(String plan) {
        return new ClosedPeriods(catalogue.require(plan).regions(), repository.of(plan), businessDate.today());
    }

    /** Everything that was closed and reopened, oldest first. */
    @Transactional
    public List<Closing> history(String plan) {
        return repository.of(plan);
    }

    /** What was closed and reopened up to {@code knownAt}, oldest first. */
    @Transactional
    public List<Closing> history(String plan, Instant knownAt) {
        return repository.of(plan).stream()
                .filter(closing -> !closing.recordedAt().isAfter(knownAt))
                .toList();
    }

    /**
     * Closes a period for every region, and seals all chains as they are.
     *
     * @return empty when it is closed already and was not reopened since
     */
    @Transactional
    public Optional<Closing> close(Plan plan, Period period, @Nullable String reason, String by) {
        SortedMap<String, LockedHead> heads = lock(plan);
        List<Closing> before = repository.of(plan.code());
        if (last(before.stream().filter(closing -> closing.period().equals(period)))
                .filter(closing -> closing.what() instanceof Closed)
                .isPresent()) {
            return Optional.empty();
        }
        SortedMap<String, Chain.Head> sealed = new TreeMap<>();
        heads.forEach((region, locked) -> sealed.put(region, locked.head()));
        Closing closing = append(plan, before, period, Closed.over(sealed), reason, by, time(before, heads));
        repository.flush();
        store.sealHeads(plan.code(), closing.seq(), heads.keySet());
        return Optional.of(closing);
    }

    /**
     * Opens a closed period again for {@code region} and everything below it, up to and including {@code until}.
     *
     * @return empty when it is open
     */
    @Transactional
    public Optional<Closing> reopen(
            Plan plan, Period period, String region, LocalDate until, String reason, String by) {
        SortedMap<String, LockedHead> heads = lock(plan);
        List<Closing> before = repository.of(plan.code());
        boolean isOpen = new ClosedPeriods(plan.regions(), before, businessDate.today())
                .closing(region, period)
                .isEmpty();
        return isOpen
                ? Optional.empty()
                : Optional.of(
                        append(plan, before, period, new Reopened(region, until), reason, by, time(before, heads)));
    }

    private SortedMap<String, LockedHead> lock(Plan plan) {
        return new TreeMap<>(
                store.lockHeads(plan.code(), plan.regionCodes().sorted().toList()));
    }

    private Closing append(
            Plan plan,
            List<Closing> before,
            Period period,
            Closing.What what,
            @Nullable String reason,
            String by,
            Instant at) {
        Closing closing = Closing.after(last(before.stream()).orElse(null), plan.code(), period, what, reason, at, by);
        repository.persist(ClosingEntity.from(closing));
        trail.record(by, "period." + what.act(), closing.subject(), closing.facts());
        return closing;
    }

    private Instant time(List<Closing> before, Map<String, LockedHead> heads) {
        return recorders.time(Stream.concat(
                        before.stream().map(Closing::recordedAt),
                        heads.values().stream().map(LockedHead::recordedAt))
                .max(Instant::compareTo));
    }

    private static Optional<Closing> last(Stream<Closing> closings) {
        return closings.reduce((earlier, later) -> later);
    }
}
