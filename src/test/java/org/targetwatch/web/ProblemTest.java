package org.targetwatch.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest {
    private static final long LIMIT = 1024L * 1024;

    @TestHTTPResource("/probe")
    URI probe;

    private static void isProblem(ValidatableResponse response, int status, String kind) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:targetwatch:problem:" + kind))
                .body("status", equalTo(status));
    }

    @Test
    void address_unknown_isNamedInChinese() {
        ValidatableResponse answer = given().get("/api/v1/nothing").then();
        isProblem(answer, 404, "not-found");
        answer.header("Content-Language", "zh-CN")
                .header("Vary", containsString("Accept-Language"))
                .body("title", equalTo("未找到"))
                .body("detail", containsString("/api/v1/nothing"))
                .body("violations", nullValue());
    }

    @Test
    void address_unknownAskedInEnglish_isNamedInEnglish() {
        ValidatableResponse answer = given().header("Accept-Language", "en-GB,zh;q=0.5")
                .get("/api/v1/nothing")
                .then();
        isProblem(answer, 404, "not-found");
        answer.header("Content-Language", "en").body("title", equalTo("Not found"));
    }

    @Test
    void method_unsupported_isRefused() {
        isProblem(given().delete("/probe").then(), 405, "method-not-allowed");
    }

    @Test
    void accept_unsupported_saysWhichIs() {
        ValidatableResponse answer =
                given().accept("image/png").get("/probe/bug").then();
        isProblem(answer, 406, "not-acceptable");
        answer.body("detail", allOf(containsString("image/png"), containsString("application/json")));
    }

    @Test
    void contentType_unsupported_saysWhichIs() {
        ValidatableResponse answer = given().contentType("text/html")
                .body("<p>")
                .post("/api/v1/plans/leshan-2020/figures")
                .then();
        isProblem(answer, 415, "unsupported-media-type");
        answer.body("detail", allOf(containsString("text/html"), containsString("application/json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"name\": \"a\",}", "null", "{\"name\": nan}", "[1] 2", "{} {}"})
    void json_malformed_isRefused(String json) {
        isProblem(post(json), 400, "malformed-json");
    }

    @Test
    void json_malformed_namesLineAndColumn() {
        post("{\n  \"name\": \"a\"\n  \"value\": 1\n}").body("detail", startsWith("第 3 行第 3 列："));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"value": "20"}                | 字段 value 应为数字（不加引号）
            {"parts": [{}, {"value": []}]} | 字段 parts[1].value 应为数字（不加引号）
            {"name": 20}                   | 字段 name 应为文本（加双引号）
            {"parts": {}}                  | 字段 parts 应为数组 […]
            [1]                            | 整个内容应为对象 {…}
            {"nane": "x"}                  | 不认识字段 nane。可用字段：name, parts, value
            """)
    void json_ofAnotherShape_namesFieldAndRemedy(String json, String expected) {
        ValidatableResponse answer = post(json);
        isProblem(answer, 400, "malformed-json");
        answer.body("detail", containsString(expected));
    }

    @Test
    void json_inAnotherEncoding_isRefused() {
        isProblem(
                given().contentType(ContentType.JSON)
                        .body("{\"name\": \"乐山\"}".getBytes(java.nio.charset.Charset.forName("GB18030")))
                        .post("/probe")
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void bug_ofOurs_isReportedWithoutOurInsides() {
        ValidatableResponse answer = given().get("/probe/bug").then();
        isProblem(answer, 500, "internal-error");
        answer.body("instance", matchesPattern("urn:targetwatch:request:[0-9a-f-]{36}"));
        String text = answer.extract().asString();
        Assertions.assertThat(text).doesNotContain("password", "Exception", "java", "org.targetwatch");
    }

    @Test
    void database_away_isTemporary() {
        ValidatableResponse answer = given().get("/probe/database-away").then();
        isProblem(answer, 503, "unavailable");
        answer.body("detail", not(containsString("pool")));
    }

    @Test
    void violations_aboveAThousand_areCutAndCounted() {
        ValidatableResponse answer = given().get("/probe/many-violations").then();
        isProblem(answer, 422, "invalid");
        answer.body("violations", hasSize(1_000))
                .body("violationsTotal", equalTo(1_500))
                .body("violations[999].index", equalTo(999))
                .body("violations[999].message", equalTo("第 999 条"));
    }

    @Test
    void body_announcedTooLarge_isRefusedUnread() throws IOException {
        try (Socket socket = new Socket(probe.getHost(), probe.getPort())) {
            String head =
                    "POST /probe HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + (LIMIT + 1) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            byte[] start = socket.getInputStream().readNBytes(12);
            Assertions.assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void body_tooLargeUnannounced_isRefused() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(probe)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new Blanks(LIMIT + 1)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        Assertions.assertThat(answer.statusCode()).isEqualTo(413);
        Assertions.assertThat(answer.body()).contains("urn:targetwatch:problem:too-large");
    }

    private static ValidatableResponse post(String json) {
        return given().contentType(ContentType.JSON).body(json).post("/probe").then();
    }

    /** So many blanks. */
    private static final class Blanks extends InputStream {
        private long left;

        Blanks(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) ' ');
            left -= count;
            return count;
        }
    }
}
