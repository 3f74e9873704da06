package org.targetwatch.intake;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.get;
import static org.targetwatch.Leshan.number;
import static org.targetwatch.Leshan.quantity;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.targetwatch.Leshan;
import org.targetwatch.measure.Coded;
import org.targetwatch.progress.Status;

@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoTest {
    private static final String BUREAU_RUN = "511100-ZS";
    private static final List<String> BELOW_THE_CITY =
            Stream.concat(COUNTIES.stream(), Stream.of(BUREAU_RUN)).toList();
    private static final String FOLDER = "seeds/demo/leshan-2020";

    @Inject
    DemoFigures demo;

    @Inject
    DemoGuide guide;

    private static List<Map<String, Object>> list(String path) {
        return get(path).getList("");
    }

    private static List<Map<String, Object>> figures() {
        return Stream.concat(Stream.of(CITY), BELOW_THE_CITY.stream())
                .map(region -> list("/figures?size=1000&region=" + region))
                .flatMap(Collection::stream)
                .toList();
    }

    private static Set<Status> statuses(String region) {
        return list("/scorecard?size=1000&region=" + region).stream()
                .map(card ->
                        Coded.parse(Status.class, (String) card.get("status")).orElseThrow())
                .collect(Collectors.toSet());
    }

    // ---- what is shown ----

    @Test
    void cards_ofCityAndCounties_showEveryStatus() {
        Set<Status> everywhere = new HashSet<>(statuses(CITY));
        // The city has a target for everything: not divided up is what only those below it can be.
        assertThat(everywhere).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Status.NO_TARGET)));

        BELOW_THE_CITY.forEach(region -> everywhere.addAll(statuses(region)));
        assertThat(everywhere).containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void everyFigure_asServed_saysThatItIsSynthetic() {
        assertThat(figures())
                .hasSizeGreaterThan(3_000)
                .filteredOn(figure -> figure.get("recordedBy").equals(DemoFigures.RECORDED_BY))
                .hasSizeGreaterThan(3_000)
                .allSatisfy(figure -> assertThat((String) figure.get("note")).startsWith("合成数据 synthetic"));
    }

    @Test
    void everyIndicator_ofThePlan_hasFiguresOfItsOwnYear() {
        Set<Object> reported = figures().stream()
                .filter(figure -> figure.get("period").toString().startsWith("2020"))
                .map(figure -> figure.get("indicator"))
                .collect(Collectors.toSet());

        assertThat(list("/indicators?size=1000"))
                .hasSize(41)
                .extracting(indicator -> indicator.get("code"))
                .allSatisfy(code -> assertThat(reported).contains(code));
    }

    @Test
    void cityCards_workedOutByHandFromServedInputs_agree() {
        List<Map<String, Object>> figures = figures();
        Map<Object, Map<String, Object>> cards = list("/scorecard?size=1000").stream()
                .collect(toMap(card -> card.get("indicator"), Function.identity()));
        SoftAssertions softly = new SoftAssertions();

        for (Map<String, Object> indicator : list("/indicators?size=1000")) {
            HandMadeCard byHand = new HandMadeCard(indicator, figures, reporters(indicator));
            agree(softly, byHand, cards.get(indicator.get("code")));
        }

        assertThat(cards).hasSize(41);
        softly.assertAll();
    }

    private static List<String> reporters(Map<String, Object> indicator) {
        if (indicator.get("reportedBy").equals("city")) {
            return List.of(CITY);
        }
        boolean bureauRunToo = ((Collection<?>) indicator.get("appliesTo")).contains("bureau-run");
        return bureauRunToo ? BELOW_THE_CITY : COUNTIES;
    }

    private static void agree(SoftAssertions softly, HandMadeCard byHand, Map<String, Object> card) {
        String name = (String) card.get("indicator");
        softly.assertThat(card.get("period")).as(name).isEqualTo("2020-10");
        softly.assertThat(card.get("status")).as(name).isEqualTo(byHand.status());
        Map<?, ?> coverage = (Map<?, ?>) card.get("coverage");
        softly.assertThat(coverage.get("reported")).as(name).isEqualTo(byHand.reported());
        softly.assertThat(coverage.get("carried")).as(name).isEqualTo(byHand.carried());
        softly.assertThat(coverage.get("missing")).as(name).isEqualTo(byHand.missing());
        Map.of(
                        "actual", byHand.actual(),
                        "target", byHand.target(),
                        "gap", byHand.gap(),
                        "gapCount", byHand.gapCount())
                .forEach((field, expected) -> same(softly, name, field, card, expected));
        same(softly, name, "expected", card, byHand.expected());
        same(softly, name, "lag", card, byHand.lag());
        same(softly, name, "lagPoints", card, byHand.lagPoints());
        same(softly, name, "completionRate", card, byHand.completionRate());
    }

    private static void same(
            SoftAssertions softly, String name, String field, Map<String, Object> card, BigDecimal expected) {
        BigDecimal served = HandMadeCard.decimal(card.get(field));
        if (served == null || expected == null) {
            softly.assertThat(served).as(name + " " + field).isEqualTo(expected);
        } else {
            softly.assertThat(served).as(name + " " + field).isCloseTo(expected, within(new BigDecimal("0.0000001")));
        }
    }

    /** After closed schools in spring more schools offer service, and in summer as many as before. */
    @Test
    void signals_ofTheDemonstration_areFewAndAboutTheOddYear() {
        assertThat(list("/signals?size=1000"))
                .hasSizeBetween(20, 40)
                .allSatisfy(signal -> assertThat((String) signal.get("code")).isIn("W-CHANGE", "W-SAME"))
                .filteredOn(signal -> signal.get("indicator").equals("after-school-service"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void slipOfTheDemonstration_sentAgain_isWarnedOf() {
        String slip = quantity("major-project-investment", "511126", "2020-06", "3720", "元");
        given().contentType(ContentType.JSON)
                .body("{\"figures\": [" + slip.replace("}", ", \"note\": \"合成数据\"}") + "]}")
                .post("/api/v1/plans/leshan-2020/figures?dryRun=true")
                .then()
                .statusCode(200)
                .body("warnings.code", contains("W-SLIP", "W-CUMULATIVE"));
    }

    // ---- how it got there ----

    @Test
    void slipOfUnits_correctedAMonthLater_keepsBothRevisions() {
        List<Map<String, Object>> revisions =
                get("/figures/major-project-investment/511126/2020-06").getList("revisions");

        assertThat(revisions).hasSize(2);
        Map<?, ?> wrong = (Map<?, ?>) revisions.get(0).get("to");
        Map<?, ?> right = (Map<?, ?>) revisions.get(1).get("to");
        assertThat(HandMadeCard.decimal(right.get("value")))
                .isEqualByComparingTo(HandMadeCard.decimal(wrong.get("value")).multiply(new BigDecimal(10_000)));
    }

    @Test
    void secondStart_changesNothing_neitherWhatPeopleHavePosted() {
        Leshan.report(Leshan.quantity("unconnected-schools", "511129", "2020-10", "2", "所"));
        List<Map<String, Object>> before = figures();

        demo.post(FOLDER);

        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void guide_itsPost_turnsUnknownIntoBehind() throws IOException {
        String text = guide.text(FOLDER);
        Matcher post = Pattern.compile(
                        "curl -s -H @\\S+ -H 'Content-Type: application/json' http://\\S+?:\\d+(/\\S+) -d '(.*)'")
                .matcher(text);
        Matcher look = Pattern.compile(
                        "curl -s -H @\\S+ http://\\S+?:\\d+/api/v1/plans/leshan-2020(/scorecard/(\\S+)/511100)")
                .matcher(text);
        assertThat(post.find()).isTrue();
        assertThat(look.find()).isTrue();
        assertThat(get(look.group(1)).getString("status")).isEqualTo("unknown");
        assertThat(get(look.group(1)).getString("reason")).isEqualTo("coverage");
        assertThat(number(get(look.group(1)), "actual")).isBetween(new BigDecimal("93.585"), new BigDecimal("93.595"));

        given().contentType(ContentType.JSON)
                .body(post.group(2))
                .post(post.group(1))
                .then()
                .statusCode(200);

        Leshan.cardOnce(
                look.group(2), CITY, "2020-10", card -> card.getString("status").equals("behind"));
    }

    @Test
    void mistakesInAFile_stopTheStart_sayingAllOfThemInBothLanguages() {
        List<Map<String, Object>> before = figures();

        assertThatThrownBy(() -> demo.post("broken/leshan-2020"))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessageContainingAll(
                        "2020-11-01-wrong.json",
                        "figures[0].unit",
                        "万平方米",
                        "figures[1].region",
                        "没有填报单位“999999”",
                        "There is no region '999999'");

        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void folderThatIsNotThere_stopsTheStart_namingTheSetting() {
        assertThatThrownBy(() -> demo.post("seeds/demo/nowhere-2020"))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessageContainingAll("seeds/demo/nowhere-2020", "targetwatch.demo");
    }
}
