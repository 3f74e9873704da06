package org.targetwatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.ElevenCounties;
import org.targetwatch.Program;
import org.targetwatch.embedded.EmbeddedPostgres;

/** The database cannot be reached, at the start and in the middle of work; nobody restarts the program. */
class DatabaseAwayIT {
    @TempDir
    static Path serverFolder;

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer() {
        server = EmbeddedPostgres.start(serverFolder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void program_startedBeforeItsDatabase_saysSoAndBeginsWhenItIsThere() throws Exception {
        try (Cable cable = cable()) {
            cable.cut();
            try (Program program =
                    Program.launch(folder, environment(cable), "-Dtargetwatch.business-date=2020-11-09")) {
                await().atMost(Program.PATIENCE).until(() -> program.output().contains("Retrying in"));
                cable.mend();
                program.awaitReady();
            }
        }
    }

    @Test
    void program_thatLosesItsDatabase_refusesUntilItIsBackAndLosesNothing() throws Exception {
        ElevenCounties counties = new ElevenCounties();
        try (Cable cable = cable();
                Program program = Program.launch(folder, environment(cable), "-Dtargetwatch.business-date=2020-11-09")
                        .awaitReady()) {
            counties.postTo(program.url(), () -> {
                await().atMost(Program.PATIENCE).until(() -> counties.answers() > 100);
                cable.cut();
                await().atMost(Program.PATIENCE).until(() -> counties.refusals().size() > 20);
                await().atMost(Program.PATIENCE).until(() -> readiness(program) == 503);
                assertThat(RestAssured.get(program.managementUrl() + "/q/metrics")
                                .statusCode())
                        .as("what was last known is still served, with its age")
                        .isEqualTo(200);
                cable.mend();
                counties.awaitOneMoreEach(Duration.ofSeconds(30));
            });
            assertThat(counties.refusals()).as(program::output).allMatch(refusal -> refusal.startsWith("503 "));
            await().atMost(Program.PATIENCE).until(() -> readiness(program) == 200);
            counties.checkNothingWasLost(program.url());
            counties.checkCardsAgainstJudgingFromScratch(program.url(), program.managementUrl());
        }
    }

    private static int readiness(Program program) {
        return RestAssured.get(program.managementUrl() + "/q/health/ready").statusCode();
    }

    private static Cable cable() throws Exception {
        return Cable.to(URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort());
    }

    private static Map<String, String> environment(Cable cable) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + cable.port() + "/targetwatch",
                "QUARKUS_DATASOURCE_USERNAME", server.service().user(),
                "QUARKUS_DATASOURCE_PASSWORD", server.service().password(),
                "QUARKUS_FLYWAY_USERNAME", server.owner().user(),
                "QUARKUS_FLYWAY_PASSWORD", server.owner().password());
    }
}
