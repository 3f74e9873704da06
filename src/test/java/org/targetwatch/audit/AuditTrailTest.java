package org.targetwatch.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.targetwatch.figure.Office;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/** What the trail promises to those who record in it, and to those who read it. Each test has an actor of its own. */
@QuarkusTest
@TestProfile(Office.class)
class AuditTrailTest {
    private static final String PLAN = "leshan-2020";

    @Inject
    AuditTrail trail;

    @Inject
    Session session;

    private void record(String by, String act, Subject subject, Facts details) {
        QuarkusTransaction.requiringNew().run(() -> trail.record(by, act, subject, details));
    }

    private static JsonPath events(String query) {
        return given().get("/api/v1/audit/events?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath verify() {
        return given().get("/api/v1/audit/verify")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    // ---- recording ----

    @Test
    void change_committed_leavesOneRowThatSaysAll() {
        Instant before = Instant.now();
        Subject subject = Subject.series(PLAN, new Series("petition-backlog", "511102"))
                .and("period", Period.parse("2020-05").orElseThrow());
        Facts details = Facts.of("value", new BigDecimal("4.50"))
                .and("reason", "“复核”\n第二行")
                .and("low", null);
        record("row", "target.set", subject, details);

        JsonPath row = events("actor=row");
        assertThat(row.getList("")).hasSize(1);
        assertThat(row.getString("[0].act")).isEqualTo("target.set");
        assertThat(row.getString("[0].plan")).isEqualTo(PLAN);
        assertThat(row.<String, String>getMap("[0].subject"))
                .isEqualTo(Map.of("indicator", "petition-backlog", "region", "511102", "period", "2020-05"));
        assertThat(row.<String, String>getMap("[0].details")).isEqualTo(Map.of("value", "4.5", "reason", "“复核”\n第二行"));
        assertThat(row.getString("[0].hash")).matches("[0-9a-f]{64}");
        assertThat(Instant.parse(events("actor=row").getString("[0].recordedAt").replace("+08:00", "Z"))
                        .minusSeconds(8 * 3600))
                .isBetween(before.minusMillis(1), Instant.now());
    }

    @Test
    void change_rolledBack_leavesNoRow() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    trail.record("nobody", "target.set", Subject.inPlan(PLAN), Facts.NONE);
                    throw new IllegalStateException("refused");
                }))
                .hasMessageContaining("refused");
        assertThat(events("actor=nobody").getList("")).isEmpty();
    }

    @Test
    void change_outsideATransactionOrWithoutACodedAct_isRefused() {
        assertThatThrownBy(() -> trail.record("x", "target.set", Subject.server(), Facts.NONE))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> record("x", "set the target", Subject.server(), Facts.NONE))
                .hasMessageContaining("set the target");
        assertThatThrownBy(() -> Facts.of("two words", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesInOneTransaction_standInTheirOrder_andInTheirChains() {
        QuarkusTransaction.requiringNew().run(() -> {
            trail.record("several", "slip.opened", Subject.inPlan(PLAN).and("slip", 1), Facts.NONE);
            trail.record("several", "token.created", Subject.server().and("token", "a"), Facts.NONE);
            trail.record("several", "slip.opened", Subject.inPlan(PLAN).and("slip", 2), Facts.NONE);
        });
        JsonPath rows = events("actor=several&plan=" + PLAN);
        assertThat(rows.getList("subject.slip")).containsExactly("2", "1");
        assertThat(rows.getInt("[0].seq")).isEqualTo(rows.getInt("[1].seq") + 1);
        assertThat(events("actor=several&act=token.created").getString("[0].chain"))
                .isEqualTo("*");
    }

    /** Chains that are met in opposite orders: whoever locked at once would wait for each other. */
    @Test
    void changesAtOnce_fromManySides_formWholeChains() throws Exception {
        List<Subject> subjects = List.of(Subject.inPlan(PLAN), Subject.server(), Subject.inPlan("leshan-2031"));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int task = 0; task < 8; task++) {
            int first = task;
            running.add(pool.submit(() -> IntStream.range(0, 10)
                    .forEach(round -> QuarkusTransaction.requiringNew().run(() -> {
                        trail.record("crowd", "slip.opened", subjects.get((first + round) % 3), Facts.NONE);
                        trail.record("crowd", "slip.opened", subjects.get((first + round + 2) % 3), Facts.NONE);
                    }))));
        }
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertThat(events("actor=crowd&size=1000").getList("")).hasSize(160);
        assertThat(verify().getList("breaks.findAll { it.kind == 'events' }")).isEmpty();
    }

    /** A change that is not committed yet holds nobody up who records in the same chain. */
    @Test
    void change_whoseTransactionGoesOn_holdsNobodyUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            trail.record("slow", "slip.opened", Subject.inPlan(PLAN), Facts.NONE);
            session.createNativeQuery("SELECT 1", Integer.class).getSingleResult();
            QuarkusTransaction.requiringNew()
                    .timeout(10)
                    .run(() -> trail.record("quick", "slip.opened", Subject.inPlan(PLAN), Facts.NONE));
        });
        assertThat(events("actor=slow").getInt("[0].seq"))
                .isEqualTo(events("actor=quick").getInt("[0].seq") + 1);
    }

    // ---- reading ----

    @Test
    void events_pageByPage_areAllThereNewestFirst() {
        IntStream.range(0, 5)
                .forEach(number ->
                        record("pages", "slip.opened", Subject.inPlan(PLAN).and("slip", number), Facts.NONE));
        List<String> seen = new ArrayList<>();
        String path = "/api/v1/audit/events?actor=pages&size=2";
        while (path != null) {
            Response page = given().urlEncodingEnabled(false).get(path);
            seen.addAll(page.jsonPath().getList("subject.slip"));
            String link = page.header("Link");
            path = link == null ? null : link.replaceAll("^<|>;.*", "");
        }
        assertThat(seen).containsExactly("4", "3", "2", "1", "0");
    }

    @Test
    void events_ofAStretchOfTime_beginWithFromAndEndBeforeTo() {
        record("stretch", "slip.opened", Subject.inPlan(PLAN), Facts.NONE);
        record("stretch", "slip.closed", Subject.inPlan(PLAN), Facts.NONE);
        String second = events("actor=stretch").getString("[0].recordedAt").replace("+", "%2B");
        assertThat(given().urlEncodingEnabled(false)
                        .get("/api/v1/audit/events?actor=stretch&from=" + second)
                        .jsonPath()
                        .getList("act"))
                .containsExactly("slip.closed");
        assertThat(given().urlEncodingEnabled(false)
                        .get("/api/v1/audit/events?actor=stretch&to=" + second)
                        .jsonPath()
                        .getList("act"))
                .containsExactly("slip.opened");
    }

    @Test
    void parametersThatCannotBeRead_areNamed() {
        for (String query :
                List.of("from=yesterday", "to=%2B999999-01-01T00:00:00Z", "after=x", "after=x~y~z", "size=0")) {
            given().urlEncodingEnabled(false)
                    .get("/api/v1/audit/events?" + query)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(query.substring(0, query.indexOf('='))));
        }
        given().get("/api/v1/audit/events.csv?from=yesterday").then().statusCode(400);
    }

    @Test
    void whatIsAboutAConfidentialIndicator_isWithheld_butStandsInTheChain() {
        Series confidential = new Series("gaokao-tier1-rate", "511100");
        record("discreet", "target.set", Subject.series(PLAN, confidential), Facts.of("value", "secret"));
        record("discreet", "target.set", Subject.series(PLAN, new Series("gone", "511100")), Facts.of("x", "secret"));

        JsonPath rows = events("actor=discreet");
        assertThat(rows.getList("withheld")).containsExactly(true, true);
        for (String form : List.of("events", "events.csv", "events.jsonl")) {
            given().get("/api/v1/audit/" + form + "?actor=discreet")
                    .then()
                    .statusCode(200)
                    .body(containsString("target.set"))
                    .body(not(containsString("gaokao")))
                    .body(not(containsString("secret")));
        }
    }

    @Test
    void export_asJsonLines_hasOneObjectToALineOldestFirst() {
        record("lines", "slip.opened", Subject.inPlan(PLAN).and("slip", 1), Facts.of("reason", "一\n二"));
        record("lines", "slip.closed", Subject.inPlan(PLAN).and("slip", 1), Facts.NONE);
        String file = given().get("/api/v1/audit/events.jsonl?actor=lines")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .header("Content-Disposition", containsString(".jsonl"))
                .extract()
                .asString();
        assertThat(file.lines().map(line -> JsonPath.from(line).getString("act")))
                .containsExactly("slip.opened", "slip.closed");
        assertThat(JsonPath.from(file.lines().findFirst().orElseThrow()).getString("details.reason"))
                .isEqualTo("一\n二");
    }

    @Test
    void export_asCsv_isReadableByExcelAndHoldsNoFormula() {
        record("=cmd|'/c calc'!A1", "slip.opened", Subject.inPlan(PLAN).and("slip", 1), Facts.of("reason", "甲，\"乙\""));
        String file = given().queryParam("actor", "=cmd|'/c calc'!A1")
                .get("/api/v1/audit/events.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(file.lines().findFirst().orElseThrow())
                .isEqualTo("\uFEFFrecordedAt,recordedBy,act,plan,subject,details,withheld,chain,seq,hash");
        assertThat(file)
                .contains(",'=cmd|'/c calc'!A1,")
                .contains("\"reason=甲，\"\"乙\"\"\"")
                .doesNotContain(",=cmd");
    }
}
