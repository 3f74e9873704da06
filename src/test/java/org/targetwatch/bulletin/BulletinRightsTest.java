package org.targetwatch.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;
import org.targetwatch.supervision.Supervised;

/** Who reads a draft, writes into it and issues it; and what everybody reads then. */
@QuarkusTest
@TestProfile(Supervised.class)
class BulletinRightsTest {
    private static final String JANUARY = "/api/v1/plans/leshan-2020/bulletins/2020-01";
    private static final List<Supplier<RequestSpecification>> COUNTIES_AND_VIEWERS =
            List.of(() -> As.reporter("511102"), () -> As.reporter("511100"), As::viewer, () -> As.viewer("511102"));
    private static final List<Supplier<RequestSpecification>> BUREAU =
            List.of(() -> As.reviewer("技装处"), As::leader, As::admin);

    private static ValidatableResponse post(RequestSpecification caller, String path, String body) {
        return caller.contentType(ContentType.JSON)
                .body(body)
                .post(JANUARY + path)
                .then();
    }

    @Test
    void bulletin_fromDraftToIssue_isWrittenByOffices_andReadByEverybodyOnceItIsIssued() {
        COUNTIES_AND_VIEWERS.forEach(caller -> {
            for (String format : List.of("", ".html", ".docx", ".xlsx")) {
                caller.get()
                        .get(JANUARY + format)
                        .then()
                        .statusCode(404)
                        .body(not(containsString("通报内容")), containsString("尚未印发"));
            }
            caller.get().get(JANUARY + "/text").then().statusCode(403);
        });
        BUREAU.forEach(caller ->
                caller.get().get(JANUARY + ".html").then().statusCode(200).body(containsString("草稿，未编期号，未印发")));
        Stream.concat(COUNTIES_AND_VIEWERS.stream(), Stream.of(As::leader, As::admin))
                .forEach(caller -> {
                    post(caller.get(), "", "{\"demands\": \"由我来写。\"}").statusCode(403);
                    post(caller.get(), "/issue", "{}").statusCode(403);
                });

        post(As.reviewer("技装处"), "", "{\"demands\": \"请各县抓紧。\"}").statusCode(200);
        post(As.reviewer("技装处"), "/issue", "{}").statusCode(200).body("number", equalTo(1));

        String paper = As.leader().get(JANUARY + ".html").asString();
        assertThat(paper).contains("请各县抓紧。").doesNotContain("由我来写");
        COUNTIES_AND_VIEWERS.forEach(caller -> {
            assertThat(caller.get().get(JANUARY + ".html").asString()).isEqualTo(paper);
            caller.get()
                    .queryParam("knownAt", "2020-02-10T00:00:00Z")
                    .get(JANUARY + ".html")
                    .then()
                    .statusCode(404);
        });
        post(As.reviewer("技装处"), "", "{\"demands\": \"再改。\"}").statusCode(409);
    }
}
