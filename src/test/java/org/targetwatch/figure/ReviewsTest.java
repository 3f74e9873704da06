package org.targetwatch.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.targetwatch.Leshan.card;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.get;
import static org.targetwatch.Leshan.post;
import static org.targetwatch.Leshan.put;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** What the office and the county do with a figure after it was reported. */
@QuarkusTest
@TestProfile(Office.class)
class ReviewsTest {
    private static final String UNCONNECTED = "unconnected-schools";
    private static final String AFTER_SCHOOL = "after-school-service";

    private static void reportUnconnected(String region, String period, int value) {
        report(quantity(UNCONNECTED, region, period, String.valueOf(value), "所"));
    }

    private static JsonPath figure(String indicator, String region, String period) {
        return get("/figures/%s/%s/%s".formatted(indicator, region, period));
    }

    @Test
    void figure_accepted_stillCountsAndSaysSo() {
        reportUnconnected("511102", "2020-05", 3);
        cardOnce(UNCONNECTED, "511102", "2020-05", card -> card.getInt("coverage.reported") == 1);

        Office.review("accept", UNCONNECTED, "511102", "2020-05", "")
                .statusCode(200)
                .body("changed", equalTo(1));

        JsonPath accepted = figure(UNCONNECTED, "511102", "2020-05");
        assertThat(accepted.getString("state")).isEqualTo("accepted");
        assertThat(accepted.getList("revisions.state")).containsExactly("provisional", "accepted");
        assertThat(card(UNCONNECTED, "511102", "2020-05").getInt("coverage.reported"))
                .isOne();
    }

    @Test
    void figure_returned_standsAsMissingUntilItIsReportedAgain() {
        reportUnconnected("511111", "2020-05", 4);
        cardOnce(UNCONNECTED, "511111", "2020-05", card -> card.getInt("coverage.reported") == 1);

        Office.review("return", UNCONNECTED, "511111", "2020-05", "请附命名文件").statusCode(200);

        cardOnce(UNCONNECTED, "511111", "2020-05", card -> card.getInt("coverage.missing") == 1);
        assertThat(figure(UNCONNECTED, "511111", "2020-05").getString("reason")).isEqualTo("请附命名文件");
        assertThat(get("/figures?indicator=" + UNCONNECTED + "&region=511111").getList("period"))
                .isEmpty();
        assertThat(get("/figures?state=returned&indicator=" + UNCONNECTED + "&region=511111")
                        .getList("period"))
                .containsExactly("2020-05");

        reportUnconnected("511111", "2020-05", 5);
        cardOnce(UNCONNECTED, "511111", "2020-05", card -> card.getInt("coverage.reported") == 1);
        assertThat(figure(UNCONNECTED, "511111", "2020-05").getString("state")).isEqualTo("provisional");
    }

    @Test
    void returnedFigure_sentAgainAsItWas_staysReturnedUnlessANoteSaysMore() {
        String sent = quantity(UNCONNECTED, "511112", "2020-05", "6", "所");
        report(sent);
        Office.review("return", UNCONNECTED, "511112", "2020-05", "数字可疑");

        post(sent).statusCode(200).body("unchanged", equalTo(1));
        assertThat(figure(UNCONNECTED, "511112", "2020-05").getString("state")).isEqualTo("returned");

        post(sent.replace("}", ", \"note\": \"已核对，无误\"}")).statusCode(200).body("revised", equalTo(1));
        assertThat(figure(UNCONNECTED, "511112", "2020-05").getString("state")).isEqualTo("provisional");
    }

    @Test
    void figure_withdrawn_isMissingAndItsHistoryStays() {
        reportUnconnected("511113", "2020-05", 7);

        Office.withdraw(UNCONNECTED, "511113", "2020-05", "误报").statusCode(200).body("changed", equalTo(1));
        Office.withdraw(UNCONNECTED, "511113", "2020-05", "误报").statusCode(200).body("unchanged", equalTo(1));

        cardOnce(UNCONNECTED, "511113", "2020-05", card -> card.getInt("coverage.missing") == 1);
        JsonPath withdrawn = figure(UNCONNECTED, "511113", "2020-05");
        assertThat(withdrawn.getList("revisions.state")).containsExactly("provisional", "withdrawn");
        assertThat(withdrawn.getList("revisions.reason")).containsExactly(null, "误报");
    }

    @Test
    void earlierMoment_beforeAReturn_stillKnowsTheFigure() {
        reportUnconnected("511123", "2020-05", 8);
        cardOnce(UNCONNECTED, "511123", "2020-05", card -> card.getInt("coverage.reported") == 1);
        String before = figure(UNCONNECTED, "511123", "2020-05").getString("recordedAt");

        Office.review("return", UNCONNECTED, "511123", "2020-05", "退回").statusCode(200);

        String card = "/scorecard/" + UNCONNECTED + "/511123?period=2020-05";
        assertThat(get(card + "&knownAt=" + before).getInt("coverage.reported")).isOne();
        cardOnce(UNCONNECTED, "511123", "2020-05", now -> now.getInt("coverage.reported") == 0);
    }

    @Test
    void reviews_withMistakes_areRefusedTogetherAndNothingIsDecided() {
        reportUnconnected("511124", "2020-05", 9);
        Office.post(
                        "/reviews",
                        """
                        {"reviews": [
                          {"indicator": "%1$s", "region": "511124", "period": "2020-05", "verdict": "accept"},
                          {"indicator": "%1$s", "region": "511124", "period": "2020-05", "verdict": "return"},
                          {"indicator": "nothing", "region": "511199", "period": "May", "verdict": "maybe"},
                          null]}"""
                                .formatted(UNCONNECTED))
                .statusCode(422)
                .body(
                        "violations.code",
                        contains(
                                "E-DUPLICATE",
                                "E-REASON",
                                "E-INDICATOR",
                                "E-REGION",
                                "E-PERIOD",
                                "E-VERDICT",
                                "E-TYPE"))
                .body("violations.index", contains(1, 1, 2, 2, 2, 2, 3));
        assertThat(figure(UNCONNECTED, "511124", "2020-05").getString("state")).isEqualTo("provisional");
    }

    @Test
    void review_ofWhatWasNeverReportedOrWasTakenBack_isRefused() {
        Office.review("accept", UNCONNECTED, "511126", "2020-05", "")
                .statusCode(422)
                .body("violations.code", contains("E-NOT-REPORTED"))
                .body("violations[0].message", containsString("尚未报送"));
        Office.withdraw(UNCONNECTED, "511126", "2020-05", "误报").statusCode(404);

        reportUnconnected("511126", "2020-06", 1);
        Office.withdraw(UNCONNECTED, "511126", "2020-06", "误报").statusCode(200);
        Office.review("accept", UNCONNECTED, "511126", "2020-06", "")
                .statusCode(422)
                .body("violations.code", contains("E-WITHDRAWN"));
    }

    @Test
    void reviews_ofNothingAtAll_areRefused() {
        Office.post("/reviews", "{\"reviews\": []}").statusCode(422).body("violations.code", contains("E-EMPTY"));
        Office.post("/reviews", "{}").statusCode(422).body("violations.code", contains("E-EMPTY"));
    }

    @Test
    void calendar_ofAMonth_saysWhoIsInTimeLateMissingAndReturned() {
        // October is due on 5 November; it is the 9th.
        report(
                quantity(AFTER_SCHOOL, "511129", "2020-10", "1", "所"),
                quantity(AFTER_SCHOOL, "511129", "2020-11", "1", "所"));
        JsonPath october = get("/calendar?period=2020-10&region=511129");
        assertThat(october.getList("lateIndicators[0]")).contains(AFTER_SCHOOL);
        assertThat(october.getBoolean("overdue[0]")).isTrue();
        assertThat(october.getInt("due[0]"))
                .isEqualTo(october.getInt("reported[0]") + october.getInt("missing[0]"))
                .isGreaterThan(10);

        JsonPath november = get("/calendar?period=2020-11&region=511129");
        assertThat(november.getInt("onTime[0]")).isOne();
        assertThat(november.getBoolean("overdue[0]")).isFalse();

        Office.review("return", AFTER_SCHOOL, "511129", "2020-10", "退回").statusCode(200);
        JsonPath after = get("/calendar?period=2020-10&region=511129");
        assertThat(after.getList("returnedIndicators[0]")).containsExactly(AFTER_SCHOOL);
        assertThat(after.getInt("missing[0]")).isEqualTo(october.getInt("missing[0]") + 1);
    }

    @Test
    void calendar_withoutAPeriod_isThatOfTheLastMonthThatEnded() {
        JsonPath calendar = get("/calendar");
        assertThat(calendar.getList("period")).containsOnly("2020-10");
        assertThat(calendar.getList("region"))
                .contains("511100", "511102", "511181")
                .hasSize(13);
        assertThat(get("/calendar?size=2").getList("region")).hasSize(2);
    }

    @Test
    void exemptRegion_isNotAskedAndNotCounted() {
        reportUnconnected("511132", "2020-08", 2);
        cardOnce(UNCONNECTED, "511132", "2020-08", card -> card.getInt("coverage.reported") == 1);
        String decision = "/exemptions/" + UNCONNECTED + "/511132";

        put(decision, "{\"exempt\": true, \"effectiveFrom\": \"2020-06\", \"reason\": \"无此项工作\"}")
                .statusCode(200)
                .body("number", equalTo(1));

        await().untilAsserted(() -> RestAssured.get(
                        "/api/v1/plans/leshan-2020/scorecard/" + UNCONNECTED + "/511132?period=2020-08")
                .then()
                .statusCode(404));
        post(quantity(UNCONNECTED, "511132", "2020-06", "2", "所"))
                .statusCode(422)
                .body("violations.code", contains("E-EXEMPT"));
        assertThat(get("/calendar?period=2020-08&region=511132").getList("missingIndicators[0]"))
                .doesNotContain(UNCONNECTED);
        assertThat(get("/calendar?period=2020-05&region=511132").getList("missingIndicators[0]"))
                .contains(UNCONNECTED);
        assertThat(get("/exemptions").getList("reason")).contains("无此项工作");

        put(decision, "{\"exempt\": false, \"effectiveFrom\": \"2020-06\", \"reason\": \"今年新建\"}")
                .statusCode(200);
        cardOnce(UNCONNECTED, "511132", "2020-08", card -> card.getInt("coverage.reported") == 1);
    }

    @Test
    void exemption_withMistakes_isRefusedWithAll() {
        put("/exemptions/" + UNCONNECTED + "/511132", "{}")
                .statusCode(422)
                .body("violations.code", hasItem("E-PERIOD"))
                .body("violations.code", hasItem("E-MISSING"))
                .body("violations.code", hasItem("E-REASON"))
                .body("violations.message", not(hasItem(containsString("null null"))));
        put("/exemptions/" + UNCONNECTED + "/511100", "{}").statusCode(404);
    }
}
