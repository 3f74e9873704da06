package org.targetwatch.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A table that grows with the regions can be spread over servers by plan and region: both stand in its primary key and in every
 * unique index. See docs/adr/0007.
 */
@QuarkusTest
class DistributionKeyTest {
    /** Tables with a region that are copied to each server instead, and why. */
    private static final Map<String, String> COPIED = Map.of(
            "closing", "one chain for the whole plan; the region is that of a reopening",
            "slip", "numbered throughout the plan, some hundreds a year",
            "account", "a person; the region limits what they reach",
            "access_token", "a machine; the same",
            "login_session", "a person of the identity provider; the same");

    private static final String KEYS =
            """
            SELECT c.relname, i.indexrelid::regclass::text, array_agg(a.attname::text)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
            WHERE i.indisunique AND c.relkind IN ('r', 'p') AND c.relnamespace = 'targetwatch'::regnamespace
            AND EXISTS (SELECT FROM pg_attribute r WHERE r.attrelid = c.oid AND r.attname = 'region')
            GROUP BY 1, 2""";

    @Inject
    DataSource service;

    @Test
    void tablesWithRegions_inEveryUniqueKey_holdPlanAndRegion() throws SQLException {
        Map<String, List<String>> keys = new TreeMap<>();
        try (Connection connection = service.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(KEYS)) {
            while (rows.next()) {
                if (!COPIED.containsKey(rows.getString(1))) {
                    keys.put(rows.getString(2), List.of((String[])
                            rows.getArray(3).getArray()));
                }
            }
        }
        assertThat(keys)
                .containsKeys("figure_pk", "revision_pk", "card_pk", "judging_note_pk", "chain_head_pk", "target_pk")
                .allSatisfy((key, columns) -> assertThat(columns).as(key).contains("plan", "region"));
    }
}
