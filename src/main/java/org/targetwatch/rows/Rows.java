package org.targetwatch.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a query returns. */
public final class Rows {
    private Rows() {}

    /** Makes one element of a row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
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
}
