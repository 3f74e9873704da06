package org.targetwatch.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.targetwatch.audit.Hash;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/**
 * A revision apart from its batch.
 *
 * @param revision its act says who and nothing else: day and signatures are those of the batch
 */
public record KeptRevision(UUID batch, Revision revision) {

    static final PlanTable<KeptRevision> TABLE = new PlanTable<>(
            "revision",
            "region COLLATE \"C\", seq",
            Stream.concat(
                            RevisionRow.COLUMNS.stream().map(column -> column.of(KeptRevision::revision)),
                            Stream.of(
                                    new Column<KeptRevision>("batch", "uuid", KeptRevision::batch),
                                    new Column<KeptRevision>(
                                            "recorded_at", "timestamptz", kept -> kept.revision.recordedAt()),
                                    new Column<KeptRevision>(
                                            "recorded_by", "text", kept -> kept.revision.recordedBy())))
                    .toList(),
            KeptRevision::read);

    /** Its columns in {@code chain_head}, should it be the last one. */
    static final List<Column<KeptRevision>> HEAD = TABLE.columns().stream()
            .filter(column -> List.of("region", "seq", "hash", "recorded_at").contains(column.name()))
            .toList();

    private static KeptRevision read(ResultSet row) throws SQLException {
        Act act = new Act(row.getString("plan"), row.getString("recorded_by"), null, Signatures.NONE);
        return new KeptRevision(
                row.getObject("batch", UUID.class),
                new Revision(
                        row.getLong("seq"),
                        RevisionRow.entry(row),
                        act,
                        RevisionRow.instant(row, "recorded_at"),
                        Hash.of(row.getBytes("hash"))));
    }

    String region() {
        return revision.figure().region();
    }

    /** The whole revision, as it was hashed. */
    Revision in(KeptBatch whole) {
        Act act = new Act(revision.act().plan(), revision.recordedBy(), whole.receivedOn(), whole.signatures());
        return new Revision(revision.seq(), revision.entry(), act, revision.recordedAt(), revision.hash());
    }
}
