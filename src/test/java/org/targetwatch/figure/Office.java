package org.targetwatch.figure;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/**
 * What an office does with a month. Also the profile of tests that close whole months, or damage rows: a database without
 * others' figures, on 9 November 2020.
 */
public final class Office implements QuarkusTestProfile {
    private static final String PLAN = "/api/v1/plans/leshan-2020";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("targetwatch.business-date", "2020-11-09", "targetwatch.zone", "Asia/Shanghai");
    }

    static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(PLAN + path)
                .then();
    }

    static ValidatableResponse review(String verdict, String indicator, String region, String period, String reason) {
        return post(
                "/reviews",
                """
                {"reviews": [{"indicator": "%s", "region": "%s", "period": "%s", "verdict": "%s", "reason": "%s"}]}"""
                        .formatted(indicator, region, period, verdict, reason));
    }

    static ValidatableResponse withdraw(String indicator, String region, String period, String reason) {
        return post(
                "/figures/%s/%s/%s/withdraw".formatted(indicator, region, period),
                "{\"reason\": \"%s\"}".formatted(reason));
    }

    static ValidatableResponse close(String period) {
        return post("/periods/" + period + "/close", "{}");
    }

    static ValidatableResponse reopen(String period, String region, String until) {
        return post(
                "/periods/" + period + "/reopen",
                """
                {"region": "%s", "until": "%s", "reason": "沙湾区补报"}""".formatted(region, until));
    }
}
