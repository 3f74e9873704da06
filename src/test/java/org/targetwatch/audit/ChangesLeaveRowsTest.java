package org.targetwatch.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.targetwatch.figure.Office;

/** Every kind of change over HTTP leaves its row; what changes nothing leaves none. */
@QuarkusTest
@TestProfile(Office.class)
class ChangesLeaveRowsTest {
    private static final String PLAN = "/api/v1/plans/leshan-2020";
    private static final String REGION = "511129";

    private static RequestSpecification sending(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static JsonPath events(String act) {
        return given().get("/api/v1/audit/events?plan=leshan-2020&size=1000&act=" + act)
                .jsonPath();
    }

    private static List<Map<String, String>> details(String act, String subject, String value) {
        return events(act).getList("findAll { it.subject.%s == '%s' }.details".formatted(subject, value));
    }

    @Test
    void targetSet_leavesARowWithWhatWasDecided() {
        sending("{\"value\": 4.8, \"unit\": \"亿元\", \"effectiveFrom\": \"2020-01\", \"reason\": \"分解\", \"trajectory\":"
                        + " \"linear\"}")
                .put(PLAN + "/targets/major-project-investment/" + REGION)
                .then()
                .statusCode(200);
        assertThat(details("target.set", "region", REGION).get(0))
                .containsEntry("value", "480000000")
                .containsEntry("effectiveFrom", "2020-01")
                .containsEntry("reason", "分解")
                .containsEntry("number", "1");
    }

    @Test
    void targetRefused_leavesNone() {
        sending("{\"value\": -1, \"effectiveFrom\": \"2020-01\"}")
                .put(PLAN + "/targets/major-project-investment/511133")
                .then()
                .statusCode(422);
        assertThat(details("target.set", "region", "511133")).isEmpty();
    }

    @Test
    void exemptionSet_leavesOneRow_andNoneTheSecondTime() {
        for (int time = 0; time < 2; time++) {
            sending("{\"exempt\": true, \"effectiveFrom\": \"2020-03\", \"reason\": \"无此项\"}")
                    .put(PLAN + "/exemptions/new-public-kindergarten-places/" + REGION)
                    .then()
                    .statusCode(200);
        }
        assertThat(details("exemption.set", "region", REGION))
                .containsExactly(Map.of("number", "1", "exempt", "true", "effectiveFrom", "2020-03", "reason", "无此项"));
    }

    @Test
    void deliverableReported_leavesOneRow_andNoneTheSecondTime() {
        for (int time = 0; time < 2; time++) {
            sending("{\"state\": \"in_progress\", \"note\": \"起草中\"}")
                    .put(PLAN + "/deliverables/modernisation-plan")
                    .then()
                    .statusCode(200);
        }
        assertThat(details("deliverable.reported", "deliverable", "modernisation-plan"))
                .containsExactly(Map.of("state", "in_progress", "note", "起草中"));
    }

    @Test
    void closingAndReopening_leaveRowsWithTheSeal() {
        String seal = sending("{\"reason\": \"核定\"}")
                .post(PLAN + "/periods/2020-07/close")
                .then()
                .statusCode(200)
                .extract()
                .path("seal");
        sending("{\"region\": \"%s\", \"until\": \"2020-11-20\", \"reason\": \"补报\"}".formatted(REGION))
                .post(PLAN + "/periods/2020-07/reopen")
                .then()
                .statusCode(200);
        assertThat(details("period.closed", "period", "2020-07").get(0))
                .containsEntry("seal", seal)
                .containsEntry("reason", "核定");
        assertThat(events("period.reopened").getList("findAll { it.subject.period == '2020-07' }.subject.region"))
                .containsExactly(REGION);
    }

    @Test
    void decisionsAboutFigures_leaveRows_reportsDoNot() {
        report(quantity("petition-backlog", REGION, "2020-10", "5", "件"));
        for (String verdict : List.of("accept", "return", "return")) {
            sending("{\"reviews\": [{\"indicator\": \"petition-backlog\", \"region\": \"%s\", \"period\": \"2020-10\","
                                    .formatted(REGION)
                            + " \"verdict\": \"" + verdict + "\", \"reason\": \"核对\"}]}")
                    .post(PLAN + "/reviews")
                    .then()
                    .statusCode(200);
        }
        sending("{\"reason\": \"误报\"}")
                .post(PLAN + "/figures/petition-backlog/" + REGION + "/2020-10/withdraw")
                .then()
                .statusCode(200);
        List<String> acts = given().get("/api/v1/audit/events?plan=leshan-2020&size=1000")
                .jsonPath()
                .getList("findAll { it.subject.region == '%s' && it.subject.period == '2020-10' }.act"
                        .formatted(REGION));
        assertThat(acts).containsExactly("figure.withdrawn", "figure.returned", "figure.accepted");
    }

    @Test
    void planOfASeedsFile_leavesARowAtTheFirstStart() {
        JsonPath stored = events("plan.stored");
        assertThat(stored.getList("recordedBy")).containsExactly("system");
        assertThat(stored.getList("chain")).containsExactly("*");
    }

    @Test
    void everyActInTheCode_standsInTheDocument() throws IOException {
        Pattern act = Pattern.compile("\\.record\\(\\s*[^,]+,\\s*\"([a-z_]+\\.[a-z_]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> acts = sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(path -> act.matcher(read(path)).results().map(match -> match.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(acts).hasSizeGreaterThan(5);
            String document = read(Path.of("docs/audit.md"));
            assertThat(acts).allSatisfy(one -> assertThat(document).contains("`" + one + "`"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
