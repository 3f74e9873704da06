package org.targetwatch.scorecard;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a bulk statement: its name, its PostgreSQL type, and where a row's value comes from. */
record Column<T>(String name, String type, Function<T, @Nullable Object> value) {

    /** The column's values of all rows, to be unnested by the server: one statement whatever the number of rows. */
    Array array(Connection connection, Collection<T> rows) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
