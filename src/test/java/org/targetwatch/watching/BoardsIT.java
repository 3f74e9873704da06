package org.targetwatch.watching;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Processes;
import org.targetwatch.Program;
import org.targetwatch.embedded.EmbeddedPostgres;

/** Every query of every board, asked of a real Prometheus and, as the read-only role, of a real PostgreSQL, with the demonstration's figures. */
class BoardsIT {
    private static final String READER = "targetwatch_reader";

    /** What a leader would choose; a query must find something for one of them. */
    private static final List<Map<String, String>> CHOICES = List.of(
            choice("preprimary-ger", "511100"),
            choice("major-project-investment", "511100"),
            choice("preprimary-ger", "511133"));

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static Program program;
    private static Watchers watchers;

    private static Map<String, String> choice(String indicator, String region) {
        return Map.of(
                "plan",
                "leshan-2020",
                "office",
                ".*",
                "indicator",
                indicator,
                "region",
                region,
                "__rate_interval",
                "10s");
    }

    @BeforeAll
    static void startEverything() throws Exception {
        Path data = folder.resolve("server");
        server = EmbeddedPostgres.start(data);
        createReader(Files.readString(data.resolve("password-postgres")));
        int metricsPort = Processes.freePort();
        program = Program.launch(
                        folder,
                        Map.of("QUARKUS_FLYWAY_PLACEHOLDERS_READER", READER),
                        "-Dquarkus.profile=demo",
                        "-Dquarkus.management.port=" + metricsPort,
                        "-Dquarkus.datasource.jdbc.url=" + server.jdbcUrl(),
                        "-Dquarkus.datasource.username=" + server.service(),
                        "-Dquarkus.datasource.password=" + server.service().password(),
                        "-Dquarkus.flyway.username=" + server.owner(),
                        "-Dquarkus.flyway.password=" + server.owner().password())
                .awaitReady();
        watchers = Watchers.start(Files.createDirectory(folder.resolve("watchers")), metricsPort, Processes.freePort());
        RestAssured.get(program.url() + "/api/v1/plans/leshan-2020/scorecard")
                .then()
                .statusCode(200);
        await().atMost(Program.PATIENCE)
                .until(() -> !watchers.query("ALERTS{alertstate=\"firing\"}").isEmpty()
                        && !watchers.query("rate(http_server_requests_seconds_count[10s])")
                                .isEmpty());
    }

    @AfterAll
    static void stopEverything() throws Exception {
        watchers.close();
        program.close();
        server.close();
    }

    private static void createReader(String superuser) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + READER + " LOGIN PASSWORD 'reader'");
            statement.execute("GRANT CONNECT ON DATABASE targetwatch TO " + READER);
        }
    }

    @Test
    void everyQuery_onTheDemonstration_findsSomething() {
        SoftAssertions softly = new SoftAssertions();
        Board.all().stream().flatMap(Board::queries).forEach(query -> softly.assertThat(
                        CHOICES.stream().map(query::with).anyMatch(BoardsIT::findsSomething))
                .as(query.panel() + ": " + query.text())
                .isTrue());
        softly.assertAll();
    }

    @Test
    void everyVariable_onTheDemonstration_hasChoices() {
        Board.all().stream().flatMap(Board::variableQueries).forEach(query -> {
            String expression = query.replaceAll("^(?:query_result|label_values)\\((.*?)(?:, \\w+)?\\)$", "$1")
                    .replace("$plan", "leshan-2020");
            assertThat(watchers.query(expression)).as(query).isNotEmpty();
        });
    }

    @Test
    void everyMetric_thatRulesRead_isScraped() {
        Set<String> used = Rules.all().stream()
                .flatMap(Rules.Rule::queries)
                .flatMap(Rules::ownMetrics)
                .filter(name -> name.startsWith("targetwatch_"))
                .collect(toSet());
        assertThat(used)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(watchers.query(name)).as(name).isNotEmpty());
    }

    @Test
    void reader_beyondTheViews_isRefused() throws SQLException {
        try (Connection connection = reader();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("card", "revision", "plan_version", "catalogue_now")) {
                assertThatThrownBy(() -> statement.execute("SELECT * FROM targetwatch." + table))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    private static Connection reader() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), READER, "reader");
    }

    private static boolean findsSomething(Board.Query query) {
        return query.sql()
                ? hasRows(query.text())
                : !watchers.query(query.text()).isEmpty();
    }

    private static boolean hasRows(String sql) {
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        } catch (SQLException refused) {
            throw new AssertionError(sql, refused);
        }
    }
}
