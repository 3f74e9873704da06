package org.targetwatch.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.targetwatch.measure.Period;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/**
 * What people wrote into a month's bulletin, in one of its states.
 *
 * @param number from 1
 * @param content the {@link BulletinText} as JSON
 */
public record WrittenText(Period period, int number, String content, Instant recordedAt, String recordedBy) {
    static final PlanTable<WrittenText> TABLE = new PlanTable<>(
            "bulletin_text",
            "period, number",
            List.of(
                    new Column<>("period", "integer", written -> written.period.index()),
                    new Column<>("number", "integer", WrittenText::number),
                    new Column<>("content", "text", WrittenText::content),
                    new Column<>("recorded_at", "timestamptz", written -> written.recordedAt),
                    new Column<>("recorded_by", "text", WrittenText::recordedBy)),
            WrittenText::read);

    static WrittenText read(ResultSet row) throws SQLException {
        return new WrittenText(
                Period.ofIndex(row.getInt("period")),
                row.getInt("number"),
                row.getString("content"),
                KeptBulletin.instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    public BulletinText text() {
        return PaperJson.text(content);
    }
}
