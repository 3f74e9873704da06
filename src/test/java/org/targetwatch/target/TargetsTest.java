package org.targetwatch.target;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.card;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.get;
import static org.targetwatch.Leshan.number;
import static org.targetwatch.Leshan.put;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.scorecard.Demonstration;

@QuarkusTest
@TestProfile(Demonstration.class)
class TargetsTest {

    @Test
    void ownTarget_set_judgesTheCountyAndLeavesTheCity() {
        report(quantity("major-project-investment", "511111", "2020-06", "0.5", "亿元"));
        put(
                        "/targets/major-project-investment/511111",
                        """
                {"value": 2, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "市政府任务分解"}""")
                .statusCode(200)
                .body("inherited", is(false));
        assertThat(number(get("/targets/major-project-investment/511111"), "decisions[0].target.value"))
                .isEqualByComparingTo("200000000");

        JsonPath county =
                cardOnce("major-project-investment", "511111", "2020-06", card -> card.get("lagPoints") != null);

        assertThat(number(county, "expected")).isEqualByComparingTo("100000000");
        assertThat(number(county, "lagPoints")).isEqualByComparingTo("25");
        assertThat(county.getString("status")).isEqualTo("far_behind");
        assertThat(county.getString("severity")).as("planned is never critical").isEqualTo("warning");
        assertThat(number(card("major-project-investment", CITY, "2020-06"), "target"))
                .isEqualByComparingTo("2000000000");
    }

    @Test
    void trajectory_replanned_judgesEachMonthByTheOneThenInForce() {
        String path = "/targets/compulsory-improvement-investment/511123";
        report(quantity("compulsory-improvement-investment", "511123", "2020-05", "100", "万元"));
        put(path, """
                {"value": 1200, "unit": "万元", "effectiveFrom": "2020-01", "reason": "分解"}""")
                .statusCode(200);

        put(
                        path,
                        """
                {"value": 1200, "unit": "万元", "effectiveFrom": "2020-07", "reason": "汛期停工，调整进度",
                 "trajectory": {"steps": {"2020-07": 100, "2020-10": 600, "2020-12": 1200}}}""")
                .statusCode(200);

        JsonPath july = cardOnce(
                "compulsory-improvement-investment",
                "511123",
                "2020-07",
                card -> number(card, "expected") != null
                        && number(card, "expected").intValueExact() == 1_000_000);
        assertThat(july.getString("status")).isEqualTo("on_track");
        JsonPath may = card("compulsory-improvement-investment", "511123", "2020-05");
        assertThat(number(may, "expected")).isEqualByComparingTo("5000000");
        assertThat(get(path).getList("inForce.from")).containsExactly("2020-01", "2020-07");
        assertThat(get(path).getList("decisions.reason")).containsExactly("汛期停工，调整进度", "分解");
    }

    @Test
    void decision_basedOnAnOldReading_isRefused() {
        String path = "/targets/compulsory-improvement-floor-area/511124";
        String body = """
                {"value": 1, "unit": "万平方米", "effectiveFrom": "2020-01", "reason": "分解"}""";
        put(path, body).statusCode(200).header("ETag", "\"1\"");

        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(body)
                .put("/api/v1/plans/leshan-2020" + path)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");

        assertThat(get(path).getList("decisions")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"unit": "亿元", "effectiveFrom": "2020-01", "reason": "x"}                                    | E-TARGET-MISSING
            {"value": 2, "effectiveFrom": "2020-01", "reason": "x"}                                        | E-UNIT-MISSING
            {"value": 2, "unit": "所", "effectiveFrom": "2020-01", "reason": "x"}                          | E-UNIT
            {"value": 2, "unit": "亿元", "effectiveFrom": "2019-12", "reason": "x"}                        | E-PERIOD
            {"value": 2, "unit": "亿元", "effectiveFrom": "soon", "reason": "x"}                           | E-PERIOD
            {"value": 2, "unit": "亿元", "effectiveFrom": "2020-01", "reason": " "}                        | E-REASON
            {"value": 2, "unit": "亿元", "stretch": 1, "effectiveFrom": "2020-01", "reason": "x"}          | E-TARGET-ORDER
            {"value": 2, "unit": "亿元", "trajectory": {"seasonal": [1]}, "effectiveFrom": "2020-01", "reason": "x"} | E-TRAJECTORY
            {"value": 2, "unit": "亿元", "trajectory": {"seasonal": [0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333333,0.08333333337]}, "effectiveFrom": "2020-01", "reason": "x"} | E-TRAJECTORY
            {"value": 2, "unit": "亿元", "trajectory": {"seasonal": [-0.5,0,0,0,0,0,0,0,0,0.5,0.5,0.5]}, "effectiveFrom": "2020-01", "reason": "x"} | E-TRAJECTORY
            {"value": 2, "unit": "亿元", "trajectory": {"steps": {"2021-01": 1}}, "effectiveFrom": "2020-01", "reason": "x"} | E-TRAJECTORY
            {"value": 2, "unit": "亿元", "trajectory": {"from-month": "2019-12"}, "effectiveFrom": "2020-01", "reason": "x"} | E-TRAJECTORY
            {"value": 2, "unit": "亿元", "trajectory": {"steps": {"2020-06": 1E+999999999}}, "effectiveFrom": "2020-01", "reason": "x"} | E-TRAJECTORY
            {"value": 2, "unit": "亿元", "trajectory": {"steps": {"2020-06": -1}}, "effectiveFrom": "2020-01", "reason": "x"} | E-NEGATIVE
            {"value": 1E+999999999, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "x"}                | E-DIGITS
            {"value": 1000000000000, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "x"}               | E-DIGITS
            {"value": 0.000000000000001, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "x"}           | E-DIGITS
            {"value": -2, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "x"}                        | E-NEGATIVE
            {"value": 2, "low": 1, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "x"}               | E-TARGET-FIELD
            {"value": 2, "baseline": 1, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "x"}          | E-TARGET-FIELD
            """)
    void decision_withAMistake_isRefusedByName(String body, String code) {
        put("/targets/major-project-investment/511112", body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            new-public-kindergarten-places | {"value": 2.5, "unit": "个", "effectiveFrom": "2020-01", "reason": "x"}        | E-WHOLE
            extra-large-classes | {"value": 2, "baseline": 0.5, "unit": "班", "effectiveFrom": "2020-01", "reason": "x"} | E-WHOLE
            public-kindergarten-share | {"value": 930, "effectiveFrom": "2020-01", "reason": "x"}                    | E-TARGET-RANGE
            public-kindergarten-share | {"value": 93, "baseline": 101, "effectiveFrom": "2020-01", "reason": "x"}    | E-TARGET-RANGE
            public-kindergarten-share | {"value": 93, "trajectory": {"steps": {"2020-06": 200}}, "effectiveFrom": "2020-01", "reason": "x"} | E-TARGET-RANGE
            """)
    void number_thatNoFigureCanReach_isRefused(String indicator, String body, String code) {
        put("/targets/" + indicator + "/511112", body).statusCode(422).body("violations.code", contains(code));
    }

    @Test
    void sharesOfTheMonths_withAsManyDecimalsAsAreKept_areReadBackAsTheyWere() {
        String twelfth = "0.0833333333";
        put(
                        "/targets/major-project-investment/511113",
                        """
                {"value": 1, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "分解", "trajectory":
                 {"seasonal": [%s, 0.0833333337]}}"""
                                .formatted(String.join(", ", Collections.nCopies(11, twelfth))))
                .statusCode(200);

        assertThat(get("/targets/major-project-investment/511113")
                        .getList("decisions[0].target.trajectory.seasonal", String.class))
                .startsWith(twelfth)
                .endsWith("0.0833333337");
    }

    @Test
    void lastYearIndicator_takesNoTarget_andAllMistakesComeTogether() {
        put("/targets/petition-backlog/511112", "{}")
                .statusCode(422)
                .body("violations.code", contains("E-UNIT-MISSING", "E-TARGET-LAST-YEAR", "E-PERIOD", "E-REASON"));
    }
}
