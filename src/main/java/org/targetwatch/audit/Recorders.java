package org.targetwatch.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Gives records their time, and keeps {@code knownAt} exact: a time is taken before its transaction commits, so a reader of
 * "everything up to now" could find more of it a moment later; it therefore waits once for those who are just recording.
 */
@ApplicationScoped
public class Recorders {
    private final Session session;
    private final Clock clock;

    Recorders(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * The time of what is recorded in this transaction, in the database's precision. To be called behind the locks that
     * order such records, and at most once for each. Recorders never wait for each other here.
     *
     * @param last the time of the record before: should the machine's clock have been set back, what was learned later
     *     must not seem to have been known earlier
     */
    @Transactional(TxType.MANDATORY)
    public Instant time(Optional<Instant> last) {
        lock("pg_advisory_xact_lock_shared");
        return notBefore(last, clock);
    }

    /** Now, in the database's precision, but not before {@code last}; for records that {@code knownAt} does not ask for. */
    public static Instant notBefore(Optional<Instant> last, Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return last.filter(now::isBefore).orElse(now);
    }

    /** Returns when everyone who may have taken a time before now has committed. */
    @Transactional(TxType.REQUIRES_NEW)
    public void await() {
        lock("pg_advisory_xact_lock");
    }

    /** Plain JDBC: this is asked for every record, and Hibernate would look up what it knows of the query each time. */
    private void lock(String function) {
        session.doWork(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT " + function + "(hashtextextended('recording', 0))")) {
                statement.execute();
            }
        });
    }
}
