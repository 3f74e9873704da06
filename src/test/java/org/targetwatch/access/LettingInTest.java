package org.targetwatch.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.As;
import org.targetwatch.Program;

/** Whom the program lets in, and how people and machines come by what opens it. */
@QuarkusTest
class LettingInTest {
    private static final String ME = "/api/v1/me";
    private static final String PASSWORD = "Zhe-ge-mima-42";

    private static ValidatableResponse create(String name, String rest) {
        return As.admin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + name + "\", " + rest + "}")
                .post("/api/v1/accounts")
                .then();
    }

    private static String drawn() {
        return "clerk-" + UUID.randomUUID();
    }

    /** An account whose owner has chosen a password. */
    private static String account(String rights) {
        String name = drawn();
        String first = create(name, rights).statusCode(201).extract().path("password");
        change(name, first, PASSWORD).statusCode(204);
        return name;
    }

    private static RequestSpecification basic(String name, String password) {
        return given().noFilters().auth().preemptive().basic(name, password);
    }

    private static ValidatableResponse change(String name, String current, String password) {
        return basic(name, current)
                .contentType(ContentType.JSON)
                .body("{\"current\": \"" + current + "\", \"password\": \"" + password + "\"}")
                .put(ME + "/password")
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {ME, "/api/v1/plans", "/api/v1/accounts", "/api/v1/plans/leshan-2020/scorecard"})
    void nobody_asking_isToldHowToSayWho(String address) {
        As.nobody()
                .get(address)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:targetwatch:problem:unauthenticated"))
                .body("detail", containsString("令牌"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer twt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer ",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
                "Basic YWRtaW46YWRtaW4=",
                "Basic not-base64",
                "Digest username=admin",
                "twt_"
            })
    void credentials_thatAreNobodys_areRefused(String authorization) {
        given().header("Authorization", authorization)
                .get(ME)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void account_created_opensNothingBeforeItsOwnerChoseAPassword() {
        String name = drawn();
        String first =
                create(name, "\"role\": \"viewer\"").statusCode(201).extract().path("password");

        basic(name, first).get(ME).then().statusCode(200).body("mustChangePassword", equalTo(true));
        basic(name, first)
                .get("/api/v1/plans")
                .then()
                .statusCode(403)
                .body("detail", containsString("/api/v1/me/password"));

        change(name, first, PASSWORD).statusCode(204);
        basic(name, first).get(ME).then().statusCode(401);
        basic(name, PASSWORD).get("/api/v1/plans").then().statusCode(200);
    }

    @Test
    void account_reset_hasToChangeItsPasswordAgain() {
        String name = account("\"role\": \"reporter\", \"region\": \"511102\"");
        String reset = As.admin()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/accounts/" + name + "/reset")
                .then()
                .statusCode(200)
                .extract()
                .path("password");
        basic(name, PASSWORD).get(ME).then().statusCode(401);
        basic(name, reset).get("/api/v1/plans").then().statusCode(403);
    }

    @Test
    void account_disabled_isShutOutUntilEnabled() {
        String name = account("\"role\": \"leader\"");
        As.admin().post("/api/v1/accounts/" + name + "/disable").then().statusCode(204);
        basic(name, PASSWORD).get(ME).then().statusCode(401);
        As.admin().post("/api/v1/accounts/" + name + "/enable").then().statusCode(204);
        basic(name, PASSWORD).get(ME).then().statusCode(200).body("role", equalTo("leader"));
    }

    @Test
    void administrator_disablingThemselves_isRefused() {
        String name = account("\"role\": \"admin\"");
        basic(name, PASSWORD)
                .post("/api/v1/accounts/" + name + "/disable")
                .then()
                .statusCode(409);
        As.admin().post("/api/v1/accounts/" + name + "/disable").then().statusCode(204);
    }

    @Test
    void account_givenOtherRights_hasThemAtOnce() {
        String name = account("\"role\": \"reporter\", \"region\": \"511102\"");
        regrant(As.admin(), name, "\"role\": \"reviewer\", \"offices\": [\"基教科\"]")
                .statusCode(200)
                .body("role", equalTo("reviewer"))
                .body("region", nullValue());
        basic(name, PASSWORD).get(ME).then().body("role", equalTo("reviewer"));
        regrant(As.admin(), name, "\"role\": \"reviewer\"").statusCode(422);
        regrant(As.admin(), drawn(), "\"role\": \"leader\"").statusCode(404);
    }

    @Test
    void administrator_changingTheOwnRights_isRefused() {
        String name = account("\"role\": \"admin\"");
        regrant(basic(name, PASSWORD), name, "\"role\": \"leader\"").statusCode(409);
        regrant(As.admin(), name, "\"role\": \"leader\"").statusCode(200);
    }

    @Test
    void administrators_allButOneGone_theLastStays() {
        As.admin().post("/api/v1/accounts/admin/disable").then().statusCode(409).body("detail", containsString("最后一个"));
        regrant(As.admin(), "admin", "\"role\": \"leader\"").statusCode(409);
    }

    private static ValidatableResponse regrant(RequestSpecification caller, String name, String rights) {
        return caller.contentType(ContentType.JSON)
                .body("{" + rights + "}")
                .put("/api/v1/accounts/" + name + "/rights")
                .then();
    }

    @Test
    void name_takenBeforeByAnything_isNotGivenAgain() {
        String name = account("\"role\": \"viewer\"");
        create(name, "\"role\": \"viewer\"").statusCode(409);
        As.admin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + name + "\", \"role\": \"viewer\"}")
                .post("/api/v1/tokens")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "role": "reporter"                                               | region   | E-MISSING
            "role": "reporter", "region": "999999"                           | region   | E-REGION
            "role": "leader", "region": "511102"                             | region   | E-FIELD
            "role": "reviewer"                                               | offices  | E-OFFICE
            "role": "reviewer", "offices": ["没有的科"]                       | offices  | E-OFFICE
            "role": "viewer", "offices": ["基教科"]                           | offices  | E-OFFICE
            "role": "boss"                                                   | role     | E-ROLE
            "role": "viewer", "password": "short"                            | password | E-PASSWORD
            "role": "viewer", "password": "aaaaaaaaaaaaaaaa"                 | password | E-PASSWORD
            """)
    void rights_thatMakeNoSense_areNotGranted(String rights, String field, String code) {
        create(drawn(), rights)
                .statusCode(422)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void token_issued_isShownOnceAndOpensUntilRevoked() {
        JsonPath issued = As.admin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + drawn() + "\", \"role\": \"viewer\", \"expires\": \"2099-12-31\"}")
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String token = issued.getString("token");
        assertThat(token).matches("twt_[A-Za-z0-9_-]{43}");
        As.bearer(token).get(ME).then().statusCode(200).body("name", equalTo(issued.getString("name")));
        As.admin()
                .get("/api/v1/tokens?size=1000")
                .then()
                .statusCode(200)
                .body(not(containsString(token)))
                .body("find { it.id == " + issued.getLong("id") + " }.revokedAt", nullValue());

        As.admin().delete("/api/v1/tokens/" + issued.getLong("id")).then().statusCode(204);
        As.bearer(token).get(ME).then().statusCode(401);
        As.admin().delete("/api/v1/tokens/" + issued.getLong("id")).then().statusCode(404);
    }

    @Test
    void passwordGuesser_afterTenFailures_waitsAndLocksNobodyElseOut() {
        String name = account("\"role\": \"viewer\"");
        for (int attempt = 0; attempt < 10; attempt++) {
            basic(name, "wrong-" + attempt).get(ME).then().statusCode(401);
        }
        // The first waits are short: on a slow machine they are over before the next request.
        await().atMost(Program.PATIENCE)
                .until(() -> secondsToWait(basic(name, "wrong").get(ME)) > 3);
        basic(name, PASSWORD)
                .get(ME)
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:targetwatch:problem:too-many-requests"));
        String other = account("\"role\": \"viewer\"");
        basic(other, PASSWORD).get(ME).then().statusCode(200);
    }

    private static int secondsToWait(Response refusal) {
        return refusal.statusCode() == 429
                ? Integer.parseInt(refusal.jsonPath().getString("detail").replaceAll("\\D", ""))
                : 0;
    }
}
