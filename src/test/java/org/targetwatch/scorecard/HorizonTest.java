package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.targetwatch.Judged;
import org.targetwatch.scorecard.Scorecards.Written;

/** What a look has not seen is new to the next one, and nothing else is, however long others write. */
@QuarkusTest
@TestProfile(Demonstration.class)
class HorizonTest {
    private static final Written LONG = new Written("leshan-2020", "petition-backlog");
    private static final Written SHORT = new Written("leshan-2020", "public-kindergarten-share");

    @Inject
    DataSource database;

    @Inject
    Scorecards scorecards;

    @Test
    void snapshot_isRead_asPostgresWritesIt() {
        assertThat(Horizon.parse("10:10:")).isEqualTo(new Horizon(10, List.of()));
        assertThat(Horizon.parse("10:20:10,14,15")).isEqualTo(new Horizon(20, List.of(10L, 14L, 15L)));
    }

    @Test
    void horizon_untilALaterOne_isWithoutThoseThatStillRunThen() {
        Horizon before = new Horizon(20, List.of(10L, 14L));
        assertThat(before.until(new Horizon(30, List.of(14L, 25L)))).isEqualTo(new Horizon(20, List.of(10L)));
    }

    @Test
    void database_thatCountsFromEarlier_hasShownNothing() {
        assertThat(new Horizon(20, List.of(10L)).until(new Horizon(19, List.of())))
                .isEqualTo(Horizon.NOTHING_SEEN);
    }

    @Test
    void cards_ofALongTransaction_areNewWhenItHasEnded_andHideNoOthers() throws SQLException {
        Judged.awaitAll();
        try (Connection longOne = database.getConnection();
                Connection shortOne = database.getConnection()) {
            longOne.setAutoCommit(false);
            Horizon before = scorecards.horizon();
            write(longOne, LONG);
            write(shortOne, SHORT);
            assertThat(scorecards.writtenAfter(before)).contains(SHORT).doesNotContain(LONG);

            Horizon meanwhile = scorecards.horizon();
            assertThat(scorecards.writtenAfter(meanwhile)).doesNotContain(SHORT, LONG);

            longOne.commit();
            assertThat(scorecards.writtenAfter(meanwhile.until(scorecards.horizon())))
                    .contains(LONG)
                    .doesNotContain(SHORT);
            assertThat(scorecards.writtenAfter(scorecards.horizon())).doesNotContain(SHORT, LONG);
        }
    }

    @Test
    void whoHasSeenNothing_findsAll() {
        assertThat(scorecards.writtenAfter(Horizon.NOTHING_SEEN)).contains(LONG, SHORT);
    }

    private static void write(Connection connection, Written written) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "UPDATE card SET version = DEFAULT WHERE indicator = '%s' AND region = '511126'"
                                    .formatted(written.indicator())))
                    .isPositive();
        }
    }
}
