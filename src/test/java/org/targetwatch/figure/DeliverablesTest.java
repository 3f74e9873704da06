package org.targetwatch.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.targetwatch.Leshan.get;
import static org.targetwatch.Leshan.put;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.As;

/** On 9 November 2020. */
@QuarkusTest
class DeliverablesTest {
    private static final String DONE =
            """
            {"state": "done", "doneOn": "2020-09-30", "evidence": "乐教发〔2020〕12号", "note": "已公开发布"}""";

    @Inject
    DataSource database;

    @Test
    void deliverables_listed_standWithItemAndDueMonth() {
        JsonPath list = get("/deliverables");

        List<String> codes = list.getList("code");
        assertThat(codes).contains("five-year-plan", "youth-league-committee").isSorted();
        assertThat(codes).as("those of the work items").hasSameElementsAs(codesOfWorkItems());
        JsonPath plan = list.setRootPath("find { it.code == 'modernisation-plan' }");
        assertThat(plan.getInt("workItem")).isEqualTo(5);
        assertThat(plan.getString("due")).isEqualTo("2020-12");
        assertThat(plan.getString("state")).isEqualTo("not_started");
        assertThat(plan.getBoolean("overdue")).isFalse();
    }

    private static List<String> codesOfWorkItems() {
        return get("/work-items").getList("deliverables.flatten().code");
    }

    @Test
    void deliverables_paged_followTheLink() {
        given().get("/api/v1/plans/leshan-2020/deliverables?size=2")
                .then()
                .statusCode(200)
                .body("size()", is(2))
                .header("Link", containsString("after="));
        assertThat(get("/deliverables?size=2&after=five-year-plan").getList("code", String.class))
                .hasSize(2)
                .allMatch(code -> code.compareTo("five-year-plan") > 0);
    }

    @Test
    void deliverable_done_keepsWhatWasSaidBefore() {
        String path = "/deliverables/five-year-plan";
        put(path, """
                {"state": "in_progress", "note": "征求意见稿"}""")
                .statusCode(200)
                .header("ETag", "\"1\"");

        put(path, DONE)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", is("done"))
                .body("doneOn", is("2020-09-30"))
                .body("evidence", is("乐教发〔2020〕12号"));

        JsonPath read = get(path);
        assertThat(read.getString("code")).isEqualTo("five-year-plan");
        assertThat(read.getList("revisions.number")).containsExactly(1, 2);
        assertThat(read.getList("revisions.state")).containsExactly("in_progress", "done");
        assertThat(read.getList("revisions.note")).containsExactly("征求意见稿", "已公开发布");
        assertThat(read.getString("revisions[1].recordedBy")).isEqualTo(As.OFFICE);
        assertThat(read.getString("recordedAt")).isEqualTo(read.getString("revisions[1].recordedAt"));
        assertThat(get("/deliverables").getString("find { it.code == 'five-year-plan' }.state"))
                .isEqualTo("done");
    }

    @Test
    void deliverable_takenBack_isNotDoneAnyMore() {
        String path = "/deliverables/student-aid-audit";
        put(path, DONE).statusCode(200);

        put(path, """
                {"state": "in_progress", "note": "审计报告尚未签发"}""")
                .statusCode(200)
                .body("doneOn", nullValue())
                .body("evidence", nullValue())
                .body("revisions.state", contains("done", "in_progress"));
    }

    @Test
    void sameReport_sentAgain_makesNoRevision() {
        String path = "/deliverables/teacher-development-centre";
        put(path, DONE).statusCode(200);

        put(path, DONE).statusCode(200).header("ETag", "\"1\"").body("revisions.size()", is(1));
    }

    @Test
    void report_basedOnAnOldReading_isRefused() {
        String path = "/deliverables/talent-training-plan";
        assertThat(tagOf(path)).isEqualTo("\"0\"");
        putAt("\"0\"", path, DONE).statusCode(200);

        for (String old : List.of("\"0\"", "\"other\"", "W/\"1\"")) {
            putAt(old, path, "{\"state\": \"not_started\"}").statusCode(412).contentType("application/problem+json");
        }

        assertThat(get(path).getList("revisions.state")).containsExactly("done");
        putAt("\"1\"", path, "{\"state\": \"not_started\"}").statusCode(200);
    }

    private static String tagOf(String path) {
        return given().get("/api/v1/plans/leshan-2020" + path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse putAt(String tag, String path, String body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/api/v1/plans/leshan-2020" + path)
                .then();
    }

    @Test
    void fourReports_atTheSameMoment_oneIsStoredAndThreeAreTold() throws Exception {
        String path = "/deliverables/burden-reduction-plan";
        ExecutorService offices = Executors.newFixedThreadPool(4);
        List<Integer> answers = new ArrayList<>();
        try {
            CyclicBarrier start = new CyclicBarrier(4);
            List<Future<Integer>> reports = new ArrayList<>();
            for (int office = 1; office <= 4; office++) {
                String body = "{\"state\": \"in_progress\", \"note\": \"office %s\"}".formatted(office);
                reports.add(offices.submit(() -> {
                    start.await();
                    return putAt("\"0\"", path, body).extract().statusCode();
                }));
            }
            for (Future<Integer> report : reports) {
                answers.add(report.get());
            }
        } finally {
            offices.shutdown();
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(get(path).getList("revisions")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {}                                                                         | E-MISSING     | state
            {"state": "finished"}                                                      | E-STATE       | state
            {"state": "done", "doneOn": "2020-09-30"}                                  | E-EVIDENCE    | evidence
            {"state": "done", "doneOn": "2020-09-30", "evidence": " "}                 | E-EVIDENCE    | evidence
            {"state": "done", "evidence": "x"}                                         | E-MISSING     | doneOn
            {"state": "done", "doneOn": "30.9.2020", "evidence": "x"}                  | E-DATE        | doneOn
            {"state": "done", "doneOn": "2020-02-30", "evidence": "x"}                 | E-DATE        | doneOn
            {"state": "done", "doneOn": "2019-12-31", "evidence": "x"}                 | E-DATE-RANGE  | doneOn
            {"state": "done", "doneOn": "2020-11-10", "evidence": "x"}                 | E-DATE-FUTURE | doneOn
            {"state": "in_progress", "doneOn": "2020-09-30"}                           | E-NOT-DONE    | doneOn
            {"state": "in_progress", "note": "a\\u0000b"}                              | E-TEXT        | note
            """)
    void report_withAMistake_isRefusedByNameAndPlace(String body, String code, String field) {
        put("/deliverables/school-disturbance-pilot", body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.code", contains(code))
                .body("violations.field", contains(field));
        assertThat(get("/deliverables/school-disturbance-pilot").getList("revisions"))
                .isEmpty();
    }

    @Test
    void report_withSeveralMistakes_namesAllAtOnce() {
        String body = """
                {"state": "done", "doneOn": "2021-01-01", "note": "%s"}"""
                .formatted("长".repeat(2_001));
        put("/deliverables/school-disturbance-pilot", body)
                .statusCode(422)
                .body("violations.code", contains("E-DATE-FUTURE", "E-TEXT", "E-EVIDENCE"))
                .body("violationsTotal", is(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2020-11-09"})
    void doneOn_theFirstOrTheLastPossibleDay_isTaken(String day) {
        put(
                        "/deliverables/mandarin-before-school",
                        """
                {"state": "done", "doneOn": "%s", "evidence": "https://example.org/notice\\n第二行"}"""
                                .formatted(day))
                .statusCode(200)
                .body("doneOn", is(day))
                .body("evidence", is("https://example.org/notice\n第二行"));
    }

    @Test
    void deliverable_thatThePlanDoesNotName_isNotFound() {
        put("/deliverables/moon-landing", DONE).statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/plans/nowhere-2020/deliverables").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE deliverable_revision SET note = 'x'",
                "DELETE FROM deliverable_revision",
                "TRUNCATE deliverable_revision"
            })
    void history_byTheServiceRole_cannotBeChanged(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}
