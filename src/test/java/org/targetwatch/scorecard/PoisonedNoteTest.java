package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row of the database that no program can judge does not hold up the rest. */
@QuarkusTest
@TestProfile(Demonstration.class)
class PoisonedNoteTest {
    private static final String INDICATOR = "repeat-petitions";
    private static final String SPOILT = "511123";
    private static final String SOUND = "511124";
    private static final String PERIOD = "2020-09";

    @Inject
    DataSource database;

    @Inject
    Scorecards scorecards;

    @AfterEach
    void repair() throws SQLException {
        setValue("3");
    }

    @Test
    void note_thatCannotBeJudged_isSetAsideWhileTheRestGoesOn() throws SQLException {
        report(quantity(INDICATOR, SPOILT, PERIOD, "3", "件"));
        cardOnce(INDICATOR, SPOILT, PERIOD, card -> card.getInt("actual") == 3);
        setValue("'NaN'");
        noteTogether(SPOILT, SOUND);
        report(quantity(INDICATOR, SOUND, PERIOD, "7", "件"));
        cardOnce(INDICATOR, SOUND, PERIOD, card -> card.getInt("actual") == 7);
        await().until(() -> scorecards.backlog().setAside() == 1);
        await().until(() -> scorecards.backlog().size() == 0);
        assertThat(scorecards.backlog().age()).isEqualTo(Duration.ZERO);

        repair();
        await().atMost(Duration.ofSeconds(30)).until(() -> scorecards.backlog().setAside() == 0);
    }

    private void setValue(String value) throws SQLException {
        execute("UPDATE figure SET value = " + value + " WHERE indicator = '" + INDICATOR + "' AND region = '" + SPOILT
                + "' AND period = 2020 * 12 + 8");
    }

    private void noteTogether(String... regions) throws SQLException {
        execute("INSERT INTO judging_note (plan, indicator, region, depth, from_period) SELECT 'leshan-2020', '"
                + INDICATOR + "', region, 1, 2020 * 12 + 8 FROM unnest(ARRAY['" + String.join("','", regions)
                + "']) region");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
