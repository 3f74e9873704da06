package org.targetwatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.As;
import org.targetwatch.ElevenCounties;
import org.targetwatch.Leshan;
import org.targetwatch.Processes;
import org.targetwatch.Program;
import org.targetwatch.Tool;
import org.targetwatch.embedded.EmbeddedPostgres;

/** Two programs on one database, behind one proxy. */
class ReplicasIT {
    private static final String PLAN = "/api/v1/plans/leshan-2020";
    private static final String BUSINESS_DATE = "-Dtargetwatch.business-date=2020-11-09";

    @TempDir
    Path folder;

    private final int[] ports = {Processes.freePort(), Processes.freePort()};
    private final int[] managementPorts = {Processes.freePort(), Processes.freePort()};
    private final int entrance = Processes.freePort();
    private EmbeddedPostgres database;
    private Processes processes;
    private Program one;
    private Program other;

    @BeforeEach
    void start() throws Exception {
        database = EmbeddedPostgres.start(folder.resolve("server"));
        processes = new Processes(folder);
        one = launch(0).awaitReady();
        other = launch(1).awaitReady();
        startProxy();
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        processes.close();
        database.close();
    }

    @Test
    void replicas_postedToInTurn_judgeOnceAndAnswerTheSame() throws Exception {
        ElevenCounties counties = new ElevenCounties();
        counties.postTo(proxy(), () -> {
            await().atMost(Program.PATIENCE).until(() -> counties.answers() > 300);
        });
        assertThat(counties.refusals()).isEmpty();
        for (Program replica : List.of(one, other)) {
            counties.checkNothingWasLost(replica.url());
            counties.checkCardsAgainstJudgingFromScratch(replica.url(), replica.managementUrl());
        }
    }

    @Test
    void decisionAtOneReplica_takesEffectAtTheOther_atOnce() {
        String period = "2020-09";
        figure(one, "511102", period).then().statusCode(200);
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"9月关账\"}")
                .post(one.url() + PLAN + "/periods/" + period + "/close")
                .then()
                .statusCode(200);
        figure(other, "511111", period).then().statusCode(409);

        Map<String, Object> token = RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"both\", \"role\": \"viewer\"}")
                .post(one.url() + "/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
        assertThat(plansAs(token, other)).isEqualTo(200);
        RestAssured.delete(one.url() + "/api/v1/tokens/" + token.get("id"))
                .then()
                .statusCode(204);
        assertThat(plansAs(token, other)).isEqualTo(401);
    }

    /** The database has already been changed for the new version when the first replica of the old one is replaced. */
    @Test
    void replicas_replacedOneAfterTheOther_refuseNobody() throws Exception {
        ElevenCounties counties = new ElevenCounties();
        counties.postTo(proxy(), () -> {
            await().atMost(Program.PATIENCE).until(() -> counties.answers() > 100);
            asOwner("ALTER TABLE targetwatch.revision ADD COLUMN of_the_next_version text");
            asOwner("CREATE TABLE targetwatch.of_the_next_version (id bigint)");
            one.stop();
            one = launch(0).awaitReady();
            counties.awaitOneMoreEach(Program.PATIENCE);
            other.stop();
            other = launch(1).awaitReady();
            counties.awaitOneMoreEach(Program.PATIENCE);
        });
        assertThat(counties.refusals()).isEmpty();
        counties.checkNothingWasLost(other.url());
        counties.checkCardsAgainstJudgingFromScratch(other.url(), other.managementUrl());
    }

    private Program launch(int replica) {
        return Program.launch(
                folder,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", database.service().user(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.service().password(),
                        "QUARKUS_FLYWAY_USERNAME", database.owner().user(),
                        "QUARKUS_FLYWAY_PASSWORD", database.owner().password(),
                        "QUARKUS_SHUTDOWN_DELAY", "2S"),
                BUSINESS_DATE,
                "-Dquarkus.http.port=" + ports[replica],
                "-Dquarkus.management.port=" + managementPorts[replica]);
    }

    private void startProxy() throws Exception {
        StringBuilder servers = new StringBuilder();
        for (int replica = 0; replica < 2; replica++) {
            servers.append("  server replica%d 127.0.0.1:%d check port %d%n"
                    .formatted(replica, ports[replica], managementPorts[replica]));
        }
        Path settings = Files.writeString(
                folder.resolve("haproxy.cfg"),
                """
                defaults
                  mode http
                  timeout connect 1s
                  timeout client 60s
                  timeout server 60s
                  # Without it a check may take no longer than the pause between two, and a busy replica is taken for a dead one.
                  timeout check 5s
                  option httpchk GET /q/health/ready
                  default-server inter 200ms fall 1 rise 1
                listen targetwatch
                  bind 127.0.0.1:%d
                  balance roundrobin
                %s"""
                        .formatted(entrance, servers));
        processes.launch("haproxy", List.of(Tool.require("haproxy", "haproxy").toString(), "-f", settings.toString()));
        As.askThrough(proxy(), one.url());
        await().atMost(Program.PATIENCE)
                .ignoreExceptions()
                .until(() -> RestAssured.get(proxy() + "/api/v1/plans").statusCode() == 200);
    }

    private String proxy() {
        return "http://127.0.0.1:" + entrance;
    }

    private static Response figure(Program program, String region, String period) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"figures\": [" + Leshan.quantity("petition-backlog", region, period, "1", "件") + "]}")
                .post(program.url() + PLAN + "/figures");
    }

    private static int plansAs(Map<String, Object> token, Program program) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token.get("token"))
                .get(program.url() + "/api/v1/plans")
                .statusCode();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.owner().user(), database.owner().password());
    }
}
