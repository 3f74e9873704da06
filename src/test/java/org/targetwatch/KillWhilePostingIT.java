package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed in the middle of eleven counties' posting, again and again, on the same data. */
class KillWhilePostingIT {
    private static final int ROUNDS = 5;
    private static final String INDICATOR = "compulsory-improvement-equipment";
    private static final String BUSINESS_DATE = "-Dtargetwatch.business-date=2020-11-09";

    @TempDir
    Path folder;

    /** By county: the last value that was answered 200, and the one that was under way when the program died. */
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Random random = new Random(9);

    @Test
    void everythingAnswered_programKilledWhilePosting_isThereAndJudged() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Program program = Program.start(folder, BUSINESS_DATE)) {
                checkNothingWasLost(program);
                postUntilKilled(program);
            }
        }
        try (Program program = Program.start(folder, BUSINESS_DATE)) {
            checkNothingWasLost(program);
            assertThat(answered).hasSize(Leshan.COUNTIES.size());
            checkCardsAgainstJudgingFromScratch(program);
        }
    }

    private void postUntilKilled(Program program) throws InterruptedException {
        AtomicBoolean killed = new AtomicBoolean();
        ExecutorService counties = Executors.newFixedThreadPool(Leshan.COUNTIES.size());
        Leshan.COUNTIES.forEach(county -> counties.submit(() -> postOn(program, county, killed)));
        int before = total();
        int enough = before + 50 + random.nextInt(200);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> total() > enough);
        program.kill();
        killed.set(true);
        counties.shutdown();
        assertThat(counties.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void postOn(Program program, String county, AtomicBoolean killed) {
        String url = program.url();
        while (!killed.get()) {
            int value = sent.merge(county, 1, Integer::sum);
            try {
                if (post(url, county, value).statusCode() == 200) {
                    answered.put(county, value);
                }
            } catch (Exception connectionLost) {
                return;
            }
        }
    }

    private int total() {
        return answered.values().stream().mapToInt(value -> value).sum();
    }

    private static Response post(String url, String county, int value) {
        String figure = Leshan.quantity(INDICATOR, county, "2020-10", String.valueOf(value), "台套");
        return RestAssured.given()
                .baseUri(url)
                .contentType(ContentType.JSON)
                .body("{\"figures\": [" + figure + "]}")
                .post("/api/v1/plans/leshan-2020/figures");
    }

    /** An answered value is there, or the one after it that was stored without its answer getting through. */
    private void checkNothingWasLost(Program program) {
        answered.forEach((county, value) -> {
            JsonPath figure = read(program, "/figures/" + INDICATOR + "/" + county + "/2020-10");
            assertThat(figure.getInt("value")).as(county).isBetween(value, sent.get(county));
        });
    }

    /** {@code knownAt} judges again from the revisions and looks at nothing that is stored. */
    private void checkCardsAgainstJudgingFromScratch(Program program) {
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting(program).endsWith(" 0.0"));
        String now = Instant.now().toString();
        Stream.concat(Stream.of(Leshan.CITY), Leshan.COUNTIES.stream()).forEach(region -> {
            List<Object> stored = read(program, "/scorecard?region=" + region).getList("");
            List<Object> judged = read(program, "/scorecard?region=" + region + "&knownAt=" + now)
                    .getList("");
            assertThat(stored).as(region).isNotEmpty().isEqualTo(judged);
        });
        int sum = Leshan.COUNTIES.stream()
                .mapToInt(county -> read(program, "/figures/" + INDICATOR + "/" + county + "/2020-10")
                        .getInt("value"))
                .sum();
        assertThat(read(program, "/scorecard/" + INDICATOR + "/" + Leshan.CITY).getInt("actual"))
                .isEqualTo(sum);
    }

    private static String waiting(Program program) {
        return RestAssured.given()
                .accept("text/plain")
                .get(program.managementUrl() + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("targetwatch_judging_queue_size"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonPath read(Program program, String path) {
        RequestSpecification request =
                RestAssured.given().baseUri(program.url()).config(Json.EXACT);
        return request.get("/api/v1/plans/leshan-2020" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
