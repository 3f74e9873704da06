package org.targetwatch.audit;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.rows.Rows;
import org.targetwatch.rows.Snapshot;

/** Reads events as they lie in the database. */
@ApplicationScoped
class TrailReader {
    /** The longest that a slow line may take. */
    private static final int SECONDS = 60 * 60;

    private static final String NEWEST =
            """
            SELECT * FROM audit_event WHERE %s AND (recorded_at, chain COLLATE "C", seq) < (?, ?, ?)
            ORDER BY recorded_at DESC, chain COLLATE "C" DESC, seq DESC LIMIT ?"""
                    .formatted(EventFilter.SQL);

    private static final String ALL =
            "SELECT * FROM audit_event WHERE %s ORDER BY recorded_at, chain COLLATE \"C\", seq"
                    .formatted(EventFilter.SQL);

    private static final String CHAIN = "SELECT * FROM audit_event WHERE chain = ? ORDER BY seq";

    // A chain whose head was removed is looked at, too.
    private static final String HEADS =
            """
            SELECT chain, coalesce(seq, 0) AS seq, coalesce(hash, decode(repeat('00', 32), 'hex')) AS hash
            FROM audit_head FULL JOIN (SELECT DISTINCT chain FROM audit_event) AS chains USING (chain)
            WHERE chain = coalesce(?, chain) ORDER BY chain COLLATE "C\"""";

    private final Session session;

    TrailReader(Session session) {
        this.session = session;
    }

    /** What the end of a chain is said to be. */
    record FoundHead(String chain, Chain.Head head) {}

    /** Where an event stands among all of them. */
    record Position(OffsetDateTime recordedAt, String chain, long seq) {
        /** Behind every event. */
        static final Position END = new Position(OffsetDateTime.MAX, "", 0);
    }

    /** Everything read from here on in this transaction is of one moment; to be called first. */
    void beginSnapshot() {
        Snapshot.begin(session);
    }

    /** Those before {@code position}, newest first. */
    @Transactional
    List<AuditEvent> newest(EventFilter filter, Position position, int limit) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
                filter.set(statement);
                statement.setObject(EventFilter.PARAMETERS + 1, position.recordedAt());
                statement.setString(EventFilter.PARAMETERS + 2, position.chain());
                statement.setLong(EventFilter.PARAMETERS + 3, position.seq());
                statement.setInt(EventFilter.PARAMETERS + 4, limit);
                return Rows.read(statement, EventRow::read);
            }
        });
    }

    /** Oldest first, as they are at one moment; some are in memory at a time. */
    @Transactional(TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = SECONDS)
    void each(EventFilter filter, Consumer<AuditEvent> consumer) {
        beginSnapshot();
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                filter.set(statement);
                Rows.each(statement, EventRow::read, consumer);
            }
        });
    }

    /** One chain in its order; some are in memory at a time. */
    void each(String chain, Consumer<AuditEvent> consumer) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CHAIN)) {
                statement.setString(1, chain);
                Rows.each(statement, EventRow::read, consumer);
            }
        });
    }

    /** The ends of all chains, or of one. */
    List<FoundHead> heads(@Nullable String chain) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
                statement.setString(1, chain);
                return Rows.read(
                        statement,
                        row -> new FoundHead(
                                row.getString("chain"),
                                new Chain.Head(row.getLong("seq"), Hash.of(row.getBytes("hash")))));
            }
        });
    }
}
