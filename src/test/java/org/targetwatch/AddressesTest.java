package org.targetwatch;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AddressesTest {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    @TestHTTPResource("/q/")
    String api;

    /** The framework adds the {@code /q} of the management port by itself. */
    @TestHTTPResource(value = "/", management = true)
    String management;

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "health"})
    void watching_asked_answersOnTheManagementPortOnly(String path) {
        assertThat(get(management + path).statusCode()).isEqualTo(OK);
        assertThat(get(api + path).statusCode()).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "swagger-ui"})
    void description_asked_answersOnTheApiPortOnly(String path) {
        assertThat(get(api + path).statusCode()).isEqualTo(OK);
        assertThat(get(management + path).statusCode()).isEqualTo(NOT_FOUND);
    }
}
