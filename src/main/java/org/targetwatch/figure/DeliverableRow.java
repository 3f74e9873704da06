package org.targetwatch.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.DeliverableReport.Revision;
import org.targetwatch.figure.Deliverables.Reported;
import org.targetwatch.measure.Coded;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/** How a revision lies in table {@code deliverable_revision}. */
final class DeliverableRow {
    static final PlanTable<Reported> TABLE = new PlanTable<>(
            "deliverable_revision",
            "deliverable COLLATE \"C\", number",
            List.of(
                    new Column<>("deliverable", "text", Reported::deliverable),
                    column("number", "integer", Revision::number),
                    column("state", "text", revision -> revision.report()
                            .state()
                            .code()),
                    column("done_on", "date", revision -> revision.report().doneOn()),
                    column("evidence", "text", revision -> revision.report().evidence()),
                    column("note", "text", revision -> revision.report().note()),
                    column("recorded_at", "timestamptz", Revision::recordedAt),
                    column("recorded_by", "text", Revision::recordedBy)),
            DeliverableRow::read);

    private DeliverableRow() {}

    private static Column<Reported> column(String name, String type, Function<Revision, @Nullable Object> value) {
        return new Column<>(name, type, value).of(Reported::revision);
    }

    private static Reported read(ResultSet row) throws SQLException {
        DeliverableReport report = new DeliverableReport(
                Coded.parse(DeliverableState.class, row.getString("state")).orElseThrow(),
                row.getObject("done_on", LocalDate.class),
                row.getString("evidence"),
                row.getString("note"));
        return new Reported(
                row.getString("deliverable"),
                new Revision(
                        row.getInt("number"),
                        report,
                        RevisionRow.instant(row, "recorded_at"),
                        row.getString("recorded_by")));
    }
}
