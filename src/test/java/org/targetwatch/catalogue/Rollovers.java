package org.targetwatch.catalogue;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;

/** Rolls the Leshan plan over as an office would. */
final class Rollovers {
    static final String PLANS = "/api/v1/plans/";
    static final String OLD = "leshan-2020";

    private Rollovers() {}

    static ValidatableResponse of(String code) {
        return of(code, "\"english\": \"Leshan 2021\"");
    }

    static ValidatableResponse of(String code, String fields) {
        return send(OLD, body(code, fields)).statusCode(201);
    }

    /** The fields that are given, and those that every plan needs. */
    static String body(String code, String fields) {
        return Stream.of(
                        "\"code\": \"" + code + "\"",
                        fields.contains("\"name\"") ? "" : "\"name\": \"乐山市教育局2021年工作要点\"",
                        fields.contains("\"english\"") ? "" : "\"english\": \"Leshan 2021\"",
                        fields)
                .filter(field -> !field.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .map(all -> "{" + all + "}")
                .orElseThrow();
    }

    static ValidatableResponse send(String plan, String body) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body)
                .post(PLANS + "{plan}/rollover", plan)
                .then();
    }
}
