package org.targetwatch.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Hash;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.rows.Column;

/** How a revision lies in table {@code revision}. */
final class RevisionRow {
    /** What differs from row to row within a batch. */
    static final List<Column<Revision>> COLUMNS = List.of(
            new Column<>("region", "text", revision -> revision.figure().region()),
            new Column<>("seq", "bigint", Revision::seq),
            new Column<>("indicator", "text", revision -> revision.figure().indicator()),
            new Column<>(
                    "period", "integer", revision -> revision.figure().period().index()),
            new Column<>("value", "numeric", revision -> value(revision.figure().amount())),
            new Column<>(
                    "numerator",
                    "numeric",
                    revision -> numerator(revision.figure().amount())),
            new Column<>(
                    "denominator",
                    "numeric",
                    revision -> denominator(revision.figure().amount())),
            new Column<>("quality", "text", revision -> code(revision.figure().quality())),
            new Column<>("note", "text", revision -> revision.figure().note()),
            new Column<>("state", "text", revision -> revision.state().code()),
            new Column<>("reason", "text", revision -> revision.entry().reason()),
            new Column<>("hash", "bytea", revision -> revision.hash().bytes()));

    /** The columns {@link #read} needs, from tables {@code revision} and {@code batch}. */
    static final String SELECTED =
            "revision.*, batch.prepared_by, batch.checked_by, batch.approved_by, batch.as_of, batch.received_on";

    private RevisionRow() {}

    static @Nullable BigDecimal value(Amount amount) {
        return amount instanceof Quantity quantity ? quantity.value() : null;
    }

    static @Nullable BigDecimal numerator(Amount amount) {
        return amount instanceof Ratio ratio ? ratio.numerator() : null;
    }

    static @Nullable BigDecimal denominator(Amount amount) {
        return amount instanceof Ratio ratio ? ratio.denominator() : null;
    }

    private static @Nullable String code(@Nullable Quality quality) {
        return quality == null ? null : quality.code();
    }

    static Revision read(ResultSet row) throws SQLException {
        return new Revision(
                row.getLong("seq"), entry(row), act(row), instant(row, "recorded_at"), Hash.of(row.getBytes("hash")));
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getString("plan"),
                row.getString("recorded_by"),
                row.getObject("received_on", LocalDate.class),
                signatures(row));
    }

    static Signatures signatures(ResultSet row) throws SQLException {
        return new Signatures(
                row.getString("prepared_by"),
                row.getString("checked_by"),
                row.getString("approved_by"),
                row.getObject("as_of", LocalDate.class));
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                figure(row),
                Coded.parse(FigureState.class, row.getString("state")).orElseThrow(),
                row.getString("reason"));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getString("indicator"),
                row.getString("region"),
                Period.ofIndex(row.getInt("period")),
                amount(row),
                Coded.parse(Quality.class, row.getString("quality")).orElseThrow(),
                row.getString("note"));
    }

    static Amount amount(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal("value");
        return value == null
                ? new Ratio(row.getBigDecimal("numerator"), row.getBigDecimal("denominator"))
                : new Quantity(value);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
