package org.targetwatch.rows;

import static java.util.stream.Collectors.joining;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column of rows that are sent as arrays: one statement, whatever the number of rows. */
public record Column<T>(String name, String type, Function<T, @Nullable Object> value) {

    /** The same column of a row that holds a {@code T}. */
    public <R> Column<R> of(Function<R, T> held) {
        return new Column<>(name, type, row -> value.apply(held.apply(row)));
    }

    /** {@code unnest(?::text[], …) AS alias (region, …)}. */
    public static <T> String unnest(String alias, List<Column<T>> columns) {
        return columns.stream()
                .map(column -> "?::" + column.type + "[]")
                .collect(joining(", ", "unnest(", ") AS " + alias + " (" + names(columns) + ")"));
    }

    public static <T> String names(List<Column<T>> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    /** Sets the parameters of {@link #unnest} from {@code position} on. */
    public static <T> void set(PreparedStatement statement, int position, List<Column<T>> columns, Collection<T> rows)
            throws SQLException {
        for (Column<T> column : columns) {
            statement.setArray(position++, column.array(statement.getConnection(), rows));
        }
    }

    // The driver knows arrays of byte arrays only by their own Java type.
    private Array array(Connection connection, Collection<T> rows) throws SQLException {
        Stream<@Nullable Object> values = rows.stream().map(value);
        return connection.createArrayOf(type, type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray());
    }
}
