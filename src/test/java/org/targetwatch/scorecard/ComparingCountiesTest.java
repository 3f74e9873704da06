package org.targetwatch.scorecard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.get;
import static org.targetwatch.Leshan.number;
import static org.targetwatch.Leshan.put;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.ratio;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Demonstration.class)
class ComparingCountiesTest {

    @Test
    void share_ofFourCounties_ranksOnlyWhatIsMoreThanLuck() {
        String indicator = "public-kindergarten-share";
        report(
                ratio(indicator, "511181", "2020-10", "950", "1000"),
                ratio(indicator, "511124", "2020-10", "99", "110"),
                ratio(indicator, "511102", "2020-10", "7920", "9000"),
                ratio(indicator, "511132", "2020-10", "29", "29"));
        cardOnce(indicator, CITY, "2020-10", card -> card.getInt("coverage.reported") == 4);

        JsonPath comparison = get("/scorecard/" + indicator + "/comparison?period=2020-10");

        assertThat(comparison.getString("region")).isEqualTo(CITY);
        assertThat(comparison.getString("better")).isEqualTo("higher");
        assertThat(comparison.getString("comparedBy")).isEqualTo("actual");
        assertThat(comparison.getList("regions.region"))
                .hasSize(COUNTIES.size())
                .startsWith("511124", "511181", "511102", "511111");
        assertThat(comparison.getList("regions.rank")).startsWith(1, 1, 2, null).containsOnly(1, 2, null);
        assertThat(comparison.getList("regions.tied")).startsWith(true, true, false);
        assertThat(number(comparison, "regions[0].low")).isEqualByComparingTo("82.976497124");
        assertThat(number(comparison, "regions[0].high")).isEqualByComparingTo("94.323988011");
        JsonPath small = lineOf("511132", indicator);
        assertThat(small.getString("unranked")).isEqualTo("too_small");
        assertThat(number(small, "actual")).isEqualByComparingTo("100");
        JsonPath missing = lineOf("511111", indicator);
        assertThat(missing.getString("unranked")).isEqualTo("missing");
        assertThat(number(missing, "actual")).isNull();
    }

    private static JsonPath lineOf(String region, String indicator) {
        JsonPath comparison = get("/scorecard/" + indicator + "/comparison?period=2020-10");
        return comparison.setRootPath("regions.find { it.region == '" + region + "' }");
    }

    @Test
    void ceiling_putsTheLowerShareFirst() {
        String indicator = "oversized-class-rate";
        report(
                ratio(indicator, "511129", "2020-09", "60", "1000"),
                ratio(indicator, "511133", "2020-09", "10", "1000"));
        cardOnce(indicator, CITY, "2020-09", card -> card.getInt("coverage.reported") == 2);

        JsonPath comparison = get("/scorecard/" + indicator + "/comparison?period=2020-09");

        assertThat(comparison.getString("better")).isEqualTo("lower");
        assertThat(comparison.getList("regions.region")).startsWith("511133", "511129");
        assertThat(comparison.getList("regions.rank")).startsWith(1, 2);
    }

    @Test
    void quantity_isComparedByCompletionRate_whereTheCountyHasATarget() {
        String indicator = "new-public-kindergarten-places";
        report(
                quantity(indicator, "511126", "2020-10", "300", "个"),
                quantity(indicator, "511123", "2020-10", "100", "个"),
                quantity(indicator, "511112", "2020-10", "5000", "个"));
        target(indicator, "511126", 400);
        target(indicator, "511123", 100);
        cardOnce(indicator, "511126", "2020-10", card -> number(card, "completionRate") != null);
        cardOnce(indicator, "511123", "2020-10", card -> number(card, "completionRate") != null);

        JsonPath comparison = get("/scorecard/" + indicator + "/comparison?period=2020-10");

        assertThat(comparison.getString("comparedBy")).isEqualTo("completionRate");
        assertThat(comparison.getList("regions.region")).startsWith("511123", "511126");
        assertThat(comparison.getList("regions.rank")).startsWith(1, 2, null);
        assertThat(number(comparison, "regions[1].completionRate")).isEqualByComparingTo("75");
        assertThat(number(comparison, "regions[1].low")).isNull();
        assertThat(lineOf("511112", indicator).getString("unranked")).isEqualTo("no_target");
    }

    private static void target(String indicator, String region, int value) {
        put(
                        "/targets/" + indicator + "/" + region,
                        """
                {"value": %s, "unit": "个", "effectiveFrom": "2020-01", "reason": "分解"}"""
                                .formatted(value))
                .statusCode(200);
    }

    @Test
    void amountBelowWhichToStay_isNotComparable() {
        report(quantity("extra-large-classes", "511124", "2020-10", "2", "班"));
        cardOnce("extra-large-classes", "511124", "2020-10", card -> number(card, "actual") != null);

        assertThat(lineOf("511124", "extra-large-classes").getString("unranked"))
                .isEqualTo("no_completion_rate");
    }

    @Test
    void moneyPerStudent_isComparedByValue_withoutLastYear() {
        String indicator = "education-expenditure-per-student";
        report(
                ratio(indicator, "511102", "2020-10", "90000000", "10000"),
                ratio(indicator, "511111", "2020-10", "90010000", "10000"));
        cardOnce(indicator, CITY, "2020-10", card -> card.getInt("coverage.reported") == 2);

        JsonPath comparison = get("/scorecard/" + indicator + "/comparison?period=2020-10");

        assertThat(comparison.getList("regions.region")).startsWith("511111", "511102");
        assertThat(comparison.getList("regions.rank")).startsWith(1, 2);
        assertThat(number(comparison, "regions[0].low")).isNull();
    }

    @Test
    void knownAt_beforeTheCorrection_ranksAsItWasKnownThen() {
        String indicator = "inclusive-kindergarten-share";
        report(
                ratio(indicator, "511112", "2020-09", "900", "1000"),
                ratio(indicator, "511113", "2020-09", "500", "1000"));
        Instant then = OffsetDateTime.parse(
                        get("/figures/" + indicator + "/511113/2020-09").getString("recordedAt"))
                .toInstant();
        report(ratio(indicator, "511113", "2020-09", "990", "1000"));
        cardOnce(indicator, "511113", "2020-09", card -> BigDecimal.valueOf(99).equals(number(card, "actual")));

        assertThat(ranked(indicator, "")).containsExactly("511113", "511112");
        assertThat(ranked(indicator, "&knownAt=" + then)).containsExactly("511112", "511113");
    }

    private static List<String> ranked(String indicator, String moment) {
        return get("/scorecard/" + indicator + "/comparison?period=2020-09" + moment)
                .getList("regions.findAll { it.rank != null }.region");
    }

    @Test
    void comparison_ofAConfidentialIndicator_isAnsweredAsOfAnUnknownOne() {
        String confidential = refusal("gaokao-tier1-rate");
        assertThat(confidential)
                .isEqualTo(refusal("no-such-indicator").replace("no-such-indicator", "gaokao-tier1-rate"));
    }

    private static String refusal(String indicator) {
        return given().get("/api/v1/plans/leshan-2020/scorecard/" + indicator + "/comparison")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .asString();
    }

    @Test
    void comparison_whereNobodyReportsBelow_isEmpty() {
        assertThat(get("/scorecard/smart-education-schools/comparison").getList("regions"))
                .isEmpty();
        given().get("/api/v1/plans/leshan-2020/scorecard/preprimary-ger/comparison?period=2019-10")
                .then()
                .statusCode(404)
                .body("type", is("urn:targetwatch:problem:not-found"));
    }
}
