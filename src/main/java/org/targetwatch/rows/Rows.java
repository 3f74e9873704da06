package org.targetwatch.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a query returns. */
public final class Rows {
    private static final int AT_ONCE = 1_000;

    private Rows() {}

    /** Makes one element of a row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets the parameters of a query. */
    public interface Parameters {
        void set(PreparedStatement query) throws SQLException;
    }

    /** Sets parameters from {@code position} on; texts and numbers in an array are sent as one. */
    public static void set(PreparedStatement query, int position, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            query.setObject(position + place, sent(query.getConnection(), values[place]));
        }
    }

    private static Object sent(Connection connection, Object value) throws SQLException {
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return value instanceof Long[] numbers ? connection.createArrayOf("int8", numbers) : value;
    }

    public static <T> List<T> read(Connection connection, String query, Parameters parameters, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            parameters.set(statement);
            return read(statement, reader);
        }
    }

    public static <T> List<T> read(PreparedStatement query, Reader<T> reader) throws SQLException {
        List<T> elements = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                elements.add(reader.read(rows));
            }
        }
        return elements;
    }

    /** The same one by one: some rows are in memory at a time, whatever their number. In a transaction only. */
    public static <T> void each(PreparedStatement query, Reader<T> reader, Consumer<T> consumer) throws SQLException {
        query.setFetchSize(AT_ONCE);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                consumer.accept(reader.read(rows));
            }
        }
    }
}
