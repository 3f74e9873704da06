package org.targetwatch.supervision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.targetwatch.Leshan.cardOnce;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;

/** What counties and offices may know of and do to each other's slips, over HTTP, as the people they are. */
@QuarkusTest
@TestProfile(Supervised.class)
class SlipRightsTest {
    private static final String SLIPS = "/api/v1/plans/leshan-2020/slips";
    private static final String INDICATOR = "after-school-service";
    private static final byte[] PDF = "%PDF-1.7 内部情况".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, String> ACTS = Map.of(
            "reply", "{\"reason\": \"一\", \"measure\": \"二\", \"newDate\": \"2020-12-20\"}",
            "accept", "{}",
            "send-back", "{\"reason\": \"三\"}",
            "close", "{\"reason\": \"四\"}");

    private static int opened(String region) {
        cardOnce(INDICATOR, region, "2020-10", card -> true);
        return open(As.reviewer("基教科"), region).statusCode(201).extract().path("number");
    }

    private static ValidatableResponse open(RequestSpecification caller, String region) {
        return caller.contentType(ContentType.JSON)
                .body("{\"indicator\": \"%s\", \"region\": \"%s\", \"reason\": \"请说明\"}".formatted(INDICATOR, region))
                .post(SLIPS)
                .then();
    }

    private static ValidatableResponse act(RequestSpecification caller, int number, String act) {
        return caller.contentType(ContentType.JSON)
                .body(ACTS.get(act))
                .post(SLIPS + "/" + number + "/" + act)
                .then();
    }

    private static ValidatableResponse upload(RequestSpecification caller, int number) {
        return caller.contentType("application/octet-stream")
                .queryParam("name", "内部情况.pdf")
                .body(PDF)
                .post(SLIPS + "/" + number + "/attachments")
                .then();
    }

    @Test
    void slip_ofAnotherCounty_isLikeOneThatDoesNotExist() {
        int number = opened("511123");
        int file =
                upload(As.reporter("511123"), number).statusCode(201).extract().path("seq");
        act(As.reporter("511123"), number, "reply").statusCode(200);
        for (int asked : List.of(number, 888_888)) {
            As.reporter("511124")
                    .get(SLIPS + "/" + asked)
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo(unknown(asked)));
            As.reporter("511124")
                    .get(SLIPS + "/" + asked + "/attachments/" + file)
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo(unknown(asked)));
            act(As.reporter("511124"), asked, "reply").statusCode(404).body("detail", equalTo(unknown(asked)));
            upload(As.reporter("511124"), asked).statusCode(404).body("detail", equalTo(unknown(asked)));
        }
        As.reporter("511124")
                .get(SLIPS + "?indicator=" + INDICATOR)
                .then()
                .statusCode(200)
                .body("findAll { it.region != '511124' }", hasSize(0));
        As.reporter("511124").get(SLIPS + "?region=511123").then().statusCode(403);
        assertThat(As.leader()
                        .get(SLIPS + "/" + number + "/attachments/" + file)
                        .asByteArray())
                .isEqualTo(PDF);
    }

    private static String unknown(int number) {
        return "工作要点 leshan-2020 没有 " + number + " 号督办单，现有的见 /api/v1/plans/leshan-2020/slips。";
    }

    @Test
    void slip_ofAnotherOffice_isReadButNeitherRepliedToNorDecided() {
        int number = opened("511126");
        As.reviewer("技装处").get(SLIPS + "/" + number).then().statusCode(200);
        ACTS.keySet()
                .forEach(act ->
                        act(As.reviewer("技装处"), number, act).statusCode(403).body("detail", containsString("基教科")));
        upload(As.reviewer("技装处"), number).statusCode(403);
        open(As.reviewer("技装处"), "511129").statusCode(403);
        given().get(SLIPS + "/" + number).then().body("steps.act", equalTo(List.of("opened")));
    }

    @Test
    void slip_ofTheOwnCounty_isRepliedToButNotDecided_andReadersDoNothing() {
        int number = opened("511132");
        act(As.reporter("511132"), number, "reply").statusCode(200);
        for (String act : List.of("accept", "send-back", "close")) {
            act(As.reporter("511132"), number, act).statusCode(403);
        }
        for (RequestSpecification reader : List.of(As.leader(), As.viewer(), As.admin(), As.viewer("511132"))) {
            reader.get(SLIPS + "/" + number).then().statusCode(200).body("reply.reason", equalTo("一"));
        }
        ACTS.keySet().forEach(act -> {
            act(As.leader(), number, act).statusCode(403);
            act(As.viewer("511132"), number, act).statusCode(403);
            act(As.admin(), number, act).statusCode(403);
        });
        As.nobody().get(SLIPS + "/" + number).then().statusCode(401);
    }

    @Test
    void step_onASlipThatHasChangedSince_isRefused() {
        int number = opened("511133");
        String tag = given().get(SLIPS + "/" + number).header("ETag");
        assertThat(tag).isEqualTo("\"1\"");
        act(As.reporter("511133"), number, "reply").statusCode(200).header("ETag", equalTo("\"2\""));
        act(As.reviewer("基教科").header("If-Match", tag), number, "close")
                .statusCode(412)
                .body("detail", containsString("您查看之后又有办理记录"));
        act(As.reviewer("基教科").header("If-Match", "\"2\""), number, "accept").statusCode(200);
    }
}
