package org.targetwatch.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.targetwatch.Leshan.get;
import static org.targetwatch.Leshan.post;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closing months and opening them again. Each test has a month of its own. */
@QuarkusTest
@TestProfile(Office.class)
class ClosingsTest {
    private static String backlog(String region, String period, int value) {
        return quantity("petition-backlog", region, period, String.valueOf(value), "件");
    }

    @Test
    void closedMonth_refusesFiguresReviewsAndWithdrawals() {
        report(backlog("511102", "2020-01", 5));
        Office.close("2020-01").statusCode(200).body("act", equalTo("closed"));

        post(backlog("511102", "2020-01", 6))
                .statusCode(409)
                .body("violations.code", contains("E-CLOSED"))
                .body("violations[0].index", equalTo(0))
                .body("violations[0].message", containsString("2020-01 已由 office 关账"))
                .body("violations[0].message", containsString("联系市级审核人员"));
        Office.review("return", "petition-backlog", "511102", "2020-01", "退回")
                .statusCode(409)
                .body("violations.code", contains("E-CLOSED"));
        Office.withdraw("petition-backlog", "511102", "2020-01", "误报").statusCode(409);
        assertThat(get("/figures/petition-backlog/511102/2020-01").getList("revisions"))
                .hasSize(1);
        assertThat(get("/calendar?period=2020-01&region=511102").getBoolean("closed[0]"))
                .isTrue();
    }

    @Test
    void closedMonth_beside_otherMistakes_isOneOfTheViolations() {
        Office.close("2020-02").statusCode(200);
        post(backlog("511102", "2020-02", 6), backlog("511102", "2020-08", -1))
                .statusCode(422)
                .body("violations.code", contains("E-CLOSED", "E-NEGATIVE"));
    }

    @Test
    void closedMonth_reopenedForOneRegion_takesItsFiguresOnly() {
        Office.close("2020-03").statusCode(200);
        Office.reopen("2020-03", "511111", "2020-11-09")
                .statusCode(200)
                .body("act", equalTo("reopened"))
                .body("region", equalTo("511111"));

        post(backlog("511111", "2020-03", 6)).statusCode(200);
        post(backlog("511112", "2020-03", 6)).statusCode(409);

        Office.close("2020-03").statusCode(200);
        post(backlog("511111", "2020-03", 7)).statusCode(409);
    }

    @Test
    void month_closedTwiceOrReopenedWithoutNeed_isAConflict() {
        Office.close("2020-04").statusCode(200);
        Office.close("2020-04").statusCode(409).body("detail", containsString("已经关账"));
        Office.reopen("2020-10", "511111", "2020-11-20").statusCode(409).body("detail", containsString("并未关账"));
        Office.close("2020-11").statusCode(409).body("detail", containsString("尚未结束"));
        Office.close("2019-12").statusCode(400);
    }

    @Test
    void reopening_withMistakes_namesThemAll() {
        Office.post("/periods/2020-04/reopen", "{\"region\": \"511199\", \"until\": \"2020-11-08\"}")
                .statusCode(422)
                .body("violations.code", contains("E-REGION", "E-DATE", "E-REASON"));
    }

    @Test
    void closings_listed_areOneChainInWhichEachHasASeal_andTheBulletinPrintsIt() {
        String september = Office.close("2020-09").statusCode(200).extract().path("seal");
        JsonPath closings = get("/closings?size=1000");
        List<Integer> numbers = closings.getList("seq");
        assertThat(numbers).startsWith(1).isSorted().doesNotHaveDuplicates();
        assertThat(closings.<String>getList("seal"))
                .doesNotHaveDuplicates()
                .allMatch(seal -> seal.matches("[0-9a-f]{64}"));
        assertThat(closings.getList("period")).contains("2020-09");
        assertThat(given().get("/api/v1/plans/leshan-2020/bulletins/2020-09.html")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("封印（SHA-256）：" + september.replaceAll("(.{8})(?!$)", "$1 "));
    }
}
