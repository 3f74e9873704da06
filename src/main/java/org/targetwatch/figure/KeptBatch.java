package org.targetwatch.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/**
 * What revisions that came together have in common.
 *
 * @param receivedOn the business date on which it arrived; null for batches older than the program's knowledge of it
 */
public record KeptBatch(
        UUID id, Instant recordedAt, String recordedBy, Signatures signatures, @Nullable LocalDate receivedOn) {

    static final PlanTable<KeptBatch> TABLE = new PlanTable<>(
            "batch",
            "recorded_at, id",
            List.of(
                    new Column<>("id", "uuid", KeptBatch::id),
                    new Column<>("recorded_at", "timestamptz", KeptBatch::recordedAt),
                    new Column<>("recorded_by", "text", KeptBatch::recordedBy),
                    new Column<>("prepared_by", "text", batch -> batch.signatures.preparedBy()),
                    new Column<>("checked_by", "text", batch -> batch.signatures.checkedBy()),
                    new Column<>("approved_by", "text", batch -> batch.signatures.approvedBy()),
                    new Column<>("as_of", "date", batch -> batch.signatures.asOf()),
                    new Column<>("received_on", "date", KeptBatch::receivedOn)),
            KeptBatch::read);

    static KeptBatch read(ResultSet row) throws SQLException {
        return new KeptBatch(
                row.getObject("id", UUID.class),
                RevisionRow.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                RevisionRow.signatures(row),
                row.getObject("received_on", LocalDate.class));
    }
}
