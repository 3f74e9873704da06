package org.targetwatch.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.Sent;

@QuarkusTest
class FigureResourceTest {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Test
    void figure_corrected_showsWhoWhenFromToAndWhy() {
        Sent figure = Sent.quantity("511126", "2020-01");
        Map<String, String> signatures =
                Map.of("preparedBy", "张三", "checkedBy", "李四", "approvedBy", "王五", "asOf", "2020-01-31");
        Sent.postBody(Map.of("figures", List.of(figure), "signatures", signatures))
                .statusCode(200);
        Sent.post(figure.with("value", 2).with("note", "漏报一个项目").with("quality", "certified"))
                .statusCode(200);
        figure.read()
                .statusCode(200)
                .body("indicator", equalTo("major-project-investment"))
                .body("region", equalTo("511126"))
                .body("period", equalTo("2020-01"))
                .body("unit", equalTo("元"))
                .body("value", equalTo(200_000_000))
                .body("numerator", nullValue())
                .body("quality", equalTo("certified"))
                .body("note", equalTo("漏报一个项目"))
                .body("recordedBy", equalTo(As.OFFICE))
                .body("recordedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{1,6}\\+08:00"))
                .body("revisions", hasSize(2))
                .body("revisions[0].from", nullValue())
                .body("revisions[0].to.value", equalTo(150_000_000))
                .body("revisions[0].quality", equalTo("preliminary"))
                .body("revisions[0].signatures", equalTo(signatures))
                .body("revisions[1].from.value", equalTo(150_000_000))
                .body("revisions[1].to.value", equalTo(200_000_000))
                .body("revisions[1].note", equalTo("漏报一个项目"))
                .body("revisions[1].hash", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void ratio_read_showsItsParts() {
        Sent share = Sent.share("511126", "2020-01");
        Sent.post(share).statusCode(200);
        share.read()
                .body("unit", equalTo("%"))
                .body("value", nullValue())
                .body("numerator", equalTo(3))
                .body("denominator", equalTo(100))
                .body("note", nullValue());
    }

    @Test
    void noteAlone_sent_isARevisionAndStaysWithTheAmount() {
        Sent figure = Sent.quantity("511126", "2020-02").with("quality", "certified");
        Sent.post(figure).statusCode(200);
        Sent.post(Sent.quantity("511126", "2020-02").with("note", "已核对")).body("revised", equalTo(1));
        Sent.post(Sent.quantity("511126", "2020-02")).body("unchanged", equalTo(1));
        figure.read().body("note", equalTo("已核对")).body("quality", equalTo("certified"));
        Sent.post(Sent.quantity("511126", "2020-02").with("value", 3)).body("revised", equalTo(1));
        figure.read().body("note", nullValue()).body("quality", equalTo("preliminary"));
    }

    @Test
    void figures_filtered_areThoseAskedFor() {
        Sent.post(
                        Sent.quantity("511129", "2020-01"),
                        Sent.share("511129", "2020-01"),
                        Sent.share("511129", "2020-02"),
                        Sent.share("511132", "2020-02"))
                .statusCode(200);
        list("region=511129").body("", not(empty())).body("region", everyItem(equalTo("511129")));
        list("region=511129&period=2020-01")
                .body("indicator", equalTo(List.of("major-project-investment", "oversized-class-rate")));
        list("region=511129&indicator=oversized-class-rate").body("period", equalTo(List.of("2020-01", "2020-02")));
        list("region=511129&indicator=oversized-class-rate&period=2020-02").body("numerator", equalTo(List.of(3)));
        list("region=511129&period=2020-03").body("", hasSize(0));
    }

    private static ValidatableResponse list(String query) {
        return given().get(Sent.FIGURES + "?" + query).then().statusCode(200);
    }

    @Test
    void figures_paged_areAllSeenOnceInOrder() {
        Sent[] figures = IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(month ->
                        Stream.of(Sent.share("511133", "2020-0" + month), Sent.quantity("511133", "2020-0" + month)))
                .toArray(Sent[]::new);
        Sent.post(figures).statusCode(200);
        List<String> seen = new ArrayList<>();
        String next = Sent.FIGURES + "?region=511133&size=4";
        for (int page = 0; next != null && page < 10; page++) {
            Response answer = given().urlEncodingEnabled(false).get(next);
            List<Map<String, Object>> shown =
                    answer.then().statusCode(200).extract().jsonPath().getList("");
            assertThat(shown).hasSizeLessThanOrEqualTo(4);
            shown.forEach(figure -> seen.add(figure.get("indicator") + " " + figure.get("period")));
            Matcher link = NEXT.matcher(String.valueOf(answer.header("Link")));
            next = link.matches() ? link.group(1) : null;
        }
        assertThat(seen)
                .containsAll(Stream.of(figures)
                        .map(figure -> figure.fields().get("indicator") + " "
                                + figure.fields().get("period"))
                        .toList())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "size=0,            size,      1 到 1000",
        "size=1001,         size,      1 到 1000",
        "size=ten,          size,      1 到 1000",
        "after=nonsense,    after,     Link",
        "after=a~b~c,       after,     2020-09",
        "period=2020-13,    period,    2020-09",
        "indicator=x,       indicator, 没有这个指标",
        "region=513436,     region,    没有这个填报单位"
    })
    void parameter_unusable_isNamedWithWhatIsExpected(String query, String parameter, String expected) {
        given().get(Sent.FIGURES + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(parameter))
                .body("violations[0].code", equalTo("E-PARAMETER"))
                .body("detail", containsString(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "leshan-2020,  preprimary-ger, 511102, 2020-08, 404, 511102 没有报送过",
        "leshan-2020,  preprimary-ger, 513436, 2020-08, 404, 没有填报单位 513436",
        "leshan-2020,  preschool,      511102, 2020-08, 404, 没有指标 preschool",
        "chengdu-2020, preprimary-ger, 511102, 2020-08, 404, 没有工作要点 chengdu-2020",
        "leshan-2020,  preprimary-ger, 511102, 2020-8,  400, 2020-09"
    })
    void figure_thatIsNotThere_isNamed(
            String plan, String indicator, String region, String period, int status, String expected) {
        given().get("/api/v1/plans/{plan}/figures/{indicator}/{region}/{period}", plan, indicator, region, period)
                .then()
                .statusCode(status)
                .body("detail", containsString(expected));
    }

    @Test
    void figures_ofUnknownPlan_areNotFound() {
        given().header("Accept-Language", "en")
                .get("/api/v1/plans/chengdu-2020/figures")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no plan chengdu-2020; see /api/v1/plans."));
    }
}
