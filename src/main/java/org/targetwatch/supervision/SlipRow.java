package org.targetwatch.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Status;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;
import org.targetwatch.supervision.Slip.Opening;

/** How an opening lies in table {@code slip}, with what its steps have led to. */
record SlipRow(Opening opening, Phase phase, @Nullable LocalDate due) {
    static final String BETWEEN_OFFICES = "、";

    static final PlanTable<SlipRow> TABLE = new PlanTable<>(
            "slip",
            "number",
            List.of(
                    of("number", "integer", Opening::number),
                    of("indicator", "text", opening -> opening.series().indicator()),
                    of("region", "text", opening -> opening.series().region()),
                    of("offices", "text", opening -> String.join(BETWEEN_OFFICES, opening.offices())),
                    of("cause", "text", opening -> opening.cause().code()),
                    found("period", "integer", finding -> finding.period().index()),
                    found("status", "smallint", finding -> finding.status().number()),
                    found("actual", "numeric", Finding::actual),
                    found("target", "numeric", Finding::target),
                    found("expected", "numeric", Finding::expected),
                    found("gap", "numeric", Finding::gap),
                    found("gap_count", "numeric", Finding::gapCount),
                    found("lag_points", "numeric", Finding::lagPoints),
                    of("shares", "text", opening -> Share.written(opening.shares())),
                    new Column<>("phase", "text", row -> row.phase().code()),
                    new Column<>("due", "date", SlipRow::due)),
            SlipRow::read);

    static SlipRow of(Slip slip) {
        SlipState state = slip.state();
        return new SlipRow(slip.opening(), state.phase(), state.due().orElse(null));
    }

    private static Column<SlipRow> of(String name, String type, Function<Opening, @Nullable Object> value) {
        return new Column<>(name, type, value).of(SlipRow::opening);
    }

    private static Column<SlipRow> found(String name, String type, Function<Finding, @Nullable Object> value) {
        return new Column<>(name, type, value).of(row -> row.opening().finding());
    }

    static SlipRow read(ResultSet row) throws SQLException {
        Opening opening = new Opening(
                row.getString("plan"),
                row.getInt("number"),
                new Series(row.getString("indicator"), row.getString("region")),
                List.of(row.getString("offices").split(BETWEEN_OFFICES)),
                Coded.parse(Cause.class, row.getString("cause")).orElseThrow(),
                finding(row),
                Share.read(row.getString("shares")));
        return new SlipRow(
                opening,
                Coded.parse(Phase.class, row.getString("phase")).orElseThrow(),
                row.getObject("due", LocalDate.class));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Period.ofIndex(row.getInt("period")),
                Status.ofNumber(row.getInt("status")),
                row.getBigDecimal("actual"),
                row.getBigDecimal("target"),
                row.getBigDecimal("expected"),
                row.getBigDecimal("gap"),
                row.getBigDecimal("gap_count"),
                row.getBigDecimal("lag_points"));
    }
}
