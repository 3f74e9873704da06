package org.targetwatch;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.annotation.JsonValue;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A figure as counties send it; each test changes what it is about. */
public record Sent(@JsonValue Map<String, Object> fields) {
    public static final String FIGURES = "/api/v1/plans/leshan-2020/figures";

    /** A good quantity: 1.5亿元 of investment. */
    public static Sent quantity(String region, String period) {
        return of("major-project-investment", region, period).with("value", 1.5).with("unit", "亿元");
    }

    /** A good share: 3 oversized classes of 100. */
    public static Sent share(String region, String period) {
        return of("oversized-class-rate", region, period).with("numerator", 3).with("denominator", 100);
    }

    private static Sent of(String indicator, String region, String period) {
        return new Sent(Map.of())
                .with("indicator", indicator)
                .with("region", region)
                .with("period", period);
    }

    /** The same with one field more, or another value of it. */
    public Sent with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Sent(changed);
    }

    /** How the figure is served now, with its revisions. */
    public ValidatableResponse read() {
        return given().get(
                        FIGURES + "/{indicator}/{region}/{period}",
                        fields.get("indicator"),
                        fields.get("region"),
                        fields.get("period"))
                .then();
    }

    public static ValidatableResponse post(Sent... figures) {
        return postBody(Map.of("figures", List.of(figures)));
    }

    public static ValidatableResponse postBody(Object body) {
        return json().body(body).post(FIGURES).then();
    }

    public static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
