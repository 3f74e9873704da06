package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.Sent;

@QuarkusTest
class IntakeTest {
    private static void isReceipt(ValidatableResponse answer, int created, int revised, int unchanged) {
        answer.statusCode(200)
                .body("received", equalTo(created + revised + unchanged))
                .body("created", equalTo(created))
                .body("revised", equalTo(revised))
                .body("unchanged", equalTo(unchanged));
    }

    @Test
    void batch_new_isCreated() {
        ValidatableResponse answer =
                Sent.post(Sent.quantity("511100-ZS", "2020-03"), Sent.share("511100-ZS", "2020-03"));
        isReceipt(answer, 2, 0, 0);
        answer.body("warnings", empty()).body("warningsTotal", equalTo(0));
    }

    @Test
    void batch_sentAgain_changesNothing() {
        Sent quantity = Sent.quantity("511102", "2020-02").with("note", "含上年结转");
        Sent share = Sent.share("511102", "2020-02");
        isReceipt(Sent.post(quantity, share), 2, 0, 0);
        isReceipt(Sent.post(share, quantity), 0, 0, 2);
        quantity.read().body("revisions", hasSize(1));
    }

    @Test
    void figure_sameInAnotherUnit_changesNothing() {
        Sent figure = Sent.quantity("511102", "2020-03");
        isReceipt(Sent.post(figure), 1, 0, 0);
        isReceipt(Sent.post(figure.with("value", 15000).with("unit", "万元")), 0, 0, 1);
    }

    @Test
    void batch_partlyNew_isCountedByWhatBecameOfIt() {
        Sent kept = Sent.quantity("511111", "2020-01");
        Sent corrected = Sent.quantity("511111", "2020-02");
        isReceipt(Sent.post(kept, corrected), 2, 0, 0);
        Sent next = Sent.quantity("511111", "2020-03").with("value", 1.7);
        isReceipt(Sent.post(kept, corrected.with("value", 1.6), next), 1, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "511112, 2020-01, 20,       亿元,   2000000000",
        "511112, 2020-02, 20,       万元,   200000",
        "511112, 2020-03, 20,       元,     20",
        "511112, 2020-04, 0.000001, 元,     0.000001",
        "511112, 2020-05, 0,        亿元,   0",
        "511112, 2020-06, 1.2345678901, 亿元, 123456789.01",
        "511112, 2020-07, 1e3,      万元,   10000000",
        "511112, 2020-08, 999999999999.99999999, 亿元, 99999999999999999999"
    })
    void quantity_inAnyUnit_isKeptInTheBaseUnit(
            String region, String period, BigDecimal value, String unit, BigDecimal expected) {
        // With a note, for what is to date falls from month to month.
        Sent figure = Sent.quantity(region, period)
                .with("value", value)
                .with("unit", unit)
                .with("note", "各种单位");
        isReceipt(Sent.post(figure), 1, 0, 0);
        JsonPath stored = JsonPath.with(figure.read().extract().asString())
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
        assertThat(new BigDecimal(stored.getString("value"))).isEqualByComparingTo(expected);
        assertThat(stored.getString("unit")).isEqualTo("元");
    }

    @Test
    void ratio_grossAbove100Percent_isKept() {
        Sent figure = Sent.share("511102", "2020-05")
                .with("indicator", "preprimary-ger")
                .with("numerator", 105);
        isReceipt(Sent.post(figure), 1, 0, 0);
    }

    @Test
    void ratio_withTheUnitItHas_isKept() {
        isReceipt(Sent.post(Sent.share("511102", "2020-06").with("unit", "%")), 1, 0, 0);
    }

    @Test
    void figure_asItIsServed_canBePostedBack() {
        Sent quantity = Sent.quantity("511113", "2020-01");
        Sent share = Sent.share("511113", "2020-01");
        isReceipt(Sent.post(quantity, share), 2, 0, 0);
        for (Sent sent : List.of(quantity, share)) {
            Map<String, Object> served =
                    new LinkedHashMap<>(sent.read().extract().jsonPath().getMap(""));
            served.keySet().removeAll(List.of("revisions", "state", "reason", "recordedAt", "recordedBy"));
            isReceipt(Sent.post(new Sent(served)), 0, 0, 1);
        }
    }

    @Test
    void lastYear_asReference_isAccepted() {
        isReceipt(Sent.post(Sent.quantity("511102", "2019-01")), 1, 0, 0);
    }

    @Test
    void violations_ofSeveralFigures_areAllTold() {
        Sent good = Sent.quantity("511123", "2020-01");
        Sent bad = good.with("value", "x").with("period", "2020");
        Sent.post(bad, good, good.with("unit", "所"), good.with("region", "510000"))
                .statusCode(422)
                .body("violationsTotal", equalTo(4))
                .body("violations.index", equalTo(List.of(0, 0, 2, 3)))
                .body("violations.code", equalTo(List.of("E-PERIOD", "E-TYPE", "E-UNIT", "E-REGION")));
        good.read().statusCode(404);
    }

    @Test
    void figure_twiceInABatch_isRefused() {
        Sent figure = Sent.quantity("511123", "2020-02");
        Sent.post(figure, Sent.share("511123", "2020-02"), figure.with("value", 2))
                .statusCode(422)
                .body("violations", hasSize(1))
                .body("violations[0].index", equalTo(2))
                .body("violations[0].code", equalTo("E-DUPLICATE"))
                .body("violations[0].message", containsString("与 figures[0] 重复"));
        figure.read().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            E-EMPTY | figures               | {"figures": []}
            E-EMPTY | figures               | {}
            E-TYPE  | figures               | {"figures": {"indicator": "x"}}
            E-TYPE  | figures               | {"figures": null}
            E-TYPE  |                       | {"figures": [null]}
            E-TYPE  |                       | {"figures": [["x"]]}
            E-FIELD | data                  | {"data": [1, {"a": 2}], "figures": [%s]}
            E-FIELD | value                 | {"figures": [{"value": 1, %s]}
            E-TYPE  | signatures            | {"figures": [%s], "signatures": "me"}
            E-TYPE  | signatures.preparedBy | {"figures": [%s], "signatures": {"preparedBy": 5}}
            E-FIELD | signatures.signedBy   | {"figures": [%s], "signatures": {"signedBy": "me"}}
            E-TEXT  | signatures.checkedBy  | {"figures": [%s], "signatures": {"checkedBy": "\\u0007"}}
            """)
    void batch_ofTheWrongShape_isRefused(String code, String field, String json) {
        String good =
                """
                "indicator": "major-project-investment", "region": "511124", "period": "2020-01", "value": 1, "unit": "元"}""";
        String body = json.contains("{\"value\": 1, %s") ? json.formatted(good) : json.replace("%s", "{" + good);
        ValidatableResponse answer = Sent.postBody(body).statusCode(422);
        List<String> codes = answer.extract().path("violations.code");
        assertThat(codes).contains(code);
        answer.body("violations[0].field", equalTo(field == null ? "" : field));
        Sent.quantity("511124", "2020-01").read().statusCode(404);
    }

    @Test
    void signatures_leftOpen_areAccepted() {
        isReceipt(
                Sent.postBody(
                        """
                {"signatures": {"preparedBy": null, "checkedBy": " "},
                 "figures": [{"indicator": "major-project-investment", "region": "511124", "period": "2020-02",
                              "value": 1, "unit": "元"}]}"""),
                1,
                0,
                0);
    }

    @Test
    void json_brokenInTheMiddle_namesLineAndStoresNothing() {
        Sent.postBody(
                        """
                {"figures": [
                  {"indicator": "major-project-investment", "region": "511124", "period": "2020-03",
                   "value": 1, "unit": "元"},
                  {"indicator": "oversized-class-rate", "region": "511124" "period": "2020-03"}
                ]}""")
                .statusCode(400)
                .body("type", equalTo("urn:targetwatch:problem:malformed-json"))
                .body("detail", startsWith("第 4 行第 "));
        Sent.quantity("511124", "2020-03").read().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{\"figures\": []} x", "{\"figures\": [", "{\"a\":"})
    void content_thatIsNoBatch_isMalformed(String content) {
        Sent.postBody(content).statusCode(400).body("type", equalTo("urn:targetwatch:problem:malformed-json"));
    }

    @Test
    void content_nestedOrLongBeyondReason_isRefused() {
        Sent.postBody("{\"figures\": [" + "[".repeat(2_000)).statusCode(400);
        Sent.postBody("{\"figures\": [{\"value\": " + "9".repeat(100_000) + "}]}")
                .statusCode(400);
        Sent.postBody("{\"" + "x".repeat(100_000) + "\": 1}").statusCode(400);
    }

    @Test
    void dryRun_writtenOtherwise_isRefusedAndStoresNothing() {
        Sent figure = Sent.quantity("511124", "2020-04");
        Sent.json()
                .body(Map.of("figures", List.of(figure)))
                .post(Sent.FIGURES + "?dryRun=1")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("dryRun"));
        figure.read().statusCode(404);
    }

    @Test
    void plan_unknown_isNotFound() {
        Sent.json()
                .body(Map.of("figures", List.of(Sent.quantity("511102", "2020-09"))))
                .post("/api/v1/plans/chengdu-2020/figures")
                .then()
                .statusCode(404)
                .body("detail", containsString("chengdu-2020"));
    }

    @Test
    void violations_ofALargeBatch_areCutAndCounted() {
        Sent bad = Sent.quantity("511102", "2020-09").with("unit", "所");
        List<Sent> figures = IntStream.range(0, 3_000).mapToObj(index -> bad).toList();
        Sent.post(figures.toArray(Sent[]::new))
                .statusCode(422)
                .body("violations", hasSize(1_000))
                .body("violationsTotal", equalTo(3_000));
    }
}
