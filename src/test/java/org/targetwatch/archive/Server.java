package org.targetwatch.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A running program, seen through its API. */
record Server(String url) {
    static final String PLAN = "/api/v1/plans/leshan-2020";

    String get(String path) {
        return given().get(url + path).then().statusCode(200).extract().asString();
    }

    private void post(String path, String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(url + PLAN + path)
                .then()
                .statusCode(200);
    }

    private void put(String path, String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .put(url + PLAN + path)
                .then()
                .statusCode(200);
    }

    ArchiveFile export() {
        return ArchiveFile.of(given().get(url + PLAN + "/export")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asByteArray());
    }

    ValidatableResponse restore(byte[] archive) {
        return given().contentType("application/octet-stream")
                .body(archive)
                .post(url + "/api/v1/imports")
                .then();
    }

    /** Everything that can happen to a plan, some of it after the moment that is returned. */
    Instant live() {
        report("511102", "2020-06", "1.23456", "{\"preparedBy\":\"张三\",\"checkedBy\":\"李四\",\"asOf\":\"2020-07-02\"}");
        report("511112", "2020-06", "0.5", "{}");
        post(
                "/figures",
                """
                {"figures": [{"indicator": "preprimary-ger", "region": "511113", "period": "2020-10",
                  "numerator": 910, "denominator": 1000, "quality": "certified", "note": "“核定”\\n第二行"}]}""");
        put("/targets/major-project-investment/511102", target("4.8", "\"linear\""));
        Instant between = Instant.now();
        report("511102", "2020-06", "1.5", "{\"approvedBy\":\"王五\"}");
        review("preprimary-ger", "511113", "2020-10", "return");
        review("major-project-investment", "511102", "2020-06", "accept");
        post("/figures/major-project-investment/511112/2020-06/withdraw", "{\"reason\": \"误报\"}");
        put("/targets/major-project-investment/511102", target("5.25", "{\"steps\": {\"2020-06\": 1.2345678}}"));
        put(
                "/exemptions/new-public-kindergarten-places/511113",
                "{\"exempt\": true, \"effectiveFrom\": \"2020-03\", \"reason\": \"无此项工作\"}");
        put("/deliverables/five-year-plan", "{\"state\": \"in_progress\", \"note\": \"起草中\"}");
        put(
                "/deliverables/five-year-plan",
                "{\"state\": \"done\", \"doneOn\": \"2020-09-30\", \"evidence\": \"乐教〔2020〕12号\"}");
        close();
        post("/bulletins/2020-01", "{\"demands\": \"抓紧推进。\"}");
        post("/bulletins/2020-01/issue", "{}");
        supervise();
        return between;
    }

    /** A slip of each kind of step that people make, with a file. */
    private void supervise() {
        int number = given().contentType(ContentType.JSON)
                .body("{\"indicator\": \"major-project-investment\", \"region\": \"511102\", \"reason\": \"进度滞后\"}")
                .post(url + PLAN + "/slips")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        String slip = "/slips/" + number;
        given().contentType("application/octet-stream")
                .body("%PDF-1.7 情况说明".getBytes(StandardCharsets.UTF_8))
                .post(url + PLAN + slip + "/attachments?name=note.pdf")
                .then()
                .statusCode(201);
        post(slip + "/reply", "{\"reason\": \"停工\", \"measure\": \"复工\", \"newDate\": \"2020-12-01\"}");
        post(slip + "/send-back", "{\"reason\": \"不具体\", \"due\": \"2020-11-20\"}");
    }

    private void close() {
        post("/periods/2020-01/close", "{\"reason\": \"一月数据已核\"}");
        post("/periods/2020-01/reopen", "{\"region\": \"511132\", \"until\": \"2020-11-20\", \"reason\": \"补报\"}");
        report("511132", "2020-01", "0.01", "{}");
        post("/periods/2020-01/close", "{}");
    }

    void report(String region, String period, String value, String signatures) {
        post(
                "/figures",
                """
                {"figures": [{"indicator": "major-project-investment", "region": "%s", "period": "%s",
                  "value": %s, "unit": "亿元"}], "signatures": %s}"""
                        .formatted(region, period, value, signatures));
    }

    private void review(String indicator, String region, String period, String verdict) {
        post(
                "/reviews",
                """
                {"reviews": [{"indicator": "%s", "region": "%s", "period": "%s", "verdict": "%s", "reason": "核对"}]}"""
                        .formatted(indicator, region, period, verdict));
    }

    private static String target(String value, String trajectory) {
        return """
               {"value": %s, "unit": "亿元", "effectiveFrom": "2020-01", "reason": "分解任务", "trajectory": %s}"""
                .formatted(value, trajectory);
    }

    /** What every server that knows the same of the plan answers alike, by address; {@code moments}: as known then. */
    Map<String, String> answers(Instant... moments) {
        List<String> regions = given().get(url + "/api/v1/regions").jsonPath().getList("code");
        Map<String, String> answers = new TreeMap<>();
        for (int month = 1; month <= 11; month++) {
            for (String region : regions) {
                ask("/scorecard?region=%s&period=2020-%02d".formatted(region, month), answers);
            }
            ask("/calendar?size=1000&period=2020-%02d".formatted(month), answers);
        }
        for (Instant moment : moments) {
            regions.forEach(region -> ask("/scorecard?region=%s&knownAt=%s".formatted(region, moment), answers));
        }
        List.of(
                        "/scorecard/major-project-investment/511102?period=2020-10",
                        "/scorecard/preprimary-ger/511100?period=2020-10",
                        "/figures?size=1000",
                        "/figures?size=1000&state=withdrawn",
                        "/figures/major-project-investment/511102/2020-06",
                        "/figures/preprimary-ger/511113/2020-10",
                        "/targets/major-project-investment/511102",
                        "/exemptions",
                        "/deliverables/five-year-plan",
                        "/closings",
                        "/bulletins",
                        "/bulletins/2020-01",
                        "/bulletins/2020-01/text",
                        "/bulletins/2020-01.html",
                        "/slips",
                        "/slips?state=sent_back")
                .forEach(path -> ask(path, answers));
        int sentBack =
                given().get(url + PLAN + "/slips?state=sent_back").jsonPath().getInt("[0].number");
        ask("/slips/" + sentBack + "/attachments/2", answers);
        return answers;
    }

    private void ask(String path, Map<String, String> answers) {
        answers.put(path, get(PLAN + path));
    }

    void assertIntact() {
        assertThat(given().get(url + "/api/v1/audit/verify?plan=leshan-2020")
                        .jsonPath()
                        .<Map<String, Object>>get())
                .containsEntry("intact", true);
    }
}
