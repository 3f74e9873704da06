package org.targetwatch.watching;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.ratio;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.As;
import org.targetwatch.Processes;
import org.targetwatch.Program;

/** From a county's post to the message on the office's desk, with the real programs in between. */
class WatchingIT {
    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final String EBIAN = "511132";

    @TempDir
    Path folder;

    private final int metricsPort = Processes.freePort();
    private final int apiPort = Processes.freePort();
    private Watchers watchers;

    @BeforeEach
    void startWatchers() throws Exception {
        watchers = Watchers.start(Files.createDirectory(folder.resolve("watchers")), metricsPort, apiPort);
    }

    @AfterEach
    void stopWatchers() throws Exception {
        watchers.close();
    }

    @Test
    void laggingMonth_posted_tellsTheOffice_andTheCatchUpResolvesIt() {
        try (Program program = programOn("2020-11-09")) {
            awaitScraped();
            Instant posted = Instant.now();
            post(program, EBIAN, "800", "900");
            JsonNode alert = awaitTold("TargetLagging", "firing", one -> true);
            Duration took = Duration.between(posted, Instant.now());
            System.out.printf("POST to firing message: %d ms%n", took.toMillis());

            assertThat(alert.at("/labels/lead_office").asText()).isEqualTo("基教科");
            assertThat(alert.at("/labels/severity").asText()).isEqualTo("warning");
            assertThat(alert.at("/labels/indicator").asText()).isEqualTo("preprimary-ger");
            assertThat(alert.at("/labels/region").asText()).isEqualTo(CITY);
            assertThat(alert.at("/annotations/description").asText())
                    .startsWith("截至 2020 年 10 月：实际 89.09%，序时目标 93%，全年目标 93%；距目标差 430人。差得最多：峨边彝族自治县 130人、");
            assertThat(took)
                    .isLessThan(Watchers.SCRAPE.plus(Watchers.EVALUATION).plus(SLACK));

            post(program, EBIAN, "950", "950");
            JsonNode resolved = awaitTold("TargetLagging", "resolved", one -> true);
            assertThat(resolved.at("/labels/indicator").asText()).isEqualTo("preprimary-ger");
            assertThat(watchers.told("TargetLagging", "firing").filter(WatchingIT::isPreprimary))
                    .as("told once, not again")
                    .hasSize(1);
        }
    }

    /** Behind for the first month, a promise of this kind opens no slip by rule: this one comes the long way round. */
    @Test
    void alert_thatFires_opensASlip_andItsEndIsNotedThere() throws IOException {
        try (Program program = programOn("2020-11-09")) {
            watchers.show(As.authorization(URI.create(program.url() + "/api/v1/alerts"))
                    .replace("Bearer ", ""));
            awaitScraped();
            post(program, EBIAN, "800", "900");
            awaitSteps(program, "opened");
            post(program, EBIAN, "950", "950");
            awaitSteps(program, "opened", "alert_ended");
        }
    }

    private static void awaitSteps(Program program, String... acts) {
        await().atMost(Program.PATIENCE).until(() -> RestAssured.get(
                        program.url() + "/api/v1/plans/leshan-2020/slips?indicator=preprimary-ger&region=" + CITY)
                .jsonPath()
                .getList("findAll { it.cause == 'alert' }.steps.act.flatten()")
                .containsAll(List.of(acts)));
    }

    @Test
    void county_pastTheDueDay_isNamed() {
        try (Program program = programOn("2020-02-05")) {
            awaitScraped();
            assertThat(watchers.query("ALERTS{alertname=\"ReportOverdue\"}")).isEmpty();
            askEverythingOfTheBoards();
            program.stop();
        }
        try (Program program = programOn("2020-02-06")) {
            JsonNode alert = awaitTold("ReportOverdue", "firing", one -> one.at("/labels/region")
                    .asText()
                    .equals(EBIAN));
            assertThat(alert.at("/annotations/summary").asText()).startsWith("峨边彝族自治县有 ");
            assertThat(alert.at("/labels/severity").asText()).isEqualTo("warning");
            program.stop();
        }
    }

    /** With nothing reported a query may find nothing, but none may be refused. */
    private void askEverythingOfTheBoards() {
        Map<String, String> chosen = Map.of(
                "plan",
                "leshan-2020",
                "office",
                ".*",
                "indicator",
                "preprimary-ger",
                "region",
                CITY,
                "__rate_interval",
                "10s");
        Board.all().stream()
                .flatMap(Board::queries)
                .filter(query -> !query.sql())
                .forEach(query -> watchers.query(query.with(chosen).text()));
    }

    private Program programOn(String date) {
        return Program.start(
                folder,
                "-Dtargetwatch.business-date=" + date,
                "-Dquarkus.http.port=" + apiPort,
                "-Dquarkus.management.port=" + metricsPort);
    }

    private void awaitScraped() {
        await().atMost(Program.PATIENCE)
                .until(() -> !watchers.query("targetwatch:plan:info").isEmpty());
    }

    /** October's kindergartens of all counties, one county with a number of its own. */
    private static void post(Program program, String county, String itsOwn, String others) {
        String figures = COUNTIES.stream()
                .map(region ->
                        ratio("preprimary-ger", region, "2020-10", region.equals(county) ? itsOwn : others, "1000"))
                .collect(joining(",", "{\"figures\": [", "]}"));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(figures)
                .post(program.url() + "/api/v1/plans/leshan-2020/figures")
                .then()
                .statusCode(200);
    }

    private JsonNode awaitTold(String alert, String status, Predicate<JsonNode> which) {
        return await().atMost(Program.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> watchers.told(alert, status).filter(which).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isPreprimary(JsonNode alert) {
        return alert.at("/labels/indicator").asText().equals("preprimary-ger");
    }
}
