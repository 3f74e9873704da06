package org.targetwatch.catalogue;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.number;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.ratio;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;
import org.targetwatch.Json;
import org.targetwatch.Judged;

/** The demonstration's year is over: its plan becomes the next year's, each time under a code of its own. */
@QuarkusTest
@TestProfile(NewYear.class)
class RolloverTest {
    private static final String PLANS = Rollovers.PLANS;
    private static final String OLD = Rollovers.OLD;
    private static final String COUNTY = "511102";

    // ---- what comes out ----

    @Test
    void plan_rolledOver_leavesARowThatNamesWhoDidItAndFromWhat() {
        String code = "leshan-audited";
        As.admin()
                .contentType(ContentType.JSON)
                .body(Rollovers.body(code, ""))
                .post(PLANS + OLD + "/rollover")
                .then()
                .statusCode(201);
        String who = As.admin().get("/api/v1/me").path("name");
        JsonPath rows = given().get("/api/v1/audit/events?act=plan.rolled_over&plan=" + code)
                .jsonPath();
        assertThat(rows.getList("recordedBy")).containsExactly(who);
        assertThat(rows.getList("details")).containsExactly(Map.of("from", OLD));

        Rollovers.send(OLD, Rollovers.body(code, "")).statusCode(409);
        assertThat(given().get("/api/v1/audit/events?act=plan.rolled_over&plan=" + code)
                        .jsonPath()
                        .getList(""))
                .as("a refusal leaves none")
                .hasSize(1);
    }

    @Test
    void plan_rolledOver_isADraftForTheNextYear() {
        Rollovers.of("leshan-2021")
                .header("Location", endsWith(PLANS + "leshan-2021"))
                .body("code", equalTo("leshan-2021"))
                .body("year", equalTo(2021))
                .body("name", equalTo("乐山市教育局2021年工作要点"))
                .body("source", startsWith("草案，尚未印发，由 leshan-2020《乐山市教育局2020年工作要点》结转"))
                .body("published", equalTo("2021-06-09"))
                .body("version", equalTo(1))
                .body("workItems", equalTo(27))
                .body("indicators", equalTo(39))
                .body("dueDays[-1].period", equalTo("2022-06"));

        JsonPath ger = get("leshan-2021/indicators/preprimary-ger");
        assertThat(ger.getMap("")).containsEntry("target", null).containsEntry("floor", null);
        assertThat(ger.getString("direction")).isEqualTo("at-least");
        assertThat(ger.getString("quote")).isEqualTo("〔引自 leshan-2020〕2020年学前三年毛入学率达93%");
        assertThat(ger.getString("trajectory.from-month")).isEqualTo("2021-10");
        assertThat(get("leshan-2021").getMap("")).isEqualTo(rolledOverBody("leshan-2021"));
        given().get("/api/v1/plans").then().body("find { it.code == 'leshan-2020' }.version", equalTo(1));
    }

    private static Map<String, Object> rolledOverBody(String code) {
        return given().config(Json.EXACT).get("/api/v1/plans").jsonPath().getMap("find { it.code == '" + code + "' }");
    }

    @Test
    void cards_ofADraft_areUnknownOrNotDueAndNeverGreenOrRed() {
        Rollovers.of("cards-2021");
        List<Map<String, Object>> cards = await().atMost(Duration.ofSeconds(20))
                .until(() -> get("cards-2021/scorecard?size=1000").getList(""), found -> found.size() == 41);

        Map<Object, String> judgedFrom =
                get("cards-2021/indicators?size=1000").<Map<String, Object>>getList("").stream()
                        .collect(toMap(
                                indicator -> indicator.get("code"), indicator -> (String) indicator.get("judgedFrom")));
        assertThat(cards).allSatisfy(card -> {
            boolean judged = judgedFrom.get(card.get("indicator")).compareTo((String) card.get("period")) <= 0;
            assertThat(card.get("status")).isEqualTo(judged ? "unknown" : "not_due");
            assertThat(card.get("severity")).isEqualTo("none");
            assertThat(card)
                    .containsEntry("expected", null)
                    .containsEntry("gap", null)
                    .containsEntry("lag", null);
        });
        assertThat(cards).extracting(card -> card.get("status")).contains("unknown", "not_due");
    }

    // ---- last year's figures ----

    @Test
    void figuresOfTheOldYear_areReferencesAtOnce() {
        Rollovers.of("figures-2021");
        String figure = "/figures?indicator=petition-backlog&period=2020-05&region=" + COUNTY;
        JsonPath old = get(OLD + figure);
        JsonPath carried = get("figures-2021" + figure);

        assertThat(number(carried, "[0].value")).isEqualByComparingTo(number(old, "[0].value"));
        assertThat(carried.getString("[0].note"))
                .startsWith("合成数据 synthetic")
                .endsWith("上年数据，由 leshan-2020 结转 carried over from leshan-2020");
        assertThat(carried.getString("[0].recordedBy")).startsWith("admin");
        assertThat(carried.getString("[0].quality")).isEqualTo(old.getString("[0].quality"));
        assertThat(get("figures-2021/figures?period=2019-12").getList("")).isEmpty();
        assertThat(count("figures-2021", "2020-05")).isPositive().isEqualTo(count(OLD, "2020-05"));
    }

    private static int count(String plan, String period) {
        return get(plan + "/figures?size=1000&period=" + period).getList("").size();
    }

    @Test
    void lastYearIndicator_reported_isJudgedAgainstTheCarriedFigure() {
        Rollovers.of("reference-2021");
        String before = number(
                        get(OLD + "/figures?indicator=petition-backlog&period=2020-05&region=" + COUNTY), "[0].value")
                .toPlainString();

        report("reference-2021", quantity("petition-backlog", COUNTY, "2021-05", before, "件"));
        JsonPath equal = cardOnce("reference-2021", "petition-backlog", COUNTY, "achieved");
        report("reference-2021", quantity("petition-backlog", COUNTY, "2021-05", before + "0", "件"));
        JsonPath tenfold = cardOnce("reference-2021", "petition-backlog", COUNTY, "far_behind");

        assertThat(number(equal, "target")).isEqualByComparingTo(before);
        assertThat(number(tenfold, "lagPoints")).isEqualByComparingTo("900");
        assertThat(cardOnce("reference-2021", "petition-backlog", CITY, "far_behind")
                        .getString("lagRegion"))
                .isNull();
    }

    @Test
    void yearAfterTheNext_hasNoReferences() {
        Rollovers.of("far-2022", "\"year\": 2022")
                .body("year", equalTo(2022))
                .body("dueDays[-1].period", equalTo("2023-06"));
        assertThat(get("far-2022/figures").getList("")).isEmpty();
    }

    // ---- deciding ----

    @Test
    void undecidedIndicator_reported_answersEverywhereAndIsJudgedOnceDecided() {
        String plan = "decide-2021";
        String investment = "major-project-investment";
        Rollovers.of(plan);
        report(plan, quantity(investment, COUNTY, "2021-05", "1", "亿元"));

        JsonPath card = cardOnce(plan, investment, CITY, "no_target");
        assertThat(number(card, "actual")).isEqualByComparingTo("100000000");
        assertThat(card.getMap(""))
                .containsEntry("target", null)
                .containsEntry("expected", null)
                .containsEntry("gap", null)
                .containsEntry("lag", null)
                .containsEntry("completionRate", null);
        assertThat(card.getString("forecast.reason")).isEqualTo("no_target");
        assertThat(card.getInt("coverage.reported")).isEqualTo(1);
        assertThat(card.getList("why.regions")).hasSize(12);
        assertThat(get(plan + "/scorecard/" + investment + "/gap").getMap("")).containsEntry("total", null);
        assertThat(get(plan + "/scorecard/" + investment + "/comparison").getList("regions.unranked"))
                .contains("no_target", "missing");
        assertThat(get(plan + "/scorecard/" + investment + "/" + CITY + "/history")
                        .getList("status"))
                .hasSize(6);
        assertThat(get(plan + "/targets/" + investment + "/" + CITY).getMap("inForce[0]"))
                .containsEntry("from", "2021-01")
                .containsEntry("target", null);
        awaitMetric(plan, "{plan=\"%s\",indicator=\"%s\",region=\"%s\"} 1.0".formatted(plan, investment, CITY));

        decide(plan, investment, CITY, "\"value\": 24, \"unit\": \"亿元\"");

        JsonPath judged = cardOnce(plan, investment, CITY, "far_behind");
        assertThat(number(judged, "expected")).isEqualByComparingTo("1000000000");
        assertThat(number(judged, "lagPoints")).isEqualByComparingTo("37.5");
        assertThat(cardOnce(plan, investment, COUNTY, "no_target").getString("target"))
                .isNull();
    }

    private static void awaitMetric(String plan, String line) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().port(port)
                .accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("targetwatch_status" + line)));
    }

    @Test
    void ratioAndEliminating_decidedByTheCity_areHandedDown() {
        String plan = "inherit-2021";
        Rollovers.of(plan);
        assertThat(inForce(plan, "preprimary-ger")).containsOnlyNulls();
        assertThat(inForce(plan, "extra-large-classes")).containsOnlyNulls();

        decide(plan, "preprimary-ger", CITY, "\"value\": 94");
        decide(plan, "extra-large-classes", CITY, "\"value\": 0, \"unit\": \"班\"");
        report(plan, ratio("preprimary-ger", COUNTY, "2021-05", "940", "1000"));

        assertThat(inForce(plan, "preprimary-ger")).containsExactly("94");
        assertThat(inForce(plan, "extra-large-classes")).containsExactly("0");
        assertThat(number(cardOnce(plan, "preprimary-ger", COUNTY, "not_due"), "gap"))
                .isZero();

        decide(plan, "extra-large-classes", CITY, "\"value\": 5, \"unit\": \"班\", \"effectiveFrom\": \"2021-07\"");
        assertThat(inForce(plan, "extra-large-classes"))
                .as("five classes are the city's; nobody has said whose")
                .containsExactly("0", null);
    }

    /** The values in force, one after the other; null where there is no target. */
    private static List<String> inForce(String plan, String indicator) {
        return get(plan + "/targets/" + indicator + "/" + COUNTY)
                .<Map<String, Map<String, Object>>>getList("inForce")
                .stream()
                .map(span -> span.get("target"))
                .map(target -> target == null ? null : String.valueOf(target.get("value")))
                .toList();
    }

    private static void decide(String plan, String indicator, String region, String fields) {
        String from = fields.contains("effectiveFrom") ? "" : "\"effectiveFrom\": \"2021-01\", ";
        given().contentType(ContentType.JSON)
                .body("{" + from + fields + ", \"reason\": \"印发 issued\"}")
                .put(PLANS + plan + "/targets/" + indicator + "/" + region)
                .then()
                .statusCode(200);
    }

    // ---- sending ----

    private static void report(String plan, String figure) {
        given().contentType(ContentType.JSON)
                .body("{\"figures\": [" + figure + "]}")
                .post(PLANS + plan + "/figures")
                .then()
                .statusCode(200);
    }

    private static JsonPath get(String path) {
        return given().config(Json.EXACT)
                .get(PLANS + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath cardOnce(String plan, String indicator, String region, String status) {
        Judged.awaitAll();
        Predicate<JsonPath> judged = card -> status.equals(card.getString("status"));
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> get(plan + "/scorecard/" + indicator + "/" + region + "?period=2021-05"), judged);
    }
}
