package org.targetwatch.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.targetwatch.rows.Column;

/** How an event lies in table {@code audit_event}. */
final class EventRow {
    static final List<Column<AuditEvent>> COLUMNS = List.of(
            new Column<>("chain", "text", event -> event.subject().chain()),
            new Column<>("seq", "bigint", AuditEvent::seq),
            new Column<>("plan", "text", event -> event.subject().plan()),
            new Column<>("act", "text", AuditEvent::act),
            new Column<>("subject", "jsonb", event -> event.subject().named().json()),
            new Column<>("details", "jsonb", event -> event.details().json()),
            new Column<>("recorded_at", "timestamptz", AuditEvent::recordedAt),
            new Column<>("recorded_by", "text", AuditEvent::recordedBy),
            new Column<>("hash", "bytea", event -> event.hash().bytes()));

    private EventRow() {}

    static AuditEvent read(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong("seq"),
                row.getString("act"),
                new Subject(row.getString("chain"), row.getString("plan"), facts(row, "subject")),
                facts(row, "details"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                Hash.of(row.getBytes("hash")));
    }

    /** What somebody else wrote there is shown as it is; no hash fits it. */
    private static Facts facts(ResultSet row, String column) throws SQLException {
        String found = row.getString(column);
        return Facts.parse(found).orElseGet(() -> Facts.of("unreadable", found));
    }
}
