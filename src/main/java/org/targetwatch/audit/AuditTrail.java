package org.targetwatch.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.targetwatch.audit.AuditEvent.Change;
import org.targetwatch.audit.TrailStore.LockedHead;

/**
 * 留痕: the door through which every change but those of figures leaves its row, in the transaction of the change: both are
 * stored or neither. The rows are written just before the commit, so nobody waits for another's whole transaction, and the
 * heads of the chains are the last locks that are taken.
 */
@ApplicationScoped
public class AuditTrail {
    /** Who made a change that nobody asked for: the program itself, at its start or by its clock. */
    public static final String SYSTEM = "system";

    private final TrailStore store;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    AuditTrail(TrailStore store, TransactionSynchronizationRegistry transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Records one change.
     *
     * @param by the account or token that made it
     * @param act what was done, two coded words: {@code target.set}; each is explained in {@code docs/audit.md}
     * @param details what else is to be known later, never a password, token or figure
     */
    @Transactional(TxType.MANDATORY)
    public void record(String by, String act, Subject subject, Facts details) {
        pending().changes.add(new Change(by, act, subject, details));
    }

    private Pending pending() {
        if (transaction.getResource(this) instanceof Pending pending) {
            return pending;
        }
        store.join();
        Pending pending = new Pending(new ArrayList<>());
        transaction.putResource(this, pending);
        transaction.registerInterposedSynchronization(pending);
        return pending;
    }

    private final class Pending implements Synchronization {
        private final List<Change> changes;

        private Pending(List<Change> changes) {
            this.changes = changes;
        }

        @Override
        public void beforeCompletion() {
            append(changes);
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private void append(List<Change> changes) {
        Map<String, List<Change>> byChain = changes.stream().collect(groupingBy(Change::chain, TreeMap::new, toList()));
        List<AuditEvent> events = new ArrayList<>();
        store.lockHeads(byChain.keySet()).forEach((chain, locked) -> events.addAll(events(locked, byChain.get(chain))));
        store.append(events);
    }

    private List<AuditEvent> events(LockedHead locked, List<Change> changes) {
        Instant now = Recorders.notBefore(Optional.of(locked.recordedAt()), clock);
        List<AuditEvent> events = new ArrayList<>();
        Chain.Head head = locked.head();
        for (Change change : changes) {
            AuditEvent event = AuditEvent.after(head, change, now);
            head = event.head();
            events.add(event);
        }
        return events;
    }
}
