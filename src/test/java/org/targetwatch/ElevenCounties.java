package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * All counties of Leshan, posting one number after the other, each county its own and always one more than before, and keeping
 * account of what was answered: the bureau's servers may fail, but nothing that was answered may be lost.
 */
public final class ElevenCounties {
    private static final String INDICATOR = "compulsory-improvement-equipment";
    private static final String PLAN = "/api/v1/plans/leshan-2020";

    /** By county: the last value that was answered 200, and the last that was sent. */
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    /** What is done to the servers while the counties post. */
    @FunctionalInterface
    public interface Meanwhile {
        void happens() throws Exception;
    }

    /** Lets the counties post until {@code meanwhile} has happened; whoever gets no answer tries again with the next number. */
    public void postTo(String url, Meanwhile meanwhile) throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService posting = Executors.newFixedThreadPool(Leshan.COUNTIES.size());
        Leshan.COUNTIES.forEach(county -> posting.submit(() -> {
            while (!stopped.get()) {
                postNext(url, county);
            }
        }));
        try {
            meanwhile.happens();
        } finally {
            stopped.set(true);
            posting.shutdown();
            await().atMost(Duration.ofSeconds(60)).until(posting::isTerminated);
        }
    }

    private void postNext(String url, String county) {
        int value = sent.merge(county, 1, Integer::sum);
        try {
            Response answer = post(url, county, value);
            if (answer.statusCode() == 200) {
                answered.put(county, value);
                answers.incrementAndGet();
            } else {
                refusals.add(answer.statusCode() + " " + answer.asString());
            }
        } catch (Exception connectionLost) {
            refusals.add(connectionLost.toString());
        }
    }

    private static Response post(String url, String county, int value) {
        String figure = Leshan.quantity(INDICATOR, county, "2020-10", String.valueOf(value), "台套");
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"figures\": [" + figure + "]}")
                .post(url + PLAN + "/figures");
    }

    /** How many posts were answered 200 so far. */
    public int answers() {
        return answers.get();
    }

    /** What was answered other than 200, and what was not answered. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Waits until every county has posted something more that was answered. */
    public void awaitOneMoreEach(Duration atMost) {
        Map<String, Integer> before = Map.copyOf(answered);
        await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(() -> Leshan.COUNTIES.stream()
                .allMatch(county -> answered.getOrDefault(county, 0) > before.getOrDefault(county, 0)));
    }

    /** An answered value is there, or a later one that was stored without its answer getting through; no record is broken. */
    public void checkNothingWasLost(String url) {
        answered.forEach((county, value) -> {
            JsonPath figure = read(url + PLAN + "/figures/" + INDICATOR + "/" + county + "/2020-10");
            assertThat(figure.getInt("value")).as(county).isBetween(value, sent.get(county));
        });
        assertThat(read(url + "/api/v1/audit/verify?plan=leshan-2020").getBoolean("intact"))
                .isTrue();
    }

    /** {@code knownAt} judges again from the revisions and looks at nothing that is stored. */
    public void checkCardsAgainstJudgingFromScratch(String url, String managementUrl) {
        assertThat(answered).hasSize(Leshan.COUNTIES.size());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> waiting(managementUrl).endsWith(" 0.0"));
        String now = Instant.now().toString();
        Stream.concat(Stream.of(Leshan.CITY), Leshan.COUNTIES.stream()).forEach(region -> {
            String cards = url + PLAN + "/scorecard?region=" + region;
            List<Object> stored = read(cards).getList("");
            assertThat(stored)
                    .as(region)
                    .isNotEmpty()
                    .isEqualTo(read(cards + "&knownAt=" + now).getList(""));
        });
        int sum = Leshan.COUNTIES.stream()
                .mapToInt(county -> read(url + PLAN + "/figures/" + INDICATOR + "/" + county + "/2020-10")
                        .getInt("value"))
                .sum();
        assertThat(read(url + PLAN + "/scorecard/" + INDICATOR + "/" + Leshan.CITY)
                        .getInt("actual"))
                .isEqualTo(sum);
    }

    private static String waiting(String managementUrl) {
        return RestAssured.given()
                .accept("text/plain")
                .get(managementUrl + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("targetwatch_judging_queue_size"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonPath read(String address) {
        return RestAssured.given()
                .config(Json.EXACT)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
