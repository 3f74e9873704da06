package org.targetwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestNamesTest {
    private static final String HEADER = "X-Request-Id";
    private static final String GIVEN_BY_US = "[0-9a-f-]{36}";

    @Test
    void requests_withoutNames_getOneEach() {
        String one = given().get("/api/v1/plans").header(HEADER);
        String other = given().get("/api/v1/nothing").header(HEADER);
        assertThat(one).matches(GIVEN_BY_US).isNotEqualTo(other);
        assertThat(other).matches(GIVEN_BY_US);
    }

    @Test
    void request_namedByAProxy_keepsItsName() {
        Response answer = given().header(HEADER, "proxy-2020.11_09").get("/probe/bug");
        assertThat(answer.header(HEADER)).isEqualTo("proxy-2020.11_09");
        assertThat(answer.jsonPath().getString("instance")).isEqualTo("urn:targetwatch:request:proxy-2020.11_09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "two words of it", "<script>alert(1)</script>", "%0d%0aSet-Cookie:x=1"})
    void request_withAnUnfitName_getsAnother(String unfit) {
        assertThat(given().header(HEADER, unfit).get("/api/v1/plans").header(HEADER))
                .matches(GIVEN_BY_US);
    }
}
