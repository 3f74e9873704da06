package org.targetwatch.catalogue;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CatalogueResourceTest {

    @Test
    void plans_listed_areLeshansWithItsVersion() {
        when().get("/api/v1/plans")
                .then()
                .statusCode(200)
                .body("code", contains("leshan-2020"))
                .body("[0].name", equalTo("乐山市教育局2020年工作要点"))
                .body("[0].version", equalTo(1))
                .body("[0].recordedAt", endsWith("+08:00"))
                .body("[0].sections", hasSize(6))
                .body("[0].workItems", equalTo(27))
                .body("[0].indicators", equalTo(41));
    }

    @Test
    void plan_asked_saysWhenEachPeriodIsDueUntilTheLastPromiseFallsDue() {
        when().get("/api/v1/plans/leshan-2020")
                .then()
                .statusCode(200)
                .body("published", equalTo("2020-03-25"))
                .body("region", equalTo("511100"))
                .body("dueDays", hasSize(18))
                .body("dueDays.find { it.period == '2020-09' }.due", equalTo("2020-10-09"))
                .body("dueDays[-1].period", equalTo("2021-06"));
    }

    @Test
    void workItems_listed_areAllInOrderWithOfficesIndicatorsAndDeliverables() {
        when().get("/api/v1/plans/leshan-2020/work-items")
                .then()
                .statusCode(200)
                .body("", hasSize(27))
                .body("[1].leadLeaders", contains("刘友军", "韩__"))
                .body("[9].leadLeaders", empty())
                .body("[9].leadOffices", contains("技装处"))
                .body("[10].indicators", contains("meigu-class"))
                .body("[0].indicators", empty())
                .body("[1].deliverables[0].code", equalTo("youth-league-committee"))
                .body("[1].deliverables[0].due", equalTo("2020-12"));
    }

    @Test
    void indicators_listed_areAllInCodeOrder() {
        when().get("/api/v1/plans/leshan-2020/indicators")
                .then()
                .statusCode(200)
                .body("", hasSize(41))
                .body("[0].code", equalTo("aesthetic-education-bases"))
                .body("[40].code", equalTo("youth-rule-of-law-base"))
                .body("find { it.code == 'gaokao-tier1-rate' }.confidential", equalTo(true));
    }

    @Test
    void quantity_asked_givesTheTargetInBaseUnitsAndAsStated() {
        when().get("/api/v1/plans/leshan-2020/indicators/major-project-investment")
                .then()
                .statusCode(200)
                .body("unit", equalTo("元"))
                .body("target", equalTo(2_000_000_000))
                .body("stated.unit", equalTo("亿元"))
                .body("stated.target", equalTo(20))
                .body("measure", equalTo("quantity"))
                .body("ratio", nullValue())
                .body("aggregation", equalTo("sum"))
                .body("appliesTo", contains("bureau-run", "county"))
                .body("commitment", equalTo("planned"))
                .body("commitmentChinese", equalTo("计划"))
                .body("leadOffices", contains("计财科"))
                .body("trajectory", equalTo("linear"))
                .body("thresholds.red", equalTo(15))
                .body("quote", equalTo("计划完成投资20亿元"));
    }

    @Test
    void ratio_asked_saysWhatIsDividedByWhatAndWhereTheFloorComesFrom() {
        when().get("/api/v1/plans/leshan-2020/indicators/preprimary-ger")
                .then()
                .statusCode(200)
                .body("english", equalTo("Pre-primary gross enrolment ratio (three years)"))
                .body("unit", equalTo("%"))
                .body("target", equalTo(93))
                .body("ratio.scale", equalTo("percent"))
                .body("ratio.share", equalTo(false))
                .body("ratio.numerator.unit", equalTo("人"))
                .body("ratio.denominator.english", equalTo("population aged 3 to 5"))
                .body("aggregation", equalTo("ratio-of-sums"))
                .body("floor", equalTo(85))
                .body("floorSource", containsString("四川省"))
                .body("trajectory.from-month", equalTo("2020-10"))
                .body("judgedFrom", equalTo("2020-10"))
                .body("due", equalTo("2020-12"));
    }

    @Test
    void rangeAndLastYear_asked_haveStretchOrNoNumbers() {
        when().get("/api/v1/plans/leshan-2020/indicators/smart-education-schools")
                .then()
                .body("stretch", equalTo(8))
                .body("reportedBy", equalTo("city"))
                .body("aggregation", equalTo("none"))
                .body("appliesTo", empty());
        when().get("/api/v1/plans/leshan-2020/indicators/petition-backlog")
                .then()
                .body("direction", equalTo("not-above-last-year"))
                .body("target", nullValue())
                .body("assumed", hasSize(1));
    }

    @Test
    void regions_listed_areThirteenWithTheirParents() {
        when().get("/api/v1/regions")
                .then()
                .statusCode(200)
                .body("code", hasItems("511100", "511100-ZS", "511181"))
                .body("", hasSize(13))
                .body("find { it.code == '511100' }.parent", nullValue())
                .body("find { it.code == '511132' }.name", equalTo("峨边彝族自治县"))
                .body("find { it.code == '511132' }.parent", equalTo("511100"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/regions,                      5, 3",
        "/api/v1/plans/leshan-2020/indicators, 20, 3",
        "/api/v1/plans/leshan-2020/work-items, 9, 3",
    })
    void list_readPageByPage_isTheWholeListInOrder(String path, int size, int pages) {
        List<Map<String, Object>> read = new ArrayList<>();
        String next = path + "?size=" + size;
        for (int page = 1; page <= pages; page++) {
            ExtractableResponse<Response> answer =
                    when().get(next).then().statusCode(200).extract();
            read.addAll(answer.jsonPath().getList(""));
            next = Optional.ofNullable(answer.header("Link"))
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
        }
        assertThat(next).isEmpty();
        assertThat(read).isEqualTo(when().get(path).jsonPath().getList(""));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans/nowhere,                        There is no plan nowhere; see /api/v1/plans.",
        "/api/v1/plans/nowhere/work-items,             There is no plan nowhere; see /api/v1/plans.",
        "/api/v1/plans/nowhere/indicators,             There is no plan nowhere; see /api/v1/plans.",
        "/api/v1/plans/nowhere/indicators/meigu-class, There is no plan nowhere; see /api/v1/plans.",
        "/api/v1/plans/leshan-2020/indicators/nothing, Plan leshan-2020 has no indicator nothing; see /api/v1/plans/leshan-2020/indicators.",
    })
    void unknownPlanOrIndicator_isAProblemThatNamesIt(String path, String detail) {
        given().header("Accept-Language", "en")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo(detail));
    }

    @Test
    void workItems_afterSomethingThatIsNoNumber_isABadRequest() {
        given().queryParam("after", "x")
                .get("/api/v1/plans/leshan-2020/work-items")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("after"));
    }

    @Test
    void relations_ofLeshan_areTheTwoOfKindergartens() {
        when().get("/api/v1/plans/leshan-2020/relations")
                .then()
                .statusCode(200)
                .body("code", contains("public-within-inclusive", "same-children-in-kindergarten"))
                .body("[0].part.indicator", equalTo("public-kindergarten-share"))
                .body("[0].part.of", equalTo("numerator"))
                .body("[0].rule", equalTo("at-most"))
                .body("[1].whole.of", equalTo("denominator"))
                .body("[1].rule", equalTo("equal"));
    }
}
