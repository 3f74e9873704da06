package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.Judged;

/** What judging makes of a card that is there already. */
@QuarkusTest
@TestProfile(Demonstration.class)
class CardDigestTest {
    private static final String INDICATOR = "petition-backlog";
    private static final String REGION = "511126";
    private static final String CARD =
            "card WHERE indicator = '" + INDICATOR + "' AND region = '" + REGION + "' AND period = 2020 * 12 + 8";

    @Inject
    DataSource database;

    @BeforeEach
    void report5() {
        report(quantity(INDICATOR, REGION, "2020-09", "5", "件"));
        cardOnce(INDICATOR, REGION, "2020-09", card -> card.getInt("actual") == 5);
    }

    @Test
    void card_thatSaysTheSame_isNotWritten() throws SQLException {
        String before = written();
        judgeAgain();
        assertThat(written()).isEqualTo(before);
    }

    /** As one does that knows nothing of digests, and works beside this one during an upgrade. */
    @Test
    void card_writtenByAnOlderProgram_isWrittenAgain() throws SQLException {
        execute("UPDATE " + CARD.replace("WHERE", "SET actual = 77, version = DEFAULT WHERE"));
        judgeAgain();
        cardOnce(INDICATOR, REGION, "2020-09", card -> card.getInt("actual") == 5);
    }

    private void judgeAgain() throws SQLException {
        execute("INSERT INTO judging_note (plan, indicator, region, depth, from_period) VALUES ('leshan-2020', '"
                + INDICATOR + "', '" + REGION + "', 1, 2020 * 12 + 8)");
        Judged.awaitAll();
    }

    /** Where the row lies and who wrote it: both change with every writing, a mere lock included. */
    private String written() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT concat_ws(' ', ctid, xmin, xmax, version) FROM " + CARD)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
