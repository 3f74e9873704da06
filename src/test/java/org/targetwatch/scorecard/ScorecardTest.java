package org.targetwatch.scorecard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.card;
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
import java.util.List;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.targetwatch.Json;

@QuarkusTest
@TestProfile(Demonstration.class)
class ScorecardTest {

    @Test
    void ratioOfTwoCounties_summed_isNotTheMeanOfTheirRates() {
        report(
                ratio("preprimary-ger", "511102", "2020-10", "980", "1000"),
                ratio("preprimary-ger", "511111", "2020-10", "7920", "9000"));

        JsonPath city = cardOnce("preprimary-ger", CITY, "2020-10", card -> card.getInt("coverage.reported") == 2);

        assertThat(number(city, "actual")).isEqualByComparingTo("89");
        assertThat(number(city, "numerator")).isEqualByComparingTo("8900");
        assertThat(number(city, "denominator")).isEqualByComparingTo("10000");
        assertThat(number(city, "gapCount")).isEqualByComparingTo("400");
        assertThat(city.getString("status")).isEqualTo("behind");
        assertThat(city.getInt("coverage.missing")).isEqualTo(9);
    }

    @Test
    void ceilingWithoutBaseline_slightlyAbove_lagsInSharesOfTheCeiling() {
        report(ratio("oversized-class-rate", "511102", "2020-10", "34", "1000"));

        JsonPath county = cardOnce("oversized-class-rate", "511102", "2020-10", card -> card.get("actual") != null);

        assertThat(number(county, "actual")).isEqualByComparingTo("3.4");
        assertThat(number(county, "lagPoints")).isEqualByComparingTo("13.3333333333");
        assertThat(county.getString("status")).isEqualTo("behind");
    }

    @Test
    void flowInJune_belowHalfOfTheYear_isBehindBySharesOfTheWay() {
        report(quantity("major-project-investment", "511102", "2020-06", "8.4", "亿元"));

        JsonPath city = cardOnce("major-project-investment", CITY, "2020-06", card -> card.get("actual") != null);

        assertThat(number(city, "target")).isEqualByComparingTo("2000000000");
        assertThat(number(city, "expected")).isEqualByComparingTo("1000000000");
        assertThat(number(city, "lag")).isEqualByComparingTo("160000000");
        assertThat(number(city, "lagPoints")).isEqualByComparingTo("8");
        assertThat(number(city, "completionRate")).isEqualByComparingTo("42");
        assertThat(city.getString("status")).isEqualTo("behind");
        assertThat(city.getString("severity")).isEqualTo("warning");
    }

    @Test
    void quantityOfCounty_withoutOwnTarget_hasNoLight() {
        report(quantity("compulsory-improvement-investment", "511102", "2020-10", "100", "万元"));

        JsonPath county =
                cardOnce("compulsory-improvement-investment", "511102", "2020-10", card -> card.get("actual") != null);

        assertThat(county.getString("status")).isEqualTo("no_target");
        assertThat(number(county, "target")).isNull();
        assertThat(county.getString("severity")).isEqualTo("none");
    }

    @Test
    void correction_ofOneCounty_movesTheCityAndAllLaterMonths() {
        report(quantity("new-public-kindergarten-places", "511102", "2020-05", "1000", "个"));
        cardOnce("new-public-kindergarten-places", CITY, "2020-08", card -> is(card, "actual", "1000"));

        report(quantity("new-public-kindergarten-places", "511102", "2020-05", "1200", "个"));

        JsonPath august =
                cardOnce("new-public-kindergarten-places", CITY, "2020-08", card -> is(card, "actual", "1200"));
        assertThat(august.getInt("coverage.carried")).isEqualTo(1);
    }

    @Test
    void cityOnlyIndicator_posted_isJudgedOnItsOwnFigure() {
        report(quantity("smart-education-schools", CITY, "2020-10", "7", "所"));

        JsonPath city = cardOnce("smart-education-schools", CITY, "2020-10", card -> card.get("actual") != null);

        assertThat(city.getString("status")).isEqualTo("achieved");
        assertThat(number(city, "stretch")).isEqualByComparingTo("8");
        assertThat(city.getInt("coverage.expected")).isEqualTo(1);
        given().get("/api/v1/plans/leshan-2020/scorecard/smart-education-schools/511102")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void lastYearDirection_withReference_comparesTheSamePeriod() {
        report(
                quantity("petition-backlog", "511102", "2019-10", "20", "件"),
                quantity("petition-backlog", "511102", "2020-10", "18", "件"),
                quantity("petition-backlog", "511111", "2020-10", "5", "件"));

        JsonPath city = cardOnce("petition-backlog", CITY, "2020-10", card -> is(card, "target", "20"));

        assertThat(number(city, "actual")).isEqualByComparingTo("18");
        JsonPath other = card("petition-backlog", "511111", "2020-10");
        assertThat(other.getString("status")).isEqualTo("unknown");
        assertThat(other.getString("reason")).isEqualTo("no_reference");
    }

    @Test
    void currentPeriod_everyCountyReportsEarly_movesOn() {
        String indicator = "disabled-enrolment-rate";
        report(COUNTIES.stream()
                .skip(1)
                .map(county -> ratio(indicator, county, "2020-11", "96", "100"))
                .toArray(String[]::new));
        JsonPath early = cardOnce(indicator, CITY, "2020-11", card -> card.getInt("coverage.reported") == 10);
        assertThat(early.getBoolean("provisional")).isTrue();
        assertThat(get("/scorecard/" + indicator + "/" + CITY).getString("period"))
                .isEqualTo("2020-10");

        report(ratio(indicator, COUNTIES.get(0), "2020-11", "96", "100"));

        cardOnce(indicator, CITY, "2020-11", card -> !card.getBoolean("provisional"));
        JsonPath now = get("/scorecard/" + indicator + "/" + CITY);
        assertThat(now.getString("period")).isEqualTo("2020-11");
        assertThat(now.getString("status")).isEqualTo("achieved");
    }

    @Test
    void scorecard_ofTheCity_listsEveryIndicatorOnce() {
        JsonPath cards = get("/scorecard");

        List<String> indicators = cards.getList("indicator");
        assertThat(indicators).hasSize(41).doesNotHaveDuplicates().isSorted();
        assertThat(cards.getList("region")).containsOnly(CITY);
    }

    @Test
    void scorecard_pagedAndFiltered_followsTheLink() {
        given().get("/api/v1/plans/leshan-2020/scorecard?size=40")
                .then()
                .statusCode(200)
                .body("size()", Matchers.is(40))
                .header("Link", Matchers.containsString("after="));
        assertThat(get("/scorecard?status=not_due").getList("status"))
                .isNotEmpty()
                .containsOnly("not_due");
    }

    @Test
    void scorecard_unusableParameter_isNamed() {
        Stream.of("/scorecard?period=2020-13", "/scorecard?status=green", "/scorecard?knownAt=yesterday")
                .forEach(path -> given().get("/api/v1/plans/leshan-2020" + path)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("violations[0].code", Matchers.is("E-PARAMETER")));
        given().get("/api/v1/plans/leshan-2020/scorecard?region=513436").then().statusCode(404);
    }

    @Test
    void gap_ofARatio_splitsByTheCitysTargetAndSumsExactly() {
        report(
                ratio("public-kindergarten-share", "511111", "2020-10", "100", "301"),
                ratio("public-kindergarten-share", "511112", "2020-10", "200", "333"));
        cardOnce("public-kindergarten-share", "511112", "2020-10", card -> is(card, "gapCount", "-33.5"));
        cardOnce("public-kindergarten-share", CITY, "2020-10", card -> {
            JsonPath split = get("/scorecard/public-kindergarten-share/gap?period=2020-10");
            return number(card, "gapCount").compareTo(number(split, "total.exact")) == 0;
        });

        JsonPath gap = get("/scorecard/public-kindergarten-share/gap?period=2020-10");

        // The city's 50% of 301 children is 150.5, of 333 it is 166.5.
        assertThat(number(gap, "parts.find { it.region == '511111' }.count.exact"))
                .isEqualByComparingTo("50.5");
        assertThat(number(gap, "parts.find { it.region == '511112' }.count.exact"))
                .isEqualByComparingTo("-33.5");
        assertThat(number(gap, "parts.find { it.region == '511111' }.perMonth")).isEqualByComparingTo("25.25");
        assertThat(sum(gap, "parts.count.findAll { it != null }.exact"))
                .isEqualByComparingTo(number(gap, "total.exact"));
        assertThat(sum(gap, "parts.count.findAll { it != null }.shown"))
                .isEqualByComparingTo(number(gap, "total.shown"));
        assertThat(gap.getList("parts")).hasSize(11);
        assertThat(gap.getBoolean("complete")).isEqualTo(gap.getInt("coverage.missing") == 0);
    }

    private static BigDecimal sum(JsonPath json, String path) {
        return json.getList(path).stream()
                .map(part -> new BigDecimal(part.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void gap_ofAQuantity_leavesUnallocatedWhatNoCountyPromised() {
        report(quantity("compulsory-improvement-equipment", "511113", "2020-10", "1", "万台套"));
        put(
                        "/targets/compulsory-improvement-equipment/511113",
                        """
                {"value": 3, "unit": "万台套", "effectiveFrom": "2020-01", "reason": "分解"}""")
                .statusCode(200);
        cardOnce("compulsory-improvement-equipment", "511113", "2020-10", card -> is(card, "gap", "20000"));

        JsonPath gap = get("/scorecard/compulsory-improvement-equipment/gap?period=2020-10");

        assertThat(number(gap, "parts.find { it.region == '511113' }.count.exact"))
                .isEqualByComparingTo("20000");
        assertThat(number(gap, "unallocated.exact").add(new BigDecimal("20000")))
                .isEqualByComparingTo(number(gap, "total.exact"));
    }

    @Test
    void correction_seenWithKnownAt_isAsItWasBefore() {
        String indicator = "tianfu-cloud-connection";
        boolean counties =
                get("/indicators/" + indicator).getString("reportedBy").equals("regions");
        String region = counties ? "511124" : CITY;
        report(ratio(indicator, region, "2020-10", "3", "4"));
        cardOnce(indicator, region, "2020-10", card -> is(card, "actual", "75"));
        List<Object> before = get("/scorecard?region=" + region).getList("");
        String then = Instant.now().toString();
        report(ratio(indicator, region, "2020-10", "4", "4"));
        cardOnce(indicator, region, "2020-10", card -> is(card, "actual", "100"));

        assertThat(get("/scorecard?region=" + region + "&knownAt=" + then).getList(""))
                .isEqualTo(before);
        assertThat(get("/scorecard?region=" + region + "&knownAt=" + Instant.now())
                        .getList(""))
                .isEqualTo(get("/scorecard?region=" + region).getList(""));
    }

    @Test
    void knownAt_inTheFuture_isRefused() {
        given().get("/api/v1/plans/leshan-2020/scorecard?knownAt=2099-01-01T00:00:00Z")
                .then()
                .statusCode(400);
    }

    @Test
    void post_answered_saysWhatItDoesToCountyAndCity() {
        JsonPath dry = receipt("?dryRun=true", ratio("township-public-kindergartens", "511181", "2020-10", "12", "13"));

        assertThat(dry.getInt("created")).isEqualTo(1);
        assertThat(dry.getList("effects.region")).containsExactly("511181", CITY);
        assertThat(number(dry, "effects[0].toActual")).isEqualByComparingTo("92.3076923077");
        assertThat(get("/figures?indicator=township-public-kindergartens").getList(""))
                .isEmpty();

        JsonPath real = receipt("", ratio("township-public-kindergartens", "511181", "2020-10", "12", "13"));

        assertThat(real.getList("effects")).isEqualTo(dry.getList("effects"));
        cardOnce("township-public-kindergartens", CITY, "2020-10", card -> is(card, "actual", "92.3076923077"));
        JsonPath again = receipt("", ratio("township-public-kindergartens", "511181", "2020-10", "12", "13"));
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(again.getList("effects")).isEmpty();
    }

    @Test
    void card_asked_explainsItselfInBothLanguages() {
        report(ratio("inclusive-kindergarten-share", "511126", "2020-10", "800", "1000"));
        cardOnce("inclusive-kindergarten-share", "511126", "2020-10", card -> is(card, "actual", "80"));

        JsonPath chinese = card("inclusive-kindergarten-share", "511126", "2020-10");
        String english = given().header("Accept-Language", "en")
                .get("/api/v1/plans/leshan-2020/scorecard/inclusive-kindergarten-share/511126?period=2020-10")
                .asString();

        assertThat(chinese.getString("why.steps.text"))
                .contains("分子 800 ÷ 分母 1,000 × 100 = 80%")
                .contains("序时目标 − 实际值 = 3 个百分点")
                .contains("承接上级单位，原文：")
                .contains("底线值 80%（")
                .contains("未突破")
                .contains("实际值 80 ÷ 目标值 83 × 100 = 96.385542%。")
                .contains("不作预测：");
        assertThat(english).contains("Numerator 800 ÷ denominator 1,000 × 100 = 80%");
        assertThat(number(chinese, "why.figures[0].numerator")).isEqualByComparingTo("800");
        assertThat(chinese.getInt("why.figures[0].seq")).isPositive();
        assertThat(card("inclusive-kindergarten-share", CITY, "2020-10").getList("why.regions.region"))
                .contains("511126");
    }

    private static JsonPath receipt(String query, String figure) {
        return given().config(Json.EXACT)
                .contentType("application/json")
                .body("{\"figures\": [" + figure + "]}")
                .post("/api/v1/plans/leshan-2020/figures" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static boolean is(JsonPath card, String path, String expected) {
        BigDecimal number = number(card, path);
        return number != null && number.compareTo(new BigDecimal(expected)) == 0;
    }
}
