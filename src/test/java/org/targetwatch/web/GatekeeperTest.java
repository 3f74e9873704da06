package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.Raw;

/** What no honest client sends is refused as a problem, and says nothing about our insides. */
@QuarkusTest
class GatekeeperTest {
    @TestHTTPResource("/")
    URI server;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private static void assertProblem(Raw answer, int status, String kind) {
        assertSoftly(softly -> {
            softly.assertThat(answer.status()).isEqualTo(status);
            softly.assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            softly.assertThat(answer.body()).contains("urn:targetwatch:problem:" + kind);
            softly.assertThat(answer.body())
                    .doesNotContain("io.vertx", "quarkus", "Exception", "stack", "Error id", "java");
            softly.assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/plans",
                "/api//v1/plans",
                "/api/v1/./plans",
                "/api/v1/../v1/plans",
                "/api/v1/%2e%2e/v1/plans",
                "/api/v1/.%2E/v1/plans",
                "/api/v1/plans;x=1",
                "/api/v1/plans/leshan-2020;a=b/indicators",
                "/api/v1/plans/leshan%2F2020",
                "/api/v1/plans/leshan%5C2020",
                "/api/v1/plans/%00",
                "/api/v1/plans/%0d%0aSet-Cookie:a=b",
                "/api/v1/plans/%c0%ae",
                "/api/v1/plans/%ff",
                "/api/v1/plans/%ed%a0%80",
                "/api/v1/plans//"
            })
    void address_thatCouldBeReadInTwoWays_isRefused(String path) throws IOException {
        assertProblem(Raw.send(server, "GET " + path + " HTTP/1.1", "Host: x"), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plans/%",
                "/api/v1/plans/%zz",
                "/api/v1/plans?size=%zz",
                "/api/v1/plans\\..",
                "/api/v1/plans/乐山"
            })
    void address_thatIsNone_isRefused(String path) throws IOException {
        Raw answer = Raw.send(server, "GET " + path + " HTTP/1.1", "Host: x");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("vertx", "Exception", "Error id", "stack");
    }

    @Test
    void addresses_writtenInTheOneWay_reachWhatTheyName() throws IOException {
        for (String path : List.of(
                "/q/openapi", "/q/openapi/", "/q/openapi?format=json&x=%2F..%2F;", "http://elsewhere/q/openapi")) {
            assertThat(Raw.send(server, "GET " + path + " HTTP/1.1", "Host: x").status())
                    .as(path)
                    .isLessThan(400);
        }
        Raw unknown = Raw.send(server, "GET /%E4%B9%90%E5%B1%B1~a-b_c.d@e HTTP/1.1", "Host: x");
        assertProblem(unknown, 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PATCH", "PROPFIND", "FOO", "get"})
    void method_thatNothingHas_isRefused(String method) throws IOException {
        for (String path : List.of("/api/v1/plans", "/q/openapi", "/nothing")) {
            Raw answer = Raw.send(server, method + " " + path + " HTTP/1.1", "Host: x", "X-Secret: echo-me");
            assertProblem(answer, 405, "method-not-allowed");
            assertThat(answer.body()).doesNotContain("echo-me");
        }
    }

    @Test
    void host_missingTwiceOrNone_isNamed() throws IOException {
        Raw answer = Raw.send(server, "GET /q/openapi HTTP/1.1");
        assertProblem(answer, 400, "bad-request");
        assertThat(answer.body()).contains("Host");
        assertProblem(Raw.send(server, "GET /q/openapi HTTP/1.1", "Host: a", "Host: b"), 400, "bad-request");
        assertProblem(Raw.send(server, "GET /q/openapi HTTP/1.1", "Host: a b/%%"), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "json", "application", "/json", "application/json;charset"})
    void contentType_thatIsNone_isNoFailureOfOurs(String type) throws IOException {
        Raw answer = Raw.send(server, "POST /probe HTTP/1.1", "Host: x", "Content-Type: " + type, "Content-Length: 0");
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void head_longerThanAnyOfOurs_isRefusedWithTheLimit() throws IOException {
        String fits = "GET /q/openapi?" + "a".repeat(4_096 - "/q/openapi?".length()) + " HTTP/1.1";
        assertThat(Raw.send(server, fits, "Host: x").status()).isEqualTo(200);
        Raw longer = Raw.send(server, fits.replace("openapi?", "openapi?a"), "Host: x");
        assertProblem(longer, 414, "address-too-long");
        assertThat(longer.body()).contains("4097", "4096");

        String get = "GET /q/openapi HTTP/1.1";
        assertThat(Raw.send(server, get, "Host: x", "X-A: " + "a".repeat(16_000))
                        .status())
                .isEqualTo(200);
        Raw larger = Raw.send(server, get, "Host: x", "X-A: " + "a".repeat(8_000), "X-B: " + "a".repeat(9_000));
        assertProblem(larger, 431, "headers-too-large");
        assertThat(larger.body()).contains("16384");
    }

    /** Refused before the request is one: without words, but without a word about us, too. */
    @Test
    void head_beyondMeasureOrReason_isRefusedWithoutAWord() throws IOException {
        String get = "GET /q/openapi HTTP/1.1";
        String post = "POST /probe HTTP/1.1";
        assertWordless(414, "GET /q/openapi?" + "a".repeat(17_000) + " HTTP/1.1", "Host: x");
        assertWordless(431, get, "Host: x", "X-A: " + "a".repeat(70_000));
        assertWordless(400, get, "Host: x", "Bad Name: a");
        assertWordless(400, post, "Host: x", "Content-Length: -5");
        assertWordless(400, post, "Host: x", "Content-Length: 1, 2");
        assertWordless(400, "HELLO");
    }

    private void assertWordless(int status, String... lines) throws IOException {
        Raw answer = Raw.send(server, lines);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void lengthAndChunks_together_areRefused() throws IOException {
        Raw answer = Raw.send(
                server,
                "POST /probe HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: 5",
                "Transfer-Encoding: chunked");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void managementPort_showsHealthAndMetricsAndNothingElse() throws IOException {
        assertThat(Raw.send(management, "GET /q/health/live HTTP/1.1", "Host: x")
                        .status())
                .isEqualTo(200);
        assertProblem(Raw.send(management, "GET / HTTP/1.1", "Host: x"), 404, "not-found");
        assertProblem(Raw.send(management, "GET /q/../q/metrics HTTP/1.1", "Host: x"), 400, "bad-request");
        assertProblem(Raw.send(management, "POST /q/metrics HTTP/1.1", "Host: x"), 405, "method-not-allowed");
        assertProblem(Raw.send(management, "TRACE /q/health HTTP/1.1", "Host: x"), 405, "method-not-allowed");
        assertThat(Raw.send(management, "GET /q/health/live HTTP/1.0").status())
                .as("probes speak HTTP/1.0")
                .isEqualTo(200);
    }
}
