package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedDatabaseIT {
    private static final int OK = 200;
    private static final int REFUSED = 78;
    private static final int TERMINATED = 128 + 15;
    private static final int SOMEONE_ELSE = 65534;

    @TempDir
    Path folder;

    @Test
    void data_programStoppedAndStarted_isKept() throws SQLException, IOException {
        try (Program program = Program.start(folder)) {
            execute(program, "CREATE TABLE kept AS SELECT 93 AS value");
            assertThat(program.stop()).isEqualTo(TERMINATED);
            assertThat(program.database()).isEmpty();
            assertThat(databaseLog())
                    .contains("database system is shut down")
                    .doesNotContain("terminating connection due to administrator command");
        }
        try (Program program = Program.start(folder)) {
            assertThat(ask(program, "SELECT value FROM kept")).isEqualTo("93");
        }
    }

    @Test
    void data_programKilledAndStarted_isKeptAndTheOldServerIsGone() throws SQLException, IOException {
        try (Program killed = Program.start(folder)) {
            execute(killed, "CREATE TABLE kept AS SELECT 93 AS value");
            killed.kill();
            ProcessHandle orphan = killed.database().orElseThrow();
            try (Program program = Program.start(folder)) {
                assertThat(orphan.isAlive()).isFalse();
                assertThat(program.database()).isPresent();
                assertThat(ask(program, "SELECT value FROM kept")).isEqualTo("93");
            }
        }
    }

    @Test
    void start_numberOfTheDeadServerTakenByAnotherProcess_succeedsAndLeavesThatProcessAlone()
            throws SQLException, IOException {
        try (Program program = Program.start(folder)) {
            execute(program, "CREATE TABLE kept AS SELECT 93 AS value");
            program.kill();
        }
        Path pidFile = folder.resolve("data/postgres/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        try (Program program = Program.start(folder)) {
            assertThat(ask(program, "SELECT value FROM kept")).isEqualTo("93");
        }
    }

    @Test
    void stop_requestBeingAnswered_answersItBeforeTheDatabaseEnds() throws SQLException, IOException {
        try (Program program = Program.start(folder);
                Connection blocker = program.connect("postgres");
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE targetwatch.deliverable_revision IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                    () -> statusOf(program.url() + "/api/v1/plans/leshan-2020/deliverables"));
            await().atMost(Program.PATIENCE)
                    .until(() -> ask(statement, "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                            .equals("1"));
            CompletableFuture<Integer> exitCode = CompletableFuture.supplyAsync(program::stop);
            await().atMost(Program.PATIENCE)
                    .until(() -> program.output().contains("Waiting for HTTP requests to complete"));
            blocker.rollback();
            assertThat(answer.join()).isEqualTo(OK);
            assertThat(exitCode.join()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void start_folderInUse_isRefusedAndTheFirstProgramGoesOn() {
        try (Program first = Program.start(folder)) {
            assertRefused("正被另一个程序使用", "is in use by another program");
            assertThat(RestAssured.get(first.managementUrl() + "/q/health/ready")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "data, -Dunused=unused",
        "elsewhere, -Dtargetwatch.data-dir=elsewhere",
        "data, -Dquarkus.datasource.jdbc.url=",
    })
    void start_folderOfNewerPostgres_isRefused(String data, String option) throws IOException {
        Path files = Files.createDirectories(folder.resolve(data).resolve("postgres"));
        Files.writeString(files.resolve("PG_VERSION"), "19\n");
        assertRefused("由 PostgreSQL 19 写成", "was written by PostgreSQL 19", option);
    }

    @Test
    void start_tablesOfNewerTargetwatch_isRefused() throws SQLException, IOException {
        try (Program program = Program.start(folder)) {
            execute(
                    program,
                    """
                    INSERT INTO targetwatch.flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    VALUES (9999, '9999', 'future', 'SQL', 'V9999__future.sql', 0, 'targetwatch_owner', 1, true)""");
            program.stop();
        }
        assertRefused("表结构版本 9999", "schema version 9999");
    }

    @Test
    void start_folderOfAnotherUser_isRefused() throws IOException {
        if ("root".equals(System.getProperty("user.name"))) {
            Path files = Files.createDirectories(folder.resolve("data/postgres"));
            Files.setAttribute(files, "unix:uid", SOMEONE_ELSE);
            assertRefused("属于用户", "belongs to user");
        } else {
            assertRefused("属于用户 root", "belongs to user root", "-Dtargetwatch.data-dir=/targetwatch-data");
        }
    }

    private void assertRefused(String chinese, String english, String... options) {
        try (Program program = Program.launch(folder, Map.of("LC_ALL", "C"), options)) {
            assertThat(program.awaitExit()).as(program::output).isEqualTo(REFUSED);
            assertThat(program.output()).containsSubsequence(chinese, english).doesNotContain("\tat ");
        }
    }

    private static int statusOf(String url) {
        return RestAssured.get(url).statusCode();
    }

    private String databaseLog() throws IOException {
        try (Stream<Path> days = Files.list(folder.resolve("data/postgres/log"))) {
            StringBuilder log = new StringBuilder();
            for (Path day : days.toList()) {
                log.append(Files.readString(day));
            }
            return log.toString();
        }
    }

    private static void execute(Program program, String sql) throws SQLException, IOException {
        try (Connection connection = program.connect("targetwatch_owner");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Program program, String query) throws SQLException, IOException {
        try (Connection connection = program.connect("targetwatch_owner");
                Statement statement = connection.createStatement()) {
            return ask(statement, query);
        }
    }

    private static String ask(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
