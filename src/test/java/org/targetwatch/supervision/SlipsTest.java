package org.targetwatch.supervision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.card;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.ratio;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Status;

/** From a lag to its answer, over HTTP. Each test has an indicator or a county of its own. */
@QuarkusTest
@TestProfile(Supervised.class)
class SlipsTest {
    private static final String SLIPS = "/api/v1/plans/leshan-2020/slips";

    @Inject
    Catalogue catalogue;

    @Inject
    Slips slips;

    @Inject
    Supervisor supervisor;

    @Inject
    DataSource database;

    private static ValidatableResponse open(String indicator, String region) {
        return post("", "{\"indicator\":\"%s\",\"region\":\"%s\",\"reason\":\"进度太慢\"}".formatted(indicator, region));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(SLIPS + path)
                .then();
    }

    private static int opened(String indicator, String region) {
        cardOnce(indicator, region, "2020-10", card -> true);
        return open(indicator, region).statusCode(201).extract().path("number");
    }

    private static ValidatableResponse act(int number, String act, String body) {
        return post("/" + number + "/" + act, body);
    }

    private static ValidatableResponse reply(int number) {
        return act(number, "reply", "{\"reason\":\"雨季停工\",\"measure\":\"增加班组\",\"newDate\":\"2020-12-20\"}");
    }

    private static ValidatableResponse get(String path) {
        return given().get(SLIPS + path).then();
    }

    private static List<Map<String, Object>> ofRule(String indicator) {
        return get("?indicator=" + indicator).extract().jsonPath().getList("findAll { it.cause == 'rule' }");
    }

    private static JsonPath awaitRule(String indicator, String region) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> get("?indicator=" + indicator + "&region=" + region)
                                .extract()
                                .jsonPath(),
                        found -> !found.getList("").isEmpty());
    }

    // ---- from opening to closure ----

    @Test
    void slip_opened_repliedRefusedRepliedAccepted_isClosed() {
        int number = opened("compulsory-improvement-equipment", "511123");
        get("/" + number)
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("stateName", equalTo("待回复"))
                .body("dueDay", equalTo("2020-11-16"))
                .body("offices", equalTo(List.of("计财科")))
                .body("overdue", equalTo(false))
                .body("can", equalTo(List.of("replied", "closed")));

        reply(number).statusCode(200).body("state", equalTo("replied")).body("dueDay", nullValue());
        act(number, "send-back", "{\"reason\":\"措施不具体\",\"due\":\"2020-11-20\"}")
                .statusCode(200)
                .body("state", equalTo("sent_back"))
                .body("dueDay", equalTo("2020-11-20"));
        reply(number)
                .body("reply.reason", equalTo("雨季停工"))
                .body("reply.measure", equalTo("增加班组"))
                .body("reply.newDate", equalTo("2020-12-20"));
        act(number, "accept", "{}")
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("can", empty());

        get("/" + number)
                .body("steps.act", equalTo(List.of("opened", "replied", "sent_back", "replied", "accepted", "closed")))
                .body("steps.seq", equalTo(List.of(1, 2, 3, 4, 5, 6)))
                .body("steps.reason", hasItem("措施不具体"));
        assertThat(given().get("/api/v1/audit/events?plan=leshan-2020&size=1000")
                        .jsonPath()
                        .<String>getList("findAll { it.details?.slip == '" + number + "' }.act"))
                .as("newest first")
                .containsExactly(
                        "slip.closed",
                        "slip.accepted",
                        "slip.replied",
                        "slip.sent_back",
                        "slip.replied",
                        "slip.opened");
    }

    @ParameterizedTest
    @CsvSource({"accept,{}", "send-back,{\"reason\":\"x\"}"})
    void slip_withoutAReply_isNeitherAcceptedNorSentBack(String act, String body) {
        int number = opened("compulsory-improvement-equipment", act.equals("accept") ? "511124" : "511126");
        act(number, act, body)
                .statusCode(409)
                .body("detail", containsString("待回复"))
                .body("detail", containsString("现在可以：回复、销号"));
        get("/" + number).body("state", equalTo("open")).body("steps", hasSize(1));
    }

    @Test
    void slip_closed_takesNothingMore() {
        int number = opened("compulsory-improvement-equipment", "511129");
        act(number, "close", "{\"reason\":\"重复开单\"}").statusCode(200).body("state", equalTo("closed"));
        reply(number).statusCode(409).body("detail", containsString("另开一张"));
        act(number, "close", "{\"reason\":\"x\"}").statusCode(409);
        given().header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"x\"}")
                .post(SLIPS + "/" + number + "/send-back")
                .then()
                .statusCode(409)
                .body("detail", containsString("is now 'closed': send back is not possible"));
    }

    @Test
    void slip_repliedTwice_waitsForTheOffice() {
        int number = opened("compulsory-improvement-equipment", "511132");
        reply(number).statusCode(200);
        reply(number).statusCode(409).body("detail", containsString("采纳、退回、销号"));
    }

    @Test
    void slip_pastItsDueDay_isOverdueUntilReplied() {
        int number = opened("compulsory-improvement-equipment", "511133");
        Supervised.openedEarlier(number, "2020-11-06");
        get("/" + number).body("overdue", equalTo(true));
        get("?overdue=true").body("number", hasItem(number));
        awaitMetric("targetwatch_slips_overdue{plan=\"leshan-2020\",lead_office=\"计财科\",region=\"511133\",} 1.0");
        reply(number).statusCode(200).body("overdue", equalTo(false));
        awaitMetric("targetwatch_slips_overdue{plan=\"leshan-2020\",lead_office=\"计财科\",region=\"511133\",} 0.0");
    }

    private static void awaitMetric(String line) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> given().port(port)
                .accept("text/plain")
                .get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line::equals));
    }

    // ---- what is refused ----

    @Test
    void slip_openedTwiceByHand_namesTheFirst() {
        int number = opened("compulsory-improvement-equipment", "511111");
        open("compulsory-improvement-equipment", "511111")
                .statusCode(409)
                .body("detail", containsString(number + " 号督办单"));
        act(number, "close", "{\"reason\":\"另行处理\"}").statusCode(200);
        open("compulsory-improvement-equipment", "511111").statusCode(201);
    }

    @Test
    void forms_withMistakes_areRefusedWithAllOfThem() {
        post("", "{\"indicator\":\"nothing\",\"due\":\"yesterday\"}")
                .statusCode(422)
                .body("violations.code", equalTo(List.of("E-INDICATOR", "E-DATE", "E-REASON")));
        post("", "{\"indicator\":\"preprimary-ger\",\"region\":\"513436\",\"reason\":\"x\"}")
                .statusCode(422)
                .body("violations.code", equalTo(List.of("E-REGION")));
        int number = opened("compulsory-improvement-equipment", "511112");
        act(number, "reply", "{\"newDate\":\"2020-11-08\"}")
                .statusCode(422)
                .body("violations.field", equalTo(List.of("reason", "measure", "newDate")));
        act(number, "close", "{\"reason\":\" \"}").statusCode(422);
        get("/" + number).body("steps", hasSize(1));
    }

    @Test
    void confidentialIndicator_isNeverFollowedUpByCounty() {
        open("gaokao-tier1-rate", "511102").statusCode(422).body("violations.code", hasItem("E-REGION"));
    }

    @Test
    void slip_thatIsNotThere_isNotFound() {
        get("/999999").statusCode(404).body("detail", containsString("/api/v1/plans/leshan-2020/slips"));
        get("/abc").statusCode(400);
        get("?state=lost").statusCode(400);
        given().get("/api/v1/plans/nowhere/slips").then().statusCode(404);
    }

    // ---- lists ----

    @Test
    void list_inPages_isWhole() {
        Stream.of("511102", "511113", "511181").forEach(region -> opened("compulsory-improvement-floor-area", region));
        List<Integer> all = get("?indicator=compulsory-improvement-floor-area&state=ongoing")
                .extract()
                .path("number");
        assertThat(all).hasSize(3);
        ValidatableResponse first =
                get("?indicator=compulsory-improvement-floor-area&size=2").body("number", equalTo(all.subList(0, 2)));
        String link = first.extract().header("Link");
        given().get(link.substring(1, link.indexOf('>'))).then().body("number", equalTo(all.subList(2, 3)));
        get("?office=基教科&indicator=compulsory-improvement-floor-area").body("number", empty());
        get("?office=计财科&region=511113&state=open&indicator=compulsory-improvement-floor-area")
                .body("number", hasSize(1));
    }

    // ---- files ----

    private static ValidatableResponse upload(int number, String name, byte[] content) {
        return given().contentType("application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post(SLIPS + "/" + number + "/attachments")
                .then();
    }

    @Test
    void file_uploaded_comesBackAsItWas_toBeSavedOnly() {
        int number = opened("compulsory-improvement-equipment", "511181");
        byte[] pdf = "%PDF-1.7 情况说明".getBytes(StandardCharsets.UTF_8);
        int seq = upload(number, "情况 说明.pdf", pdf)
                .statusCode(201)
                .header("Location", endsWith("/attachments/2"))
                .body("size", equalTo(pdf.length))
                .extract()
                .path("seq");
        byte[] saved = given().get(SLIPS + "/" + number + "/attachments/" + seq)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header(
                        "Content-Disposition",
                        endsWith("; filename*=UTF-8''%E6%83%85%E5%86%B5%20%E8%AF%B4%E6%98%8E.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        assertThat(saved).isEqualTo(pdf);

        upload(number, "again.pdf", pdf).statusCode(201).body("seq", equalTo(seq));
        get("/" + number).body("steps.act", equalTo(List.of("opened", "attached")));
        given().get(SLIPS + "/" + number + "/attachments/1").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"page.html,<html>", "note.pdf,no pdf", "../x.pdf,%PDF-1", "x.exe,MZ", "pdf,%PDF-1.7"})
    void file_thatIsNotWhatItSays_isRefused(String name, String content) {
        int number = slipForRefusedFiles();
        upload(number, name, content.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("violations.code", equalTo(List.of("E-ATTACHMENT")));
        get("/" + number).body("steps", hasSize(1));
    }

    private static synchronized int slipForRefusedFiles() {
        List<Integer> open = get("?indicator=school-handover").extract().path("number");
        return open.isEmpty() ? opened("school-handover", CITY) : open.get(0);
    }

    @Test
    void file_thatIsTooLarge_isRefused() {
        upload(slipForRefusedFiles(), "large.pdf", ("%PDF-" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8))
                .statusCode(413);
    }

    // ---- by rule ----

    @Test
    void guaranteedPromise_farBehind_isAskedAfterAtOnce_theCityAndWhoHoldsTheGap() {
        report(COUNTIES.stream()
                .map(county -> ratio(
                        "disabled-enrolment-rate",
                        county,
                        "2020-10",
                        county.equals("511132") ? "20" : county.equals("511133") ? "93" : "96",
                        "100"))
                .toArray(String[]::new));

        JsonPath city = awaitRule("disabled-enrolment-rate", CITY);
        assertThat(city.getString("[0].cause")).isEqualTo("rule");
        assertThat(city.getString("[0].steps[0].reason")).contains("2020-10");
        assertThat(city.getList("[0].shares.region")).isEqualTo(List.of("511132", "511133"));
        assertThat(city.getInt("[0].shares[0].count")).isEqualTo(75);
        awaitRule("disabled-enrolment-rate", "511132");
        assertThat(ofRule("disabled-enrolment-rate"))
                .as("511133 holds 2 of 77, and gets no letter of its own")
                .hasSize(2);
    }

    @Test
    void promiseOfBestEffort_isAskedAfter_whenItLagsForTwoMonths_andSettledWhenItCatchesUp() {
        report(Stream.concat(COUNTIES.stream(), Stream.of("511100-ZS"))
                .map(region -> places(region, "2020-10", region.equals("511102") ? "9200" : "0"))
                .toArray(String[]::new));
        cardOnce("new-public-kindergarten-places", CITY, "2020-10", card -> card.getString("status")
                .equals("far_behind"));
        supervise("new-public-kindergarten-places");
        assertThat(ofRule("new-public-kindergarten-places")).as("one month").isEmpty();

        report(places("511102", "2020-09", "8100"));
        int number = awaitRule("new-public-kindergarten-places", CITY).getInt("[0].number");
        report(places("511102", "2020-10", "10700"));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        card("new-public-kindergarten-places", CITY, "2020-10").getString("status"))
                .isEqualTo("on_track"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get("/" + number)
                .body("state", equalTo("recovered"))
                .body("jumped", equalTo(false))
                .body("dueDay", nullValue()));

        report(places("511102", "2020-10", "9201"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ofRule("new-public-kindergarten-places"))
                .as("it fell again")
                .hasSize(2));
    }

    private static String places(String region, String period, String value) {
        return quantity("new-public-kindergarten-places", region, period, value, "个");
    }

    private void supervise(String indicator) {
        var plan = catalogue.require("leshan-2020");
        supervisor.look(plan, plan.requireIndicator(indicator));
    }

    @Test
    void figure_thatJumpsAfterTheReminder_isMarked_andLeftToTheReviewer() {
        report(ratio("gaokao-undergraduate-rate", CITY, "2020-07", "400", "1000"));
        int number = awaitRule("gaokao-undergraduate-rate", CITY).getInt("[0].number");
        get("/" + number).body("status", equalTo("missed")).body("jumped", equalTo(false));

        report(ratio("gaokao-undergraduate-rate", CITY, "2020-07", "515", "1000"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get("/" + number)
                .body("jumped", equalTo(true))
                .body("steps.about", hasItem("revision/2020-10"))
                .body("steps.about", hasItem("exact/2020-10")));
        supervise("gaokao-undergraduate-rate");
        get("/" + number).body("state", equalTo("open")).body("steps", hasSize(3));
        act(number, "close", "{\"reason\":\"已核实\"}").statusCode(200);
    }

    @Test
    void month_thatClosesMoreThanHalfOfTheGap_isMarked_halfOfItIsNot() {
        report(
                quantity("municipal-art-troupes", CITY, "2020-10", "10", "个"),
                quantity("traditional-arts-schools", CITY, "2020-10", "1", "所"));
        cardOnce("municipal-art-troupes", CITY, "2020-10", card -> card.getInt("actual") == 10);
        cardOnce("traditional-arts-schools", CITY, "2020-10", card -> card.getInt("actual") == 1);
        int leaping = opened("municipal-art-troupes", CITY);
        int steady = opened("traditional-arts-schools", CITY);
        report(
                quantity("municipal-art-troupes", CITY, "2020-11", "21", "个"),
                quantity("traditional-arts-schools", CITY, "2020-11", "2", "所"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get("/" + leaping)
                .body("jumped", equalTo(true))
                .body("steps.about[1]", equalTo("leap/2020-11"))
                .body("steps.reason[1]", equalTo("2020-11：一个报告期内补上了缺口的一半以上")));
        given().header("Accept-Language", "en")
                .get(SLIPS + "/" + leaping)
                .then()
                .body("steps.reason[1]", equalTo("2020-11: one month closed more than half of the gap"));
        cardOnce("traditional-arts-schools", CITY, "2020-11", card -> card.getInt("actual") == 2);
        supervise("traditional-arts-schools");
        get("/" + steady).body("jumped", equalTo(false));
    }

    @Test
    void slip_closedByHand_isNotOpenedAgainForTheSameMonth() {
        report(COUNTIES.stream()
                .map(county -> ratio("oversized-class-rate", county, "2020-10", "60", "100"))
                .toArray(String[]::new));
        report(ratio("oversized-class-rate", "511100-ZS", "2020-10", "60", "100"));
        int number = awaitRule("oversized-class-rate", CITY).getInt("[0].number");
        act(number, "close", "{\"reason\":\"省里已批准延期\"}").statusCode(200);
        supervise("oversized-class-rate");
        assertThat(ofRule("oversized-class-rate")).hasSize(1);
    }

    // ---- several at once ----

    @Test
    void replicas_openingAtOnce_openOne() throws Exception {
        var plan = catalogue.require("leshan-2020");
        Series series = new Series("tianfu-cloud-connection", "511102");
        Finding finding = new Finding(Period.of(2020, 10), Status.BEHIND, null, null, null, null, null, null);
        Said said = Said.opened("同时", LocalDate.of(2020, 11, 16), null);
        List<Boolean> opened = atOnce(8, () -> slips.open(plan, series, Cause.RULE, finding, List.of(), said, "replica")
                .isPresent());
        assertThat(opened).containsOnlyOnce(true);
        assertThat(ofRule("tianfu-cloud-connection")).hasSize(1);
    }

    @Test
    void database_evenWithoutTheLock_takesOneOpenSlipOfACause() {
        int number = opened("smart-education-schools", CITY);
        String again =
                """
                INSERT INTO slip (plan, number, indicator, region, offices, cause, period, status, shares, phase)
                SELECT plan, 1000 + number, indicator, region, offices, cause, period, status, shares, 'open'
                FROM slip WHERE number = %d"""
                        .formatted(number);
        assertThatThrownBy(() -> {
                    try (Connection connection = database.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(again);
                    }
                })
                .hasMessageContaining("slip_open_uq");
    }

    @Test
    void reviewers_decidingAtOnce_decideOnce() throws Exception {
        int number = opened("tianfu-cloud-connection", "511111");
        reply(number).statusCode(200);
        List<Integer> answers = atOnce(4, () -> act(number, "send-back", "{\"reason\":\"补充材料\"}")
                .extract()
                .statusCode());
        assertThat(answers).containsOnlyOnce(200).contains(409);
        get("/" + number).body("steps.act", equalTo(List.of("opened", "replied", "sent_back")));
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            return threads.invokeAll(Collections.nCopies(times, task)).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdown();
        }
    }
}
