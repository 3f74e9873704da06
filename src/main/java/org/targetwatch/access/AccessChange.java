package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.Session;
import org.targetwatch.access.Directory.AccessChanged;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Subject;

/** The server's way to the stored accounts, tokens and sessions. */
@ApplicationScoped
class AccessChange {
    private final Session session;
    private final Event<AccessChanged> changed;
    private final AuditTrail trail;
    private final Clock clock;

    AccessChange(Session session, Event<AccessChanged> changed, AuditTrail trail, Clock clock) {
        this.session = session;
        this.changed = changed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Something done with the store. */
    interface Work<T> {
        T with(AccessStore store) throws SQLException;
    }

    /** Something done to accounts. */
    interface Act<T> {
        T with(AccountActs acts) throws SQLException;
    }

    /** Does it to accounts, with a row for each change. */
    @Transactional
    <T> T act(String by, Act<T> act) {
        return write(store -> act.with(new AccountActs(store, now(), by, this::saw)));
    }

    /** In the database's precision. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void saw(String by, String act, String account, Facts details) {
        trail.record(by, act, Subject.server().and("account", account), details);
    }

    /** Leaves the rows of what commands did beside the program. */
    @Transactional
    void takeNotes() {
        read(AccessStore::takeNotes).forEach(note -> saw(note.by(), note.act(), note.account(), note.details()));
    }

    /** Leaves the row of a change of a token; to be called in the transaction of the change. */
    void sawToken(String by, String act, String token, Facts details) {
        trail.record(by, act, Subject.server().and("token", token), details);
    }

    @Transactional
    <T> T read(Work<T> work) {
        return session.doReturningWork(connection -> work.with(new AccessStore(connection)));
    }

    /** One after another, on all replicas; who may do what is read anew after it. */
    @Transactional
    <T> T write(Work<T> work) {
        changed.fire(new AccessChanged());
        return session.doReturningWork(connection -> {
            AccessStore store = new AccessStore(connection);
            store.announceChange();
            return work.with(store);
        });
    }
}
