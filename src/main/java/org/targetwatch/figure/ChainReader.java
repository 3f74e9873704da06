package org.targetwatch.figure;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Hash;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.rows.Rows;
import org.targetwatch.rows.Snapshot;

/** Reads chains as they lie in the database, to be verified. */
@ApplicationScoped
class ChainReader {
    // A chain whose head was removed is looked at, too.
    private static final String HEADS =
            """
            SELECT plan, region, coalesce(seq, 0) AS seq, coalesce(hash, decode(repeat('00', 32), 'hex')) AS hash
            FROM chain_head FULL JOIN (SELECT DISTINCT plan, region FROM revision) AS chain USING (plan, region)
            WHERE plan = coalesce(?, plan) ORDER BY plan, region""";

    private static final String SEALED_HEADS =
            "SELECT plan, closing, region, seq, hash FROM sealed_head WHERE plan = coalesce(?, plan) ORDER BY closing";

    private static final String REVISIONS =
            """
            SELECT %s FROM revision
            JOIN batch ON batch.plan = revision.plan AND batch.id = revision.batch
            WHERE revision.plan = ? AND revision.region = ? ORDER BY revision.seq"""
                    .formatted(RevisionRow.SELECTED);

    private static final String CLOSINGS = "SELECT * FROM closing WHERE plan = coalesce(?, plan) ORDER BY plan, seq";

    private static final String COUNTING = "SELECT * FROM figure WHERE plan = ? AND region = ?";

    private final Session session;

    ChainReader(Session session) {
        this.session = session;
    }

    /** What the end of a region's chain is said to be. */
    record FoundHead(String plan, String region, Chain.Head head) {}

    /** What the end of a region's chain was when a period was closed. */
    record SealedHead(String plan, long closing, String region, Chain.Head head) {}

    /** What stands in the table of current figures. */
    record Counting(long seq, Entry entry) {}

    /** Everything read from here on in this transaction is of one moment; to be called first. */
    void beginSnapshot() {
        Snapshot.begin(session);
    }

    List<FoundHead> heads(@Nullable String plan) {
        return read(HEADS, row -> new FoundHead(row.getString("plan"), row.getString("region"), head(row)), plan);
    }

    List<SealedHead> sealedHeads(@Nullable String plan) {
        return read(
                SEALED_HEADS,
                row -> new SealedHead(
                        row.getString("plan"), row.getLong("closing"), row.getString("region"), head(row)),
                plan);
    }

    private static Chain.Head head(ResultSet row) throws SQLException {
        return new Chain.Head(row.getLong("seq"), Hash.of(row.getBytes("hash")));
    }

    List<Revision> revisions(String plan, String region) {
        return read(REVISIONS, RevisionRow::read, plan, region);
    }

    Map<Key, Counting> counting(String plan, String region) {
        return read(COUNTING, row -> new Counting(row.getLong("seq"), RevisionRow.entry(row)), plan, region).stream()
                .collect(toMap(counting -> counting.entry().key(), counting -> counting));
    }

    List<Closing> closings(@Nullable String plan) {
        return read(CLOSINGS, ClosingEntity::read, plan);
    }

    private <T> List<T> read(String query, Rows.Reader<T> reader, @Nullable String... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int position = 1; position <= parameters.length; position++) {
                    statement.setString(position, parameters[position - 1]);
                }
                return Rows.read(statement, reader);
            }
        });
    }
}
