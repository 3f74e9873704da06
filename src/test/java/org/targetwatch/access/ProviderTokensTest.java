package org.targetwatch.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.targetwatch.Leshan.ratio;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;

/** Programs that send a token of the bureau's identity provider: what it is good for, and which are refused. */
@QuarkusTest
@TestProfile(WithProvider.class)
class ProviderTokensTest {
    private static final String ME = "/api/v1/me";
    private static final String PLAN = "/api/v1/plans/leshan-2020";

    IdentityProviderStub provider;

    static Map<String, Object> person(String name, String role) {
        return Map.of(
                "preferred_username",
                name,
                "resource_access",
                Map.of("targetwatch", Map.of("roles", List.of("offline_access", role))));
    }

    static Map<String, Object> person(String name, String role, String claim, Object value) {
        Map<String, Object> person = new HashMap<>(person(name, role));
        person.put(claim, value);
        return person;
    }

    private static ValidatableResponse get(String token, String address) {
        return As.bearer(token).get(address).then();
    }

    private ValidatableResponse me(Map<String, Object> person) {
        return As.bearer(provider.token(person))
                .header("Accept-Language", "en")
                .get(ME)
                .then();
    }

    @Test
    void person_ofTheProvider_isWhoTheClaimsSay() {
        me(person("wang@example", "reviewer", "department", List.of("基教科", "计财科")))
                .statusCode(200)
                .body("name", equalTo("oidc:wang@example"))
                .body("role", equalTo("reviewer"))
                .body("region", nullValue())
                .body("offices", equalTo(List.of("基教科", "计财科")))
                .body("mustChangePassword", equalTo(false));
        me(person("zhao", "reporter", "region", "511102"))
                .statusCode(200)
                .body("role", equalTo("reporter"))
                .body("region", equalTo("511102"));
    }

    @Test
    void reporter_ofTheProvider_isKeptToTheOwnRegion_andNamedInWhatIsRecorded() {
        String token = provider.token(person("zhao", "reporter", "region", "511102"));
        for (String region : List.of("511102", "511133")) {
            As.bearer(token)
                    .contentType(ContentType.JSON)
                    .body("{\"figures\": [" + ratio("preprimary-ger", region, "2020-09", "90", "100") + "]}")
                    .post(PLAN + "/figures")
                    .then()
                    .statusCode(region.equals("511102") ? 200 : 403);
        }
        get(token, PLAN + "/scorecard?region=511102").statusCode(200);
        get(token, PLAN + "/scorecard?region=511133").statusCode(403);
        get(token, PLAN + "/indicators/gaokao-tier1-rate").statusCode(404);
        get(token, "/api/v1/accounts").statusCode(403);
        get(token, PLAN + "/figures/preprimary-ger/511102/2020-09")
                .statusCode(200)
                .body("revisions[-1].recordedBy", equalTo("oidc:zhao"));
    }

    @Test
    void confidentialIndicators_areKnownByRoleAndOfficesAsForAccounts() {
        String secret = PLAN + "/indicators/gaokao-tier1-rate";
        get(provider.token(person("li", "leader")), secret).statusCode(200);
        get(provider.token(person("chen", "reviewer", "department", "考试中心")), secret)
                .statusCode(200);
        get(provider.token(person("wang", "reviewer", "department", "民教科")), secret)
                .statusCode(404);
        get(provider.token(person("admin", "admin")), secret).statusCode(404);
    }

    @Test
    void administrator_ofTheProvider_isNamedInTheTrail_andIsNotTheAccountOfThatName() {
        String token = provider.token(person("admin", "admin"));
        As.bearer(token)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"made-by-oidc\", \"role\": \"leader\"}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
        get(token, "/api/v1/audit/events?act=account.created&actor=oidc:admin")
                .statusCode(200)
                .body("subject.account", equalTo(List.of("made-by-oidc")));
        As.bearer(token)
                .contentType(ContentType.JSON)
                .body("{\"current\": \"x\", \"password\": \"another-one-42-x\"}")
                .put(ME + "/password")
                .then()
                .statusCode(403)
                .body("detail", containsString("统一身份认证"));
    }

    // ---- claims that say nothing usable ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boss     | region     | 511102     | resource_access/targetwatch/roles | reviewer, leader, viewer, admin",
                "reporter | region     | 519999     | region     | 519999",
                "reporter | nothing    | 1          | region     | A reporter has a region",
                "viewer   | nothing    | 1          | region     | the city's shows everything",
                "leader   | region     | 511102     | region     | Only reporters and viewers",
                "reviewer | department | 不存在的科 | department | 不存在的科",
                "reviewer | nothing    | 1          | department | A reviewer has offices"
            })
    void claim_thatSaysNothingUsable_isNamedWithWhatItSaysAndWhatIsExpected(
            String role, String claim, String value, String named, String expected) {
        me(person("zhao", role, claim, value))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("Claim " + named + " is "))
                .body("detail", containsString(expected))
                .body("violations.field", equalTo(List.of(named)))
                .body("violations.code", equalTo(List.of("E-CLAIM")));
    }

    @Test
    void rolesOfTheFramework_andSeveralOfOurs_giveNone() {
        Map<String, Object> grouped = Map.of("preferred_username", "zhao", "groups", List.of("admin", "everybody"));
        me(grouped).statusCode(403).body("detail", containsString("is empty"));
        get(provider.token(grouped), "/api/v1/accounts").statusCode(403);
        me(Map.of(
                        "preferred_username",
                        "zhao",
                        "resource_access",
                        Map.of("targetwatch", Map.of("roles", List.of("leader", "admin")))))
                .statusCode(403)
                .body("detail", containsString("'leader、admin'"));
    }

    @ParameterizedTest
    @CsvSource({"'a b'", "'<b>'", "'oidc:x'", "''"})
    void name_thatCannotStandInRecords_isRefused(String name) {
        me(person(name, "leader")).statusCode(403).body("violations.field", equalTo(List.of("preferred_username")));
    }

    // ---- tokens that prove nothing ----

    private static void assertRefused(String token) {
        get(token, ME)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:targetwatch:problem:unauthenticated"));
    }

    @Test
    void token_thatProvesNothing_isRefused() {
        Map<String, Object> leader = person("li", "leader");
        assertRefused(provider.signed(provider.claims(leader)
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().minus(Duration.ofHours(1)))));
        assertRefused(provider.signed(provider.claims(leader).audience("another-client")));
        assertRefused(provider.signed(provider.claims(leader).issuer("http://elsewhere.example")));
        assertRefused(IdentityProviderStub.signed(provider.claims(leader), IdentityProviderStub.keys()));
        assertRefused(provider.claims(leader).jws().keyId("one").signWithSecret(IdentityProviderStub.SECRET));
        String[] parts = provider.token(leader).split("\\.");
        assertRefused("eyJhbGciOiJub25lIn0." + parts[1] + ".");
        assertRefused(parts[0] + "." + parts[1] + ".AAAA");
        assertRefused("opaque-and-of-nobody");
        assertRefused(Jwt.claims()
                .issuer("x")
                .jws()
                .keyId("two")
                .sign(IdentityProviderStub.keys().getPrivate()));
        get(provider.token(leader), ME).statusCode(200);
    }

    @Test
    void tokensAndAccountsOfOurOwn_goOnAsBefore_whetherTheProviderIsThereOrNot() {
        provider.setAway(true);
        try {
            As.viewer().get(ME).then().statusCode(200).body("role", equalTo("viewer"));
            given().noFilters()
                    .auth()
                    .preemptive()
                    .basic("nobody", "of that name")
                    .get(ME)
                    .then()
                    .statusCode(401);
            assertThat(provider.asked()).doesNotContain("/introspect");
        } finally {
            provider.setAway(false);
        }
    }
}
