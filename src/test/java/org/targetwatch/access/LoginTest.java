package org.targetwatch.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;

/** Browsers: logging in with a form, what the cookie is good for, and when it ends. */
@QuarkusTest
class LoginTest {
    private static final String PASSWORD = "Zhe-ge-mima-42";
    private static final String OUT = "{\"reason\": 1}";

    @Inject
    Accounts accounts;

    private String name;

    @BeforeEach
    void account() {
        name = "clerk-" + UUID.randomUUID();
        accounts.act("test", acts -> acts.create(name, new Grant(Role.REVIEWER, null, Set.of("基教科")), PASSWORD, false));
    }

    private static String origin() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    private static RequestSpecification form() {
        return given().noFilters().redirects().follow(false).contentType(ContentType.URLENC);
    }

    private Response login(String password, String to) {
        return form().header("Origin", origin())
                .formParam("name", name)
                .formParam("password", password)
                .formParam("to", to)
                .post("/login");
    }

    private Cookie session() {
        return login(PASSWORD, "/").detailedCookie("targetwatch");
    }

    private static RequestSpecification browser(Cookie session) {
        return given().noFilters().redirects().follow(false).cookie(session);
    }

    private static int me(Cookie session) {
        return browser(session).get("/api/v1/me").statusCode();
    }

    @Test
    void page_withoutLogin_leadsToTheFormAndBack() {
        given().noFilters()
                .redirects()
                .follow(false)
                .accept("text/html")
                .get("/?status=behind")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?to="));
        given().noFilters()
                .accept("text/html")
                .queryParam("to", "/?status=behind")
                .get("/login")
                .then()
                .statusCode(200)
                .body(containsString("name=\"password\""))
                .body(containsString("value=\"/?status=behind\""));
        Response answer = login(PASSWORD, "/?status=behind");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/?status=behind");
    }

    @Test
    void cookie_ofASession_isOutOfReachOfScriptsAndOtherSites() {
        Cookie session = session();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("strict");
        browser(session).get("/api/v1/me").then().statusCode(200).body("name", equalTo(name));
    }

    @Test
    void wrongPassword_showsTheFormAgainWithoutASession() {
        Response answer = login("wrong", "/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/login?").contains("failed");
        assertThat(answer.cookies()).doesNotContainKey("targetwatch");
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/<script>",
        "/%zz"
    })
    void target_onAnotherSite_isNotFollowed(String to) {
        assertThat(login(PASSWORD, to).header("Location")).isEqualTo(origin() + "/");
    }

    /** What a page of another site can make a browser send. */
    @ParameterizedTest
    @CsvSource({"Origin,http://evil.example", "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "X-Nothing,here"
    })
    void change_fromAnotherSite_isRefusedWithTheCookieToo(String header, String value) {
        browser(session())
                .header(header, value)
                .contentType(ContentType.JSON)
                .body(OUT)
                .post("/api/v1/plans/leshan-2020/reviews")
                .then()
                .statusCode(403);
        form().header(header, value)
                .formParam("name", name)
                .formParam("password", PASSWORD)
                .post("/login")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,same-origin", "Origin,own"})
    void change_fromOurOwnPages_isTaken(String header, String value) {
        browser(session())
                .header(header, value.equals("own") ? origin() : value)
                .contentType(ContentType.JSON)
                .body("{\"reviews\": []}")
                .post("/api/v1/plans/leshan-2020/reviews")
                .then()
                .statusCode(422);
    }

    @Test
    void session_afterLogout_isDeadWhereverItIsSent() {
        Cookie session = session();
        browser(session).header("Origin", origin()).post("/logout").then().statusCode(303);
        assertThat(me(session)).isEqualTo(401);
    }

    @Test
    void account_thatHasToChangeItsPassword_isLedToTheFormAndGoesOnWithTheNewOne() {
        accounts.act("test", acts -> {
            acts.reset(name, PASSWORD);
            return name;
        });
        Response answer = login(PASSWORD, "/");
        assertThat(answer.header("Location")).endsWith("/password");
        Cookie session = answer.detailedCookie("targetwatch");
        browser(session).accept("text/html").get("/").then().statusCode(403);
        browser(session)
                .accept("text/html")
                .get("/password")
                .then()
                .statusCode(200)
                .body(containsString("new-password"));
        browser(session)
                .header("Origin", origin())
                .contentType(ContentType.URLENC)
                .formParam("current", PASSWORD)
                .formParam("password", "Another-one-77")
                .post("/password")
                .then()
                .statusCode(303);
        assertThat(me(session)).isEqualTo(401);
        assertThat(login("Another-one-77", "/").header("Location")).isEqualTo(origin() + "/");
    }

    @Test
    void sessions_afterAnotherPasswordOrDisabling_areDead() {
        Cookie before = session();
        given().noFilters()
                .auth()
                .preemptive()
                .basic(name, PASSWORD)
                .contentType(ContentType.JSON)
                .body("{\"current\": \"" + PASSWORD + "\", \"password\": \"Another-one-77\"}")
                .put("/api/v1/me/password")
                .then()
                .statusCode(204);
        assertThat(me(before)).isEqualTo(401);
        Cookie after = login("Another-one-77", "/").detailedCookie("targetwatch");
        assertThat(me(after)).isEqualTo(200);
        As.admin().post("/api/v1/accounts/" + name + "/disable").then().statusCode(204);
        assertThat(me(after)).isEqualTo(401);
    }
}
