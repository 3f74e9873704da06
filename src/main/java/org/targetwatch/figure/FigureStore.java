package org.targetwatch.figure;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Hash;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;

/**
 * Writes figures. Each call is one statement, whatever the number of figures, and joins the caller's transaction; the
 * calls stand in the order in which recording makes them.
 */
@ApplicationScoped
class FigureStore {
    private static final List<Column<String>> REGION = List.of(new Column<>("region", "text", region -> region));

    static final List<Column<Key>> KEY = List.of(
            new Column<>("indicator", "text", Key::indicator),
            new Column<>("region", "text", Key::region),
            new Column<>("period", "integer", key -> key.period().index()));

    private static final List<Column<Revision>> COPIED = RevisionRow.COLUMNS.stream()
            .filter(column -> !column.name().equals("hash"))
            .toList();

    private static final List<Column<Revision>> HEAD = RevisionRow.COLUMNS.stream()
            .filter(column -> List.of("region", "seq", "hash").contains(column.name()))
            .toList();

    // Missing heads are inserted before any is locked, in the order of locking; so no two writers can wait for each
    // other.
    private static final String INSERT_HEADS =
            """
            INSERT INTO chain_head (plan, region) SELECT ?, region FROM %s ORDER BY region COLLATE "C"
            ON CONFLICT DO NOTHING"""
                    .formatted(Column.unnest("given", REGION));

    private static final String LOCK_HEADS =
            """
            SELECT region, seq, hash, recorded_at FROM chain_head WHERE plan = ? AND region = ANY (?)
            ORDER BY region COLLATE "C" FOR UPDATE""";

    private static final String CURRENT =
            "SELECT figure.* FROM %s JOIN figure USING (indicator, region, period) WHERE plan = ?"
                    .formatted(Column.unnest("given", KEY));

    private static final String INSERT_BATCH =
            """
            INSERT INTO batch
            (plan, id, recorded_at, recorded_by, prepared_by, checked_by, approved_by, as_of, received_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_REVISIONS =
            """
            INSERT INTO revision (plan, batch, recorded_at, recorded_by, %s) SELECT ?, ?, ?, ?, given.* FROM %s"""
                    .formatted(Column.names(RevisionRow.COLUMNS), Column.unnest("given", RevisionRow.COLUMNS));

    // The day of the first report stays.
    private static final String REPLACE_FIGURES =
            """
            INSERT INTO figure (plan, recorded_at, recorded_by, received_on, %s) SELECT ?, ?, ?, ?, given.* FROM %s
            ON CONFLICT (plan, region, indicator, period) DO UPDATE SET
            recorded_at = EXCLUDED.recorded_at, recorded_by = EXCLUDED.recorded_by, seq = EXCLUDED.seq,
            value = EXCLUDED.value, numerator = EXCLUDED.numerator, denominator = EXCLUDED.denominator,
            quality = EXCLUDED.quality, note = EXCLUDED.note, state = EXCLUDED.state, reason = EXCLUDED.reason"""
                    .formatted(Column.names(COPIED), Column.unnest("given", COPIED));

    private static final String MOVE_HEADS =
            """
            UPDATE chain_head SET seq = given.seq, hash = given.hash, recorded_at = ? FROM %s
            WHERE chain_head.plan = ? AND chain_head.region = given.region"""
                    .formatted(Column.unnest("given", HEAD));

    private static final String SEAL_HEADS =
            """
            INSERT INTO sealed_head (plan, closing, region, seq, hash)
            SELECT plan, ?, region, seq, hash FROM chain_head WHERE plan = ? AND region = ANY (?)""";

    private final Session session;

    FigureStore(Session session) {
        this.session = session;
    }

    /** The last link of a region's chain, locked until the end of the transaction. */
    record LockedHead(String region, Chain.Head head, Instant recordedAt) {}

    /** Locks the chains of {@code regions} in code order; new ones are begun. */
    Map<String, LockedHead> lockHeads(String plan, List<String> regions) {
        return session.doReturningWork(connection -> {
            insertHeads(connection, plan, regions);
            try (PreparedStatement statement = connection.prepareStatement(LOCK_HEADS)) {
                statement.setString(1, plan);
                statement.setArray(2, connection.createArrayOf("text", regions.toArray()));
                return readHeads(statement);
            }
        });
    }

    private static void insertHeads(Connection connection, String plan, List<String> regions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_HEADS)) {
            statement.setString(1, plan);
            Column.set(statement, 2, REGION, regions);
            statement.executeUpdate();
        }
    }

    private static Map<String, LockedHead> readHeads(PreparedStatement statement) throws SQLException {
        Map<String, LockedHead> heads = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String region = rows.getString("region");
                Chain.Head head = new Chain.Head(rows.getLong("seq"), Hash.of(rows.getBytes("hash")));
                heads.put(region, new LockedHead(region, head, RevisionRow.instant(rows, "recorded_at")));
            }
        }
        return heads;
    }

    /** Those of {@code indicators} about which anything was ever reported. */
    List<String> reported(String plan, Set<String> indicators) {
        return session.createNativeQuery(
                        "SELECT DISTINCT indicator FROM figure WHERE plan = :plan AND indicator IN (:indicators)",
                        String.class)
                .setParameter("plan", plan)
                .setParameter("indicators", indicators)
                .getResultList();
    }

    /** What stands for {@code keys}, whatever its state. */
    Map<Key, Current> current(String plan, Collection<Key> keys) {
        return session
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(CURRENT)) {
                        Column.set(statement, 1, KEY, keys);
                        statement.setString(KEY.size() + 1, plan);
                        return Rows.read(statement, FigureReader::current);
                    }
                })
                .stream()
                .collect(toMap(current -> current.figure().key(), current -> current));
    }

    /** Appends {@code revisions}, at most one for each figure, makes them the current ones and moves the chains' heads behind them. */
    void append(Act act, Instant recordedAt, List<Revision> revisions) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        UUID id = UUID.randomUUID();
        session.doWork(connection -> {
            insertBatch(connection, act, id, at);
            insertRevisions(connection, act, id, at, revisions);
            replaceFigures(connection, act, at, revisions);
            moveHeads(connection, act.plan(), at, lastOfEachRegion(revisions));
        });
    }

    private static Collection<Revision> lastOfEachRegion(List<Revision> revisions) {
        return revisions.stream()
                .collect(toMap(revision -> revision.figure().region(), revision -> revision, (first, last) -> last))
                .values();
    }

    /** Keeps the heads, which are locked, as those that {@code closing} has sealed. */
    void sealHeads(String plan, long closing, Collection<String> regions) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SEAL_HEADS)) {
                statement.setLong(1, closing);
                statement.setString(2, plan);
                statement.setArray(3, connection.createArrayOf("text", regions.toArray()));
                statement.executeUpdate();
            }
        });
    }

    private static void insertBatch(Connection connection, Act act, UUID id, OffsetDateTime at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_BATCH)) {
            statement.setString(1, act.plan());
            statement.setObject(2, id);
            statement.setObject(3, at);
            statement.setString(4, act.by());
            statement.setString(5, act.signatures().preparedBy());
            statement.setString(6, act.signatures().checkedBy());
            statement.setString(7, act.signatures().approvedBy());
            statement.setObject(8, act.signatures().asOf());
            statement.setObject(9, act.day());
            statement.executeUpdate();
        }
    }

    private static void insertRevisions(
            Connection connection, Act act, UUID id, OffsetDateTime at, List<Revision> revisions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_REVISIONS)) {
            statement.setString(1, act.plan());
            statement.setObject(2, id);
            statement.setObject(3, at);
            statement.setString(4, act.by());
            Column.set(statement, 5, RevisionRow.COLUMNS, revisions);
            statement.executeUpdate();
        }
    }

    private static void replaceFigures(Connection connection, Act act, OffsetDateTime at, List<Revision> revisions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REPLACE_FIGURES)) {
            statement.setString(1, act.plan());
            statement.setObject(2, at);
            statement.setString(3, act.by());
            statement.setObject(4, act.day());
            Column.set(statement, 5, COPIED, revisions);
            statement.executeUpdate();
        }
    }

    private static void moveHeads(
            Connection connection, String plan, OffsetDateTime at, Collection<Revision> lastOfEachRegion)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE_HEADS)) {
            statement.setObject(1, at);
            Column.set(statement, 2, HEAD, lastOfEachRegion);
            statement.setString(2 + HEAD.size(), plan);
            statement.executeUpdate();
        }
    }
}
