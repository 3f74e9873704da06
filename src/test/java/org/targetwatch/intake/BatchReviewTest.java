package org.targetwatch.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.targetwatch.Sent;

/** What is told about figures because of others. Regions and indicators here are nobody else's on this database. */
@QuarkusTest
class BatchReviewTest {
    private static final String REGION = "511133";

    private static Sent share(String indicator, String period, int numerator, int denominator) {
        return Sent.share(REGION, period)
                .with("indicator", indicator)
                .with("numerator", numerator)
                .with("denominator", denominator);
    }

    private static Sent inPublic(String period, int numerator, int denominator) {
        return share("public-kindergarten-share", period, numerator, denominator);
    }

    private static Sent inInclusive(String period, int numerator, int denominator) {
        return share("inclusive-kindergarten-share", period, numerator, denominator);
    }

    private static Sent equipment(String region, String period, int value) {
        return Sent.quantity(region, period)
                .with("indicator", "compulsory-improvement-equipment")
                .with("value", value)
                .with("unit", "台套");
    }

    private static ValidatableResponse post(String query, String language, Sent... figures) {
        return Sent.json()
                .header("Accept-Language", language)
                .body(Map.of("figures", List.of(figures)))
                .post(Sent.FIGURES + query)
                .then();
    }

    private static ValidatableResponse accepted(Sent... figures) {
        return Sent.post(figures).statusCode(200);
    }

    private static ValidatableResponse refused(String code, Sent... figures) {
        return Sent.post(figures)
                .statusCode(422)
                .body("violationsTotal", equalTo(1))
                .body("violations[0].code", equalTo(code));
    }

    // ---- relations ----

    @Test
    void partAboveTheWhole_inOneBatch_isRefusedNamingBothInBothLanguages() {
        Sent part = inPublic("2020-01", 900, 1000);
        Sent whole = inInclusive("2020-01", 850, 1000);

        post("", "zh-CN", whole, part)
                .statusCode(422)
                .body("violationsTotal", equalTo(1))
                .body("violations[0].index", equalTo(1))
                .body("violations[0].field", equalTo("numerator"))
                .body(
                        "violations[0].message",
                        equalTo("figures[1].numerator (public-kindergarten-share 511133 2020-01)：公办园在园幼儿 900 人"
                                + "（public-kindergarten-share，本条） 大于 公办园和普惠性民办园在园幼儿 850 人"
                                + "（inclusive-kindergarten-share，figures[0].numerator），不符合“公办园幼儿包含在普惠性幼儿园幼儿之内”。"
                                + "请改正有误的数；两项都要改的，请放在同一批提交。"));
        post("", "en", whole, part)
                .statusCode(422)
                .body(
                        "violations[0].message",
                        allOf(
                                containsString(
                                        "children in public kindergartens 900 人 (public-kindergarten-share, this row)"
                                                + " exceeds children in public and in inclusive private kindergartens 850 人"),
                                endsWith("where both must change, send them in one batch.")));
        part.read().statusCode(404);
    }

    @Test
    void partAboveTheWhole_thatStands_isRefused() {
        accepted(inInclusive("2020-02", 850, 1000));
        refused("E-RELATION", inPublic("2020-02", 851, 1000))
                .body("violations[0].message", containsString("现行数据"))
                .body("violations[0].index", equalTo(0));
        accepted(inPublic("2020-02", 850, 1000));
    }

    @Test
    void wholeBelowThePart_thatStands_isRefusedAtTheWhole() {
        accepted(inPublic("2020-03", 500, 1000));
        refused("E-RELATION", inInclusive("2020-03", 499, 1000))
                .body("violations[0].message", startsWith("figures[0].numerator (inclusive-kindergarten-share 511133"))
                .body("violations[0].message", containsString("公办园在园幼儿 500 人（public-kindergarten-share，现行数据） 大于"));
    }

    @Test
    void numbersThatMustBeEqual_changeTogether() {
        accepted(inPublic("2020-04", 500, 1000), inInclusive("2020-04", 800, 1000));
        refused("E-RELATION", inPublic("2020-04", 500, 1001))
                .body("violations[0].field", equalTo("denominator"))
                .body("violations[0].message", containsString("不等于"));
        accepted(inPublic("2020-04", 500, 1001), inInclusive("2020-04", 800, 1001));
    }

    @Test
    void otherSide_notReportedOrReturned_isNothingToCompareWith() {
        accepted(inPublic("2020-05", 900, 1000));
        Sent.json()
                .body(
                        """
                        {"reviews": [{"indicator": "public-kindergarten-share", "region": "511133", "period": "2020-05",
                         "verdict": "return", "reason": "口径有误"}]}""")
                .post("/api/v1/plans/leshan-2020/reviews")
                .then()
                .statusCode(200);
        accepted(inInclusive("2020-05", 700, 1000));
        refused("E-RELATION", inPublic("2020-05", 901, 1000));
    }

    @Test
    void relation_besideOtherMistakes_isToldWithThem() {
        accepted(inInclusive("2020-06", 850, 1000));
        Sent.post(
                        inPublic("2020-06", 900, 1000),
                        Sent.quantity(REGION, "2020-06").with("unit", "所"))
                .statusCode(422)
                .body("violations.code", equalTo(List.of("E-UNIT", "E-RELATION")));
    }

    @Test
    void rowThatIsRefused_takesNoPartInTheComparison() {
        Sent.post(inPublic("2020-07", 900, 1000), inInclusive("2020-07", 850, 0))
                .statusCode(422)
                .body("violations.code", equalTo(List.of("E-DENOMINATOR")));
    }

    @Test
    void figuresThatContradictEachOther_sentAtOnce_areNotBothTaken() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int month = 1; month <= 12; month++) {
                String period = "2019-%02d".formatted(month);
                List<Future<Integer>> answers = two.invokeAll(List.of(
                        () -> Sent.post(inPublic(period, 900, 1000)).extract().statusCode(),
                        () -> Sent.post(inInclusive(period, 850, 1000))
                                .extract()
                                .statusCode()));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 422);
            }
        } finally {
            two.shutdown();
        }
    }

    @Test
    void relation_inATable_namesLineAndColumn() {
        given().contentType("text/csv; charset=UTF-8")
                .body(
                        """
                        指标,填报单位,报告期,分子,分母
                        inclusive-kindergarten-share,511133,2020-08,850,1000
                        public-kindergarten-share,511133,2020-08,900,1000
                        """)
                .post(Sent.FIGURES)
                .then()
                .statusCode(422)
                .body("violations[0].message", startsWith("第 3 行“分子”列 (public-kindergarten-share 511133 2020-08)："))
                .body("violations[0].message", containsString("（inclusive-kindergarten-share，第 2 行“分子”列）"));
    }

    // ---- amounts to date ----

    @Test
    void amountToDate_thatFalls_wantsANote() {
        accepted(equipment(REGION, "2020-03", 500), equipment(REGION, "2020-04", 900));
        Sent less = equipment(REGION, "2020-05", 400);

        refused("E-CUMULATIVE", less)
                .body(
                        "violations[0].message",
                        equalTo(
                                "figures[0].value (compulsory-improvement-equipment 511133 2020-05)：本期累计 400 台套，小于 2020-04"
                                        + " 的累计 900 台套：是否误填了当月数？累计数应为年初至本期末的总数。确需调减的，请在备注（note）中说明原因后重新提交。"));
        post("", "en", less)
                .statusCode(422)
                .body(
                        "violations[0].message",
                        containsString(
                                "400 sets to date is less than the 900 sets of 2020-04: was the month's amount entered?"));
        accepted(less.with("note", "审计核减"))
                .body("created", equalTo(1))
                .body("warnings.code", equalTo(List.of("W-CUMULATIVE")))
                .body("warnings[0].message", endsWith("备注已保存。"));
        // The note stays with the number, so sending it again needs none.
        accepted(less).body("unchanged", equalTo(1));
        accepted(less.with("quality", "certified")).body("revised", equalTo(1));
        refused("E-CUMULATIVE", less.with("value", 399));
    }

    @Test
    void amountToDate_thatFallsWithinABatch_isRefusedAtTheLaterMonth() {
        refused("E-CUMULATIVE", equipment("511132", "2020-02", 400), equipment("511132", "2020-01", 500))
                .body("violations[0].index", equalTo(0));
    }

    @Test
    void amountToDate_aboveALaterOneThatStands_isWarnedOf() {
        accepted(equipment("511129", "2020-05", 400));
        accepted(equipment("511129", "2020-04", 500))
                .body("warnings.code", equalTo(List.of("W-CUMULATIVE")))
                .body("warnings[0].message", containsString("大于此后 2020-05 已报的累计 400 台套"))
                .body("warnings[0].message", endsWith("如属实，请在备注（note）中说明。"));
        // What stands is not refused because of what came in between.
        accepted(equipment("511129", "2020-05", 400)).body("unchanged", equalTo(1));
    }

    @Test
    void january_startsAnew() {
        accepted(equipment("511126", "2019-12", 900), equipment("511126", "2020-01", 40))
                .body("warnings", empty());
    }

    // ---- warnings ----

    @Test
    void warning_holdsNothingBack_isTheSameInADryRun_andInBothLanguages() {
        accepted(equipment("511124", "2020-04", 300));
        Sent slip = equipment("511124", "2020-05", 3_000_000);

        JsonPath dry =
                post("?dryRun=true", "en", slip).statusCode(200).extract().jsonPath();
        slip.read().statusCode(404);
        JsonPath real = post("", "en", slip)
                .statusCode(200)
                .body("created", equalTo(1))
                .body("warningsTotal", equalTo(1))
                .body("warnings", hasSize(1))
                .body("warnings[0].index", equalTo(0))
                .body("warnings[0].field", equalTo("value"))
                .body("warnings[0].code", equalTo("W-SLIP"))
                .body(
                        "warnings[0].message",
                        equalTo(
                                "figures[0].value (compulsory-improvement-equipment 511124 2020-05): 3000000 sets is about"
                                        + " 10000 times the amount reported for 2020-04, 300 sets: is the unit right (台套, 万台套,"
                                        + " 亿台套)? If it is right, please say why in the note."))
                .extract()
                .jsonPath();
        assertThat(dry.getList("warnings")).isEqualTo(real.getList("warnings"));
        slip.read().statusCode(200);

        post("", "zh-CN", slip.with("note", "确认无误"))
                .statusCode(200)
                .body("warnings[0].message", startsWith("figures[0].value (compulsory-improvement-equipment 511124"))
                .body("warnings[0].message", endsWith("是否误用了单位（台套、万台套、亿台套）？备注已保存。"));
    }

    @Test
    void warnings_followTheOrderOfTheBatch() {
        accepted(equipment("511123", "2020-03", 500), equipment("511123", "2020-04", 500))
                .body("warnings", empty());
        accepted(
                        share("preprimary-ger", "2020-08", 1001, 1000),
                        equipment("511123", "2020-05", 500),
                        share("preprimary-ger", "2020-10", 9, 1000))
                .body("warnings.index", equalTo(List.of(0, 1, 2)))
                .body("warnings.code", equalTo(List.of("W-OVER-100", "W-SAME", "W-RATE")));
    }

    @Test
    void amountOverTheWholePlans_isWarnedOfWhereTheRegionHasNoTarget() {
        accepted(equipment("511113", "2020-02", 250_000))
                .body("warnings.code", equalTo(List.of("W-COMPLETION")))
                .body("warnings[0].message", containsString("是全计划目标值 160000 台套 的 156.3%"));
    }

    @Test
    void returnedFigure_sentAgainAsItWas_isToldThatItDoesNotCount() {
        Sent figure = equipment("511112", "2020-02", 100);
        accepted(figure);
        Sent.json()
                .body(
                        """
                        {"reviews": [{"indicator": "compulsory-improvement-equipment", "region": "511112",
                         "period": "2020-02", "verdict": "return", "reason": "缺少合同"}]}""")
                .post("/api/v1/plans/leshan-2020/reviews")
                .then()
                .statusCode(200);

        accepted(figure)
                .body("unchanged", equalTo(1))
                .body("warnings.code", equalTo(List.of("W-NOT-COUNTED")))
                .body("warnings[0].message", containsString("已被退回（理由：缺少合同），原样重报仍不计入"));
        accepted(figure.with("note", "合同已补")).body("revised", equalTo(1)).body("warnings", empty());
    }
}
