package org.targetwatch;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Posts to and reads from the Leshan plan as a county or an office would. */
public final class Leshan {
    public static final String CITY = "511100";
    public static final List<String> COUNTIES = List.of(
            "511102", "511111", "511112", "511113", "511123", "511124", "511126", "511129", "511132", "511133",
            "511181");

    private static final String PLAN = "/api/v1/plans/leshan-2020";

    private Leshan() {}

    public static String quantity(String indicator, String region, String period, String value, String unit) {
        return """
                {"indicator": "%s", "region": "%s", "period": "%s", "value": %s, "unit": "%s"}"""
                .formatted(indicator, region, period, value, unit);
    }

    public static String ratio(String indicator, String region, String period, String numerator, String denominator) {
        return """
                {"indicator": "%s", "region": "%s", "period": "%s", "numerator": %s, "denominator": %s}"""
                .formatted(indicator, region, period, numerator, denominator);
    }

    public static ValidatableResponse post(String... figures) {
        return given().contentType(ContentType.JSON)
                .body(Stream.of(figures).collect(joining(",", "{\"figures\": [", "]}")))
                .post(PLAN + "/figures")
                .then();
    }

    public static void report(String... figures) {
        post(figures).statusCode(200);
    }

    /** Reads below the plan, {@code /scorecard/…}. */
    public static JsonPath get(String path) {
        return given().config(Json.EXACT)
                .get(PLAN + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static ValidatableResponse put(String path, String body) {
        return given().config(Json.EXACT)
                .contentType(ContentType.JSON)
                .body(body)
                .put(PLAN + path)
                .then();
    }

    public static JsonPath card(String indicator, String region, String period) {
        return get("/scorecard/" + indicator + "/" + region + "?period=" + period);
    }

    /** The card as soon as all that was reported before is judged and it says what is expected. */
    public static JsonPath cardOnce(String indicator, String region, String period, Predicate<JsonPath> expected) {
        Judged.awaitAll();
        return await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> card(indicator, region, period), expected);
    }

    /** A number of the answer, as exact as it was sent. */
    public static BigDecimal number(JsonPath json, String path) {
        Object value = json.get(path);
        return value == null ? null : new BigDecimal(value.toString());
    }
}
