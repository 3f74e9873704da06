package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.targetwatch.Raw;

/** What browsers are told with every answer, and what nobody is told. */
@QuarkusTest
class SafeHeadersTest {
    @TestHTTPResource("/")
    URI server;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private static void assertSafe(Raw answer) {
        assertSoftly(softly -> {
            softly.assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            softly.assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            softly.assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            softly.assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            softly.assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            softly.assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            softly.assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
            softly.assertThat(answer.header("Strict-Transport-Security"))
                    .as("over plain HTTP")
                    .isEmpty();
            softly.assertThat(answer.header("Server")).isEmpty();
            softly.assertThat(answer.header("X-Powered-By")).isEmpty();
        });
    }

    @Test
    void answersOfEveryKind_tellBrowsersWhatNotToDo() throws IOException {
        for (String path : List.of("/api/v1/plans", "/nothing", "/q/openapi", "/q/swagger-ui/", "/api//v1")) {
            assertSafe(Raw.send(server, "GET " + path + " HTTP/1.1", "Host: x"));
        }
        assertSafe(Raw.send(management, "GET /q/metrics HTTP/1.1", "Host: x"));
        assertSafe(Raw.send(management, "GET /q/health/live HTTP/1.1", "Host: x"));
    }

    @Test
    void answersOfTheApi_areKeptByNobody() throws IOException {
        for (String path : List.of("/api/v1/plans", "/api/v1/plans/leshan-2020/scorecard", "/api/v1/nothing")) {
            assertThat(Raw.send(server, "GET " + path + " HTTP/1.1", "Host: x").header("Cache-Control"))
                    .isEqualTo("no-store");
        }
    }

    @Test
    void otherSites_areAllowedNothing() throws IOException {
        String origin = "Origin: https://elsewhere.example";
        assertThat(List.of(
                        Raw.send(server, "GET /q/openapi HTTP/1.1", "Host: x", origin),
                        Raw.send(
                                server,
                                "OPTIONS /q/openapi HTTP/1.1",
                                "Host: x",
                                origin,
                                "Access-Control-Request-Method: PUT"),
                        Raw.send(management, "GET /q/metrics HTTP/1.1", "Host: x", origin),
                        Raw.send(management, "GET /q/health HTTP/1.1", "Host: x", origin)))
                .allSatisfy(answer -> assertThat(answer.headers()).noneMatch(SafeHeadersTest::isCors));
    }

    private static boolean isCors(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("access-control-");
    }

    /** Another version of the page has other scripts: their hashes belong into {@link SafeHeaders#SWAGGER_UI}. */
    @Test
    void descriptionsOwnPage_runsItsOwnScriptsOnly() throws IOException {
        Raw page = Raw.send(server, "GET /q/swagger-ui/ HTTP/1.1", "Host: x");
        String policy = page.header("Content-Security-Policy");
        List<String> inline = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .filter(script -> !script.isBlank())
                .toList();
        assertThat(inline).isNotEmpty().allSatisfy(script -> assertThat(policy).contains(hash(script)));
        assertThat(policy.split("style-src")[0]).doesNotContain("unsafe");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void nothingThatIsShown_saysWhatItIsMadeOf() throws IOException {
        for (String path : List.of("/q/swagger-ui/", "/q/openapi", "/", "/q/dev-ui", "/q/dev", "/q/arc", "/nothing")) {
            Raw answer = Raw.send(server, "GET " + path + " HTTP/1.1", "Host: x");
            assertThat(answer.body() + answer.headers())
                    .as(path)
                    .doesNotContain("Powered by", "Quarkus 3", "3.33.2", "Vert.x", "Netty");
        }
    }
}
