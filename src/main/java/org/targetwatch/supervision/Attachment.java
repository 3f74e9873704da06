package org.targetwatch.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.targetwatch.audit.Hash;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/**
 * A file that goes with a reply.
 *
 * @param number that of the slip
 * @param seq that of the step which added it
 * @param type how its name ends
 */
public record Attachment(int number, int seq, String name, String type, byte[] content) {
    static final PlanTable<Attachment> TABLE = new PlanTable<>(
            "slip_attachment",
            "number, seq",
            List.of(
                    new Column<>("number", "integer", Attachment::number),
                    new Column<>("seq", "integer", Attachment::seq),
                    new Column<>("name", "text", Attachment::name),
                    new Column<>("type", "text", Attachment::type),
                    new Column<>("content", "bytea", Attachment::content),
                    new Column<>(
                            "hash", "bytea", attachment -> attachment.hash().bytes())),
            Attachment::read);

    /** SHA-256 over the content. */
    public Hash hash() {
        return Hash.of(Hash.sha256().digest(content));
    }

    static Attachment of(Slip slip, String name, AttachmentType type, byte[] content) {
        return new Attachment(slip.number(), slip.last().seq(), name, type.code(), content);
    }

    static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getInt("number"),
                row.getInt("seq"),
                row.getString("name"),
                row.getString("type"),
                row.getBytes("content"));
    }
}
