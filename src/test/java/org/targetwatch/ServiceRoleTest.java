package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServiceRoleTest {
    @Inject
    DataSource database;

    @Test
    void program_connected_worksAsServiceRoleInItsSchema() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user, current_schema()")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("targetwatch");
            assertThat(row.getString(2)).isEqualTo("targetwatch");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE targetwatch.intruder (id int)",
                "CREATE TABLE public.intruder (id int)",
                "CREATE TEMPORARY TABLE intruder (id int)",
                "CREATE SCHEMA intruder",
                "DROP TABLE targetwatch.flyway_schema_history",
                "SELECT * FROM pg_authid",
                "UPDATE targetwatch.bulletin SET number = 2",
                "DELETE FROM targetwatch.bulletin",
                "UPDATE targetwatch.bulletin_text SET content = ''"
            })
    void serviceRole_reachingBeyondItsWork_isRefused(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}
