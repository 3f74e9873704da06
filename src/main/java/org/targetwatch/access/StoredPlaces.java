package org.targetwatch.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.targetwatch.rows.Rows;

/**
 * The regions and offices of all plans as they stand in the database, for a command that has no catalogue beside it.
 *
 * @param regions their codes
 * @param offices their names
 */
record StoredPlaces(Set<String> regions, Set<String> offices) implements Places {
    private static final String REGIONS =
            "SELECT region ->> 'code' FROM catalogue_now, jsonb_array_elements(regions -> 'regions') region";
    private static final String OFFICES =
            """
            SELECT jsonb_array_elements_text(coalesce(item -> field, '[]'))
            FROM catalogue_now, jsonb_array_elements(content -> 'work-items') item,
            unnest(ARRAY['lead-offices', 'responsible-offices']) field""";

    static StoredPlaces read(Connection connection) throws SQLException {
        return new StoredPlaces(new HashSet<>(texts(connection, REGIONS)), new HashSet<>(texts(connection, OFFICES)));
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.read(query, row -> row.getString(1));
        }
    }

    @Override
    public boolean hasRegion(String code) {
        return regions.contains(code);
    }
}
