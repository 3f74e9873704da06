package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.Owner;
import org.targetwatch.measure.Period;
import org.targetwatch.scorecard.JudgingQueue.Note;
import org.targetwatch.scorecard.JudgingQueue.Taken;

/** On a table of its own, which hides that of the program from the test's connection. */
@QuarkusTest
@TestProfile(Demonstration.class)
class JudgingQueueTest {
    private static final int NOTES = 20_000;
    private static final int INDICATORS = 40;

    @Inject
    SessionFactory sessions;

    private Connection connection;
    private Session session;
    private JudgingQueue queue;

    @BeforeEach
    void begin() throws SQLException {
        connection = Owner.connect();
        connection.setAutoCommit(false);
        session = sessions.withOptions().connection(connection).openSession();
        queue = new JudgingQueue(session);
        execute("CREATE TEMPORARY TABLE judging_note (LIKE judging_note INCLUDING ALL)");
    }

    @AfterEach
    void end() throws SQLException {
        session.close();
        connection.close();
    }

    @Test
    void notes_whenTheDatabaseTakesTheirTableForEmpty_areStillFoundByTheirKey() {
        queue.add(notes());
        execute("DELETE FROM judging_note");
        execute("ANALYZE judging_note");
        queue.add(notes());
        long before = rowsRead();

        Taken taken = queue.take(1_000);

        assertThat(taken.notes()).hasSize(1_000);
        assertThat(count("SELECT count(*) FROM judging_note")).isEqualTo(NOTES - 1_000);
        assertThat(rowsRead() - before).as("with the %d of the count", NOTES).isLessThan(NOTES + 10_000);
    }

    @Test
    void takenNotes_setAside_waitAloneForTheirTime() throws SQLException {
        queue.add(notes().subList(0, 3));
        Savepoint untaken = connection.setSavepoint();

        Taken taken = queue.take(2);
        assertThat(count("SELECT count(*) FROM judging_note")).isEqualTo(1);
        connection.rollback(untaken);
        queue.setAside(taken);

        assertThat(taken.notes()).hasSize(2);
        assertThat(queue.take(10).notes()).hasSize(1).doesNotContainAnyElementsOf(taken.notes());
        assertThat(count("SELECT count(*) FROM judging_note WHERE failures = 1 AND due_at = now() + interval '2 s'"))
                .isEqualTo(2);
    }

    private static List<Note> notes() {
        return IntStream.range(0, NOTES)
                .mapToObj(number -> new Note(
                        "leshan-2020",
                        "indicator-" + number % INDICATORS,
                        "region-" + number / INDICATORS,
                        1,
                        Period.of(2020, 1)))
                .toList();
    }

    private void execute(String sql) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private long count(String sql) {
        return session.createNativeQuery(sql, Long.class).getSingleResult();
    }

    /** By this transaction, of the hidden and the hiding table. */
    private long rowsRead() {
        return count(
                """
                SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint
                FROM pg_stat_xact_all_tables WHERE relname = 'judging_note'""");
    }
}
