package org.targetwatch.bulletin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulletinResourceTest {
    private static final String BULLETINS = "/api/v1/plans/leshan-2020/bulletins/";

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static ValidatableResponse get(String address) {
        return given().get(BULLETINS + address).then();
    }

    private static ValidatableResponse write(String period, String body) {
        return json(body).post(BULLETINS + period).then();
    }

    private static ValidatableResponse issue(String period, String body) {
        return json(body).post(BULLETINS + period + "/issue").then();
    }

    @Test
    void draft_inEachFormat_isServedAsAFileOfItsOwnName() {
        get("2020-09.html")
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Disposition", containsString("inline; filename=\"bulletin-leshan-2020-2020-09.html\""))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("（草稿，未编期号，未印发）"));
        get("2020-09.docx").statusCode(200).header("Content-Disposition", containsString("attachment"));
        get("2020-09.xlsx").statusCode(200).header("Content-Disposition", containsString("attachment"));
    }

    @Test
    void text_written_standsInTheDraftAndIsKeptInEveryState() {
        String first =
                """
                {"issuedBy": "乐山市教育局办公室", "demands": "第一条要求。\\n第二条要求。",
                 "lagging": [{"indicator": "meigu-class", "region": "511100", "reason": "甲", "newDate": "2020年12月底"}]}""";
        int number = write("2020-08", first).statusCode(200).extract().path("number");
        write("2020-08", first).statusCode(200).body("number", equalTo(number));

        get("2020-08.html").body(containsString("<p>第一条要求。</p>"), containsString("乐山市教育局办公室"));
        get("2020-08/text")
                .body("number", equalTo(number))
                .body("recordedAt", notNullValue())
                .body("text.lagging[0].reason", equalTo("甲"));
        json("{}")
                .header("If-Match", "\"" + (number - 1) + "\"")
                .post(BULLETINS + "2020-08")
                .then()
                .statusCode(412);
        json("{}")
                .header("If-Match", "\"" + number + "\"")
                .post(BULLETINS + "2020-08")
                .then()
                .statusCode(200)
                .body("number", equalTo(number + 1));
    }

    @Test
    void text_withMistakes_isRefusedNamingAll() {
        write(
                        "2020-08",
                        """
                        {"demands": "%s", "lagging": [
                         {"indicator": "nonsense", "region": "511100"},
                         {"indicator": "meigu-class", "region": "999999"},
                         {"indicator": "gaokao-tier1-rate", "region": "511100", "reason": "保密"},
                         {"indicator": "meigu-class", "region": "511100"},
                         {"indicator": "meigu-class", "region": "511100"},
                         null]}"""
                                .formatted("长".repeat(10_001)))
                .statusCode(422)
                .body("violations.code", hasItems("E-TEXT", "E-INDICATOR", "E-REGION", "E-DUPLICATE", "E-TYPE"))
                .body("violations.findAll { it.code == 'E-INDICATOR' }.size()", equalTo(2))
                .body("violationsTotal", equalTo(6));
    }

    @Test
    void month_thatIsNone_isRefused() {
        get("2020-13.html").statusCode(400).body("violations[0].field", equalTo("period"));
        get("2019-09.docx").statusCode(400);
        get("2020-12.html").statusCode(404).body("detail", containsString("尚未开始"));
        get("2020-09.pdf").statusCode(404);
        get("2020-09.html?knownAt=2999-01-01T00:00:00Z").statusCode(400);
        given().get("/api/v1/plans/nowhere/bulletins/2020-09.html").then().statusCode(404);
        issue("2020-11", "{}").statusCode(409).body("detail", containsString("尚未结束"));
    }
}
