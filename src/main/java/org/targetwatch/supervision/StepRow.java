package org.targetwatch.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/** How a step lies in table {@code slip_step}. */
record StepRow(int number, Step step) {
    static final PlanTable<StepRow> TABLE = new PlanTable<>(
            "slip_step",
            "number, seq",
            List.of(
                    new Column<>("number", "integer", StepRow::number),
                    of("seq", "integer", Step::seq),
                    of("act", "text", step -> step.act().code()),
                    of("reason", "text", Step::reason),
                    of("measure", "text", Step::measure),
                    of("until", "date", Step::until),
                    of("about", "text", Step::about),
                    of("day", "date", Step::day),
                    of("recorded_at", "timestamptz", Step::recordedAt),
                    of("recorded_by", "text", Step::recordedBy)),
            StepRow::read);

    private static Column<StepRow> of(String name, String type, Function<Step, @Nullable Object> value) {
        return new Column<>(name, type, value).of(StepRow::step);
    }

    static StepRow read(ResultSet row) throws SQLException {
        return new StepRow(
                row.getInt("number"),
                new Step(
                        row.getInt("seq"),
                        Coded.parse(Act.class, row.getString("act")).orElseThrow(),
                        row.getString("reason"),
                        row.getString("measure"),
                        row.getObject("until", LocalDate.class),
                        row.getString("about"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")));
    }
}
