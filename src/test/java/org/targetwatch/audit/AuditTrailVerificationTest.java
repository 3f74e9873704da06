package org.targetwatch.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.Owner;
import org.targetwatch.figure.Office;

/** Damages the trail, as one who owns the database could, and sees it found. Each damage is undone. */
@QuarkusTest
@TestProfile(Office.class)
class AuditTrailVerificationTest {
    private static final String CHAIN = "leshan-2033";
    private static final String OF_CHAIN = " WHERE chain = '" + CHAIN + "'";

    @Inject
    AuditTrail trail;

    @BeforeEach
    void recordFourChanges() {
        for (int number = 1; number <= 4; number++) {
            Subject subject = Subject.inPlan(CHAIN).and("slip", number);
            QuarkusTransaction.requiringNew().run(() -> trail.record("victim", "slip.opened", subject, Facts.NONE));
        }
    }

    @AfterEach
    void undo() throws SQLException {
        Owner.execute("DELETE FROM audit_event" + OF_CHAIN);
        Owner.execute("DELETE FROM audit_head" + OF_CHAIN);
    }

    private static void assertBroken(int seq, String cause) {
        Map<String, Object> expected =
                new HashMap<>(Map.of("kind", "events", "plan", CHAIN, "seq", seq, "cause", cause));
        expected.put("region", null);
        assertThat(given().get("/api/v1/audit/verify?plan=" + CHAIN).jsonPath().<Map<String, Object>>getList("breaks"))
                .containsExactly(expected);
        assertThat(given().get("/api/v1/audit/verify").jsonPath().getBoolean("intact"))
                .isFalse();
    }

    @Test
    void trail_untouched_isIntact() {
        assertThat(given().get("/api/v1/audit/verify?plan=" + CHAIN).jsonPath().<String, Object>getMap(""))
                .containsEntry("intact", true)
                .containsEntry("links", 4);
    }

    @Test
    void row_changed_isNamedWhateverItsColumn() throws SQLException {
        for (String change : new String[] {
            "recorded_by = 'somebody'",
            "act = 'slip.closed'",
            "subject = '{\"slip\": \"9\"}'",
            "subject = '{\"slip\": 2}'",
            "details = '{\"reason\": \"made up\"}'",
            "details = '[]'",
            "recorded_at = recorded_at - interval '1 microsecond'"
        }) {
            Owner.execute("UPDATE audit_event SET " + change + OF_CHAIN + " AND seq = 2");
            assertBroken(2, "changed");
            undo();
            recordFourChanges();
        }
    }

    @Test
    void row_removed_isNamed() throws SQLException {
        Owner.execute("DELETE FROM audit_event" + OF_CHAIN + " AND seq = 3");
        assertBroken(3, "missing");
    }

    @Test
    void lastRow_removed_isNamed() throws SQLException {
        Owner.execute("DELETE FROM audit_event" + OF_CHAIN + " AND seq = 4");
        assertBroken(4, "missing");
    }

    @Test
    void rows_reordered_areNamed() throws SQLException {
        Owner.execute("UPDATE audit_event SET seq = 100" + OF_CHAIN + " AND seq = 2");
        Owner.execute("UPDATE audit_event SET seq = 2" + OF_CHAIN + " AND seq = 3");
        Owner.execute("UPDATE audit_event SET seq = 3" + OF_CHAIN + " AND seq = 100");
        assertBroken(2, "changed");
    }

    @Test
    void row_addedByHand_isNamed() throws SQLException {
        Owner.execute(
                "INSERT INTO audit_event SELECT chain, 5, plan, act, subject, details, recorded_at, recorded_by, hash"
                        + " FROM audit_event" + OF_CHAIN + " AND seq = 4");
        assertBroken(5, "changed");
    }

    @Test
    void wholeChain_removedWithItsHead_isSeenByTheNextChange() throws SQLException {
        Owner.execute("DELETE FROM audit_head" + OF_CHAIN);
        assertBroken(1, "added");
    }
}
