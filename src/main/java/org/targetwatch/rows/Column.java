package org.targetwatch.rows;

import static java.util.stream.Collectors.joining;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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
        Object[][] values = values(columns, rows);
        for (int place = 0; place < values.length; place++) {
            Array array = statement.getConnection().createArrayOf(columns.get(place).type, values[place]);
            statement.setArray(position + place, array);
        }
    }

    /** Row by row: to go through thousands of rows once for each column is to fetch them from memory as often. */
    private static <T> Object[][] values(List<Column<T>> columns, Collection<T> rows) {
        Object[][] values =
                columns.stream().map(column -> column.array(rows.size())).toArray(Object[][]::new);
        int number = 0;
        for (T row : rows) {
            for (int place = 0; place < values.length; place++) {
                values[place][number] = columns.get(place).value.apply(row);
            }
            number++;
        }
        return values;
    }

    // The driver knows arrays of byte arrays only by their own Java type.
    private Object[] array(int size) {
        return type.equals("bytea") ? new byte[size][] : new Object[size];
    }
}
