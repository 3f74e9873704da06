package org.targetwatch.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.Owner;

/** Damages what was recorded, as one who owns the database could, and sees it found. Each damage is undone. */
@QuarkusTest
@TestProfile(Office.class)
class VerificationTest {
    private static final String REGION = "511133";
    private static final String OF_REGION = " WHERE plan = 'leshan-2020' AND region = '" + REGION + "'";

    @BeforeEach
    void reportOnce() throws SQLException {
        if (given().get("/api/v1/plans/leshan-2020/figures/petition-backlog/" + REGION + "/2020-06")
                        .statusCode()
                == 404) {
            report(quantity("petition-backlog", REGION, "2020-05", "5", "件"));
            report(quantity("petition-backlog", REGION, "2020-05", "6", "件"));
            report(quantity("petition-backlog", REGION, "2020-06", "7", "件"));
        }
        Owner.execute("CREATE TABLE IF NOT EXISTS revision_kept AS SELECT * FROM revision" + OF_REGION);
        Owner.execute("CREATE TABLE IF NOT EXISTS figure_kept AS SELECT * FROM figure" + OF_REGION);
        Owner.execute("CREATE TABLE IF NOT EXISTS chain_head_kept AS SELECT * FROM chain_head" + OF_REGION);
    }

    @AfterEach
    void undo() throws SQLException {
        for (String table : new String[] {"revision", "figure", "chain_head"}) {
            Owner.execute("DELETE FROM " + table + OF_REGION);
            Owner.execute("INSERT INTO " + table + " SELECT * FROM " + table + "_kept");
            Owner.execute("DROP TABLE " + table + "_kept");
        }
    }

    private static JsonPath verify() {
        return given().get("/api/v1/audit/verify?plan=leshan-2020")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void assertBroken(int seq, String cause) {
        JsonPath found = verify();
        assertThat(found.getBoolean("intact")).isFalse();
        assertThat(found.<Map<String, Object>>getList("breaks"))
                .contains(Map.of(
                        "kind", "revisions", "plan", "leshan-2020", "region", REGION, "seq", seq, "cause", cause));
    }

    @Test
    void records_untouched_areIntact() {
        JsonPath found = verify();
        assertThat(found.getList("breaks")).isEmpty();
        assertThat(found.getBoolean("intact")).isTrue();
        assertThat(found.getInt("links")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void oneByteOfAnOldRevision_changed_isNamed() throws SQLException {
        Owner.execute("UPDATE revision SET value = 4" + OF_REGION + " AND seq = 1");
        assertBroken(1, "changed");
    }

    @Test
    void revision_removed_isNamed() throws SQLException {
        Owner.execute("DELETE FROM revision" + OF_REGION + " AND seq = 2");
        assertBroken(2, "missing");
    }

    @Test
    void revisions_inAnotherOrder_areNamed() throws SQLException {
        Owner.execute("UPDATE revision SET seq = 99" + OF_REGION + " AND seq = 1");
        Owner.execute("UPDATE revision SET seq = 1" + OF_REGION + " AND seq = 2");
        Owner.execute("UPDATE revision SET seq = 2" + OF_REGION + " AND seq = 99");
        assertBroken(1, "changed");
    }

    @Test
    void lastRevision_removedWithItsHead_isFoundByWhatCountsNow() throws SQLException {
        Owner.execute("DELETE FROM revision" + OF_REGION + " AND seq = 3");
        Owner.execute("UPDATE chain_head SET seq = 2, hash = (SELECT hash FROM revision" + OF_REGION + " AND seq = 2)"
                + OF_REGION);
        assertBroken(3, "out_of_step");
    }

    @Test
    void revision_addedByHand_isNamed() throws SQLException {
        Owner.execute(
                "INSERT INTO revision SELECT plan, region, 4, indicator, period, 1, numerator, denominator, quality, note,"
                        + " batch, recorded_at, recorded_by, hash, state, reason FROM revision" + OF_REGION
                        + " AND seq = 3");
        assertBroken(4, "changed");
    }

    @Test
    void currentFigure_changedByHand_isNamed() throws SQLException {
        Owner.execute("UPDATE figure SET value = 70" + OF_REGION + " AND period = 2020 * 12 + 5");
        assertBroken(3, "out_of_step");
    }

    @Test
    void wholeChain_writtenAnewAfterItWasSealed_isNamed() throws SQLException {
        Office.close("2020-08");
        Owner.execute("UPDATE sealed_head SET hash = decode(repeat('ab', 32), 'hex')" + OF_REGION
                + " AND closing = (SELECT max(seq) FROM closing)");
        assertBroken(3, "resealed");
        assertThat(verify().getList("breaks.kind")).contains("closings");
        Owner.execute("UPDATE sealed_head SET hash = chain_head.hash FROM chain_head WHERE sealed_head.region = '"
                + REGION + "' AND chain_head.region = sealed_head.region AND closing = (SELECT max(seq) FROM closing)");
    }
}
