package org.targetwatch.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.targetwatch.Sent;

/** What the office sees. The indicators here, in these regions, are nobody else's on this database. */
@QuarkusTest
class SignalsTest {
    private static final String SIGNALS = "/api/v1/plans/leshan-2020/signals";
    private static final String FLOOR_AREA = "compulsory-improvement-floor-area";

    private static Sent area(String region, String period, int value) {
        return Sent.quantity(region, period)
                .with("indicator", FLOOR_AREA)
                .with("value", value)
                .with("unit", "平方米");
    }

    private static ValidatableResponse signals(String query, String language) {
        return given().header("Accept-Language", language)
                .get(SIGNALS + query)
                .then()
                .statusCode(200);
    }

    @Test
    void oddFigures_areListedWithTheirNotes_untilTheyAreCorrected() {
        Sent.post(area("511181", "2020-08", 100), area("511181", "2020-09", 200_000))
                .statusCode(200);

        signals("?region=511181&period=2020-09", "en")
                .body("", hasSize(1))
                .body("[0].indicator", equalTo(FLOOR_AREA))
                .body("[0].region", equalTo("511181"))
                .body("[0].period", equalTo("2020-09"))
                .body("[0].code", equalTo("W-SLIP"))
                .body("[0].message", containsString("200000 m² is about 2000 times the amount reported for 2020-08"))
                .body("[0].note", nullValue());
        Sent.post(area("511181", "2020-09", 200_000).with("note", "已核实")).statusCode(200);
        signals("?region=511181&period=2020-09", "zh-CN")
                .body("[0].note", equalTo("已核实"))
                .body("[0].message", containsString("约为 2020-08 的 100 平方米的 2000 倍"));
        signals("?region=511181&period=2020-08", "zh-CN").body("", empty());

        Sent.post(area("511181", "2020-09", 200)).statusCode(200);
        signals("?region=511181&period=2020-09", "zh-CN").body("", empty());
    }

    @Test
    void pages_followEachOther_inTheOrderOfRegionIndicatorAndPeriod() {
        Sent.post(
                        area("511111", "2020-05", 10),
                        area("511111", "2020-06", 20_000),
                        area("511111", "2020-07", 20_000),
                        area("511111", "2020-08", 20_000),
                        area("511111", "2020-09", 20_000))
                .statusCode(200);

        List<String> seen = new ArrayList<>();
        String next = SIGNALS + "?region=511111&size=1";
        while (next != null) {
            Response page = given().get(next);
            seen.addAll(page.jsonPath().getList("collect { it.period + ' ' + it.code }", String.class));
            String link = page.getHeader("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).containsSubsequence("2020-06 W-SLIP", "2020-08 W-SAME", "2020-09 W-SAME");
        assertThat(signals("?region=511111", "zh-CN").extract().jsonPath().getList("period"))
                .hasSameSizeAs(seen);
    }

    @Test
    void region_meansItselfAndEverythingBelow() {
        Sent.post(area("511102", "2020-08", 100), area("511102", "2020-09", 300_000))
                .statusCode(200);
        signals("?region=511100&period=2020-09&size=1000", "zh-CN")
                .body("findAll { it.region == '511102' }.code", hasItem("W-SLIP"));
        signals("?period=2020-09&size=1000", "zh-CN").body("findAll { it.region == '511102' }.code", hasItem("W-SLIP"));
    }

    @Test
    void confidentialIndicator_isLeftOut() {
        Sent rate = Sent.share("511100", "2020-07")
                .with("indicator", "gaokao-tier1-rate")
                .with("numerator", 17)
                .with("denominator", 10_000);
        Sent.post(rate).statusCode(200).body("warnings.code", contains("W-RATE"));
        signals("?region=511100&period=2020-07&size=1000", "zh-CN")
                .body("findAll { it.indicator == 'gaokao-tier1-rate' }", empty());
    }

    @Test
    void parameters_thatCannotBe_areRefused() {
        given().get(SIGNALS + "?period=2020-9").then().statusCode(400).body("violations[0].field", equalTo("period"));
        given().get(SIGNALS + "?after=x").then().statusCode(400).body("violations[0].field", equalTo("after"));
        given().get(SIGNALS + "?region=513436").then().statusCode(404);
        given().get("/api/v1/plans/nowhere/signals").then().statusCode(404);
    }
}
