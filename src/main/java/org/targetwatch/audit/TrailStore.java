package org.targetwatch.audit;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;

/**
 * Appends to the chains of events. Callers hold the transaction. It works on the transaction's connection itself: just
 * before the commit the session has given its own back and cannot take it again.
 */
@ApplicationScoped
class TrailStore {
    private static final List<Column<AuditEvent>> HEAD = EventRow.COLUMNS.stream()
            .filter(column -> List.of("chain", "seq", "hash", "recorded_at").contains(column.name()))
            .toList();

    private static final String INSERT_HEADS =
            "INSERT INTO audit_head (chain) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING";

    private static final String LOCK_HEADS =
            "SELECT * FROM audit_head WHERE chain = ANY (?) ORDER BY chain COLLATE \"C\" FOR UPDATE";

    private static final String INSERT = "INSERT INTO audit_event (%s) SELECT given.* FROM %s"
            .formatted(Column.names(EventRow.COLUMNS), Column.unnest("given", EventRow.COLUMNS));

    private static final String MOVE_HEADS =
            """
            UPDATE audit_head SET seq = given.seq, hash = given.hash, recorded_at = given.recorded_at FROM %s
            WHERE audit_head.chain = given.chain"""
                    .formatted(Column.unnest("given", HEAD));

    private final DataSource database;

    TrailStore(DataSource database) {
        this.database = database;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T work(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The audit trail cannot be written", failed);
        }
    }

    /** Makes the connection part of the transaction, which is too late just before the commit. */
    void join() {
        work(connection -> null);
    }

    /** The last link of a chain, locked until the end of the transaction. */
    record LockedHead(String chain, Chain.Head head, Instant recordedAt) {}

    /** Locks {@code chains}, which are in code order; new ones are begun. */
    Map<String, LockedHead> lockHeads(Collection<String> chains) {
        return work(connection -> {
            execute(connection, INSERT_HEADS, chains);
            return locked(connection, chains);
        });
    }

    private static void execute(Connection connection, String sql, Collection<String> chains) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", chains.toArray()));
            statement.execute();
        }
    }

    private static Map<String, LockedHead> locked(Connection connection, Collection<String> chains)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_HEADS)) {
            statement.setArray(1, connection.createArrayOf("text", chains.toArray()));
            return Rows.read(
                            statement,
                            row -> new LockedHead(
                                    row.getString("chain"),
                                    new Chain.Head(row.getLong("seq"), Hash.of(row.getBytes("hash"))),
                                    row.getObject("recorded_at", OffsetDateTime.class)
                                            .toInstant()))
                    .stream()
                    .collect(toMap(LockedHead::chain, head -> head, (one, other) -> one, TreeMap::new));
        }
    }

    /** Appends {@code events} behind heads that are locked. */
    void append(List<AuditEvent> events) {
        Map<String, AuditEvent> last = events.stream()
                .collect(toMap(event -> event.subject().chain(), event -> event, (earlier, later) -> later));
        work(connection -> {
            write(connection, INSERT, EventRow.COLUMNS, events);
            return write(connection, MOVE_HEADS, HEAD, last.values());
        });
    }

    private static int write(
            Connection connection, String sql, List<Column<AuditEvent>> columns, Collection<AuditEvent> events)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.set(statement, 1, columns, events);
            return statement.executeUpdate();
        }
    }
}
