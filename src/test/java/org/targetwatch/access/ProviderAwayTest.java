package org.targetwatch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;

/** An identity provider that nobody has reached yet: the program starts without it, and says so to those who come from there. */
@QuarkusTest
@TestProfile(ProviderAwayTest.NobodyThere.class)
class ProviderAwayTest {
    /** Names a port at which nobody answers. */
    public static final class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of(
                        "quarkus.oidc.auth-server-url",
                        "http://127.0.0.1:" + closed.getLocalPort(),
                        "quarkus.oidc.client-id",
                        IdentityProviderStub.CLIENT,
                        "quarkus.oidc.credentials.secret",
                        IdentityProviderStub.SECRET);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void token_ofAProviderThatIsAway_isNeitherTakenNorCalledWrong() {
        try (IdentityProviderStub elsewhere = new IdentityProviderStub()) {
            As.bearer(elsewhere.token(ProviderTokensTest.person("li", "leader")))
                    .get("/api/v1/me")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:targetwatch:problem:unavailable"))
                    .body("detail", containsString("统一身份认证"));
        }
    }

    @Test
    void browser_thatGoesThere_isToldOnAPage() {
        Response answer = RestAssured.given()
                .noFilters()
                .redirects()
                .follow(false)
                .accept("text/html")
                .get("/login/oidc");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("统一身份认证暂时不可用");
    }

    @Test
    void tokensAndAccountsOfOurOwn_areLetIn() {
        As.viewer().get("/api/v1/me").then().statusCode(200);
        As.admin().get("/api/v1/accounts").then().statusCode(200);
        RestAssured.given()
                .noFilters()
                .accept("text/html")
                .get("/login")
                .then()
                .statusCode(200)
                .body(containsString("name=\"password\""), containsString("/login/oidc?to="));
    }
}
