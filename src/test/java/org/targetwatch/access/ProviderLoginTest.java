package org.targetwatch.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Browsers that log in at the bureau's identity provider: their session is one of ours, and nothing of the provider's is left in them. */
@QuarkusTest
@TestProfile(WithProvider.class)
class ProviderLoginTest {
    private static final String LOGIN = "/login/oidc?to=%2Fregions%2F511102";

    IdentityProviderStub provider;

    /** What the browser keeps of this site, as it was set last. */
    private final Map<String, Cookie> kept = new HashMap<>();

    private final List<Cookie> seen = new ArrayList<>();

    @BeforeEach
    void reporter() {
        provider.logsIn(ProviderTokensTest.person("zhao", "reporter", "region", "511102"));
    }

    private static String origin() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private static RequestSpecification bare() {
        return given().noFilters()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html");
    }

    private Response get(String address) {
        RequestSpecification request = bare();
        boolean isOurs = address.startsWith(origin());
        if (isOurs) {
            kept.values().forEach(cookie -> request.cookie(cookie.getName(), cookie.getValue()));
        }
        Response answer = request.get(address);
        if (isOurs) {
            answer.detailedCookies().forEach(this::keep);
        }
        return answer;
    }

    private void keep(Cookie cookie) {
        seen.add(cookie);
        if (cookie.getMaxAge() == 0) {
            kept.remove(cookie.getName());
        } else {
            kept.put(cookie.getName(), cookie);
        }
    }

    /** Follows redirects to their end. */
    private Response follow(String address) {
        Response answer = get(address);
        for (int hops = 0; hops < 10 && answer.statusCode() / 100 == 3; hops++) {
            answer = get(answer.header("Location"));
        }
        return answer;
    }

    private RequestSpecification browser() {
        return given().noFilters().redirects().follow(false).cookie(kept.get("targetwatch"));
    }

    @Test
    void person_loggedInAtTheProvider_hasASessionOfOurs_andNothingElse() {
        Response answer = follow(origin() + LOGIN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("content=\"0;url=/regions/511102\"");
        assertThat(kept.keySet()).containsExactly("targetwatch");
        Cookie session = kept.get("targetwatch");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("strict");
        assertThat(seen)
                .filteredOn(cookie -> cookie.getName().startsWith("q_") && cookie.getMaxAge() != 0)
                .isNotEmpty()
                .allSatisfy(cookie -> {
                    assertThat(cookie.isHttpOnly()).isTrue();
                    assertThat(cookie.getPath()).isEqualTo("/login/oidc");
                });
        browser()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("oidc:zhao"))
                .body("role", equalTo("reporter"))
                .body("region", equalTo("511102"));
        browser()
                .get("/api/v1/plans/leshan-2020/scorecard?region=511133")
                .then()
                .statusCode(403);
    }

    @Test
    void session_ofThePerson_isProtectedAndEndsLikeAnyOther() {
        follow(origin() + LOGIN);
        for (String from : List.of("http://evil.example", origin())) {
            browser()
                    .header("Origin", from)
                    .contentType(ContentType.JSON)
                    .body("{\"figures\": []}")
                    .post("/api/v1/plans/leshan-2020/figures")
                    .then()
                    .statusCode(from.equals(origin()) ? 422 : 403);
        }
        browser().header("Origin", origin()).post("/logout").then().statusCode(303);
        browser().get("/api/v1/me").then().statusCode(401);
    }

    /** The cookie that the framework makes on the way opens no other address, even for a browser that keeps it. */
    @Test
    void cookieOfTheFramework_sentElsewhere_isNobodys() {
        follow(origin() + LOGIN);
        Cookie framework = seen.stream()
                .filter(cookie -> cookie.getName().startsWith("q_session") && cookie.getMaxAge() != 0)
                .findFirst()
                .orElseThrow();
        given().noFilters()
                .cookie(framework.getName(), framework.getValue())
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        given().noFilters()
                .redirects()
                .follow(false)
                .cookie(framework.getName(), framework.getValue())
                .accept("text/html")
                .get("/?code=x&state=y")
                .then()
                .statusCode(303);
    }

    @Test
    void person_withoutUsableRights_isToldOnAPage_andNotLetIn_untilTheProviderSaysOtherwise() {
        provider.logsIn(ProviderTokensTest.person("zhao", "boss"));
        Response answer = follow(origin() + LOGIN);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("resource_access/targetwatch/roles", "boss", "reporter, reviewer");
        assertThat(kept).isEmpty();
        reporter();
        assertThat(follow(origin() + LOGIN).statusCode()).isEqualTo(200);
    }

    @Test
    void answer_thatNobodyHasAskedFor_isRefused() {
        assertThat(bare().get("/login/oidc?code=stolen&state=guessed").statusCode())
                .as("begins anew")
                .isEqualTo(302);
        Response begun = get(origin() + LOGIN);
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(begun.header("Location")).contains("code_challenge=", "nonce=", "scope=openid");
        Response refused = get(origin() + "/login/oidc?code=stolen&state=guessed");
        assertThat(refused.statusCode()).isIn(302, 401);
        assertThat(kept).doesNotContainKey("targetwatch");
    }

    @Test
    void code_thatTheProviderDoesNotAnswerFor_endsInAPageAndNoSession() {
        Response begun = get(origin() + LOGIN);
        String back = bare().get(begun.header("Location")).header("Location");
        provider.setAway(true);
        try {
            Response answer = get(back);
            assertThat(answer.statusCode()).isIn(401, 503);
            assertThat(answer.contentType()).startsWith("text/html");
            assertThat(answer.asString()).contains("统一身份认证");
            assertThat(kept).doesNotContainKey("targetwatch");
        } finally {
            provider.setAway(false);
        }
    }

    @Test
    void target_onAnotherSite_isNotFollowed() {
        assertThat(follow(origin() + "/login/oidc?to=%2F%2Fevil.example%2F").asString())
                .contains("content=\"0;url=/\"");
    }
}
