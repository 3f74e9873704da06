package org.targetwatch.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.targetwatch.measure.Period;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/** How a decision lies in table {@code exemption}. */
final class ExemptionRow {
    static final PlanTable<Exemption> TABLE = new PlanTable<>(
            "exemption",
            "region COLLATE \"C\", indicator COLLATE \"C\", number",
            List.of(
                    new Column<>("region", "text", Exemption::region),
                    new Column<>("indicator", "text", Exemption::indicator),
                    new Column<>("number", "integer", Exemption::number),
                    new Column<>("effective_from", "integer", exemption -> exemption
                            .from()
                            .index()),
                    new Column<>("exempt", "boolean", Exemption::exempt),
                    new Column<>("reason", "text", Exemption::reason),
                    new Column<>("recorded_at", "timestamptz", Exemption::recordedAt),
                    new Column<>("recorded_by", "text", Exemption::recordedBy)),
            ExemptionRow::read);

    private ExemptionRow() {}

    private static Exemption read(ResultSet row) throws SQLException {
        return new Exemption(
                row.getString("indicator"),
                row.getString("region"),
                row.getInt("number"),
                Period.ofIndex(row.getInt("effective_from")),
                row.getBoolean("exempt"),
                row.getString("reason"),
                RevisionRow.instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }
}
