package org.targetwatch.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;

/**
 * What must be judged again. Everyone may add notes at any time and never waits; a worker takes some of the deepest,
 * judges what they name and deletes just these, in one transaction ({@code design.md} 4). A note that arrives while
 * its pair is judged stays and is judged after.
 */
@ApplicationScoped
class JudgingQueue {
    /** {@code indicator} in {@code region} must be judged again from {@code from} on. */
    record Note(String plan, String indicator, String region, int depth, Period from) {
        static Note of(Plan plan, Series series, Period from) {
            return new Note(
                    plan.code(),
                    series.indicator(),
                    series.region(),
                    plan.regions().depth(series.region()),
                    from);
        }

        Series series() {
            return new Series(indicator, region);
        }

        static Note earlierOf(Note one, Note other) {
            return other.from.isBefore(one.from) ? other : one;
        }
    }

    private static final List<Column<Note>> COLUMNS = List.of(
            new Column<>("plan", "text", Note::plan),
            new Column<>("indicator", "text", Note::indicator),
            new Column<>("region", "text", Note::region),
            new Column<>("depth", "int2", Note::depth),
            new Column<>("from_period", "int4", note -> note.from().index()));

    private static final String ADD = """
            INSERT INTO judging_note (%s) SELECT given.* FROM %s"""
            .formatted(Column.names(COLUMNS), Column.unnest("given", COLUMNS));

    /** By what a pair is locked while it is judged. */
    private static final String LOCKED =
            "pg_try_advisory_xact_lock(hashtextextended(concat_ws('/', plan, indicator, region), 0))";

    /**
     * Rows another worker works on are skipped; of the rest those pairs are taken whose lock is free, because a pair
     * judged by two workers at once could end with the older one's cards. A pair is taken with all its notes: a hundred
     * posts that waited are judged once.
     *
     * <p>The database is left no choice but to look each pair up in the key, and to delete what was found where it lies: what it
     * knows of how many notes there are is always of another moment, and a join planned for none of them takes minutes for a
     * hundred thousand.
     */
    private static final String TAKE =
            """
            WITH open AS MATERIALIZED (
                SELECT plan, indicator, region, depth FROM judging_note
                WHERE due_at <= now() ORDER BY depth DESC, id LIMIT ? FOR UPDATE SKIP LOCKED),
            pair AS MATERIALIZED (
                SELECT DISTINCT plan, indicator, region FROM open
                WHERE depth = (SELECT max(depth) FROM open)),
            locked AS MATERIALIZED (
                SELECT plan, indicator, region FROM pair
                WHERE %s),
            taken AS MATERIALIZED (
                SELECT note.place FROM locked CROSS JOIN LATERAL (
                    SELECT ctid AS place FROM judging_note AS note
                    WHERE (note.plan, note.region, note.indicator) = (locked.plan, locked.region, locked.indicator) AND due_at <= now()
                    FOR UPDATE SKIP LOCKED) AS note)
            DELETE FROM judging_note WHERE ctid = ANY (ARRAY(SELECT place FROM taken)) RETURNING *"""
                    .formatted(LOCKED);

    private static final String LOCK =
            "SELECT indicator, region FROM %s WHERE %s".formatted(Column.unnest("given", COLUMNS), LOCKED);

    /** After two seconds, then after twice as long each time, at most an hour. */
    private static final String SET_ASIDE =
            """
            UPDATE judging_note SET failures = failures + 1,
                due_at = now() + make_interval(secs => least(3600, power(2, least(failures + 1, 12))))
            WHERE plan = ANY (?) AND region = ANY (?) AND id = ANY (?)""";

    private static final String BACKLOG =
            """
            SELECT count(*) FILTER (WHERE failures = 0), count(*) FILTER (WHERE failures > 0),
                coalesce(extract(epoch FROM now() - min(noted_at) FILTER (WHERE failures = 0)) * 1000, 0)::bigint
            FROM judging_note""";

    private final Session session;

    JudgingQueue(Session session) {
        this.session = session;
    }

    void add(Collection<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                Column.set(statement, 1, COLUMNS, notes);
                statement.executeUpdate();
            }
        });
    }

    /** Notes that this transaction has taken out of the queue: where it cannot judge them all, it must roll back. */
    record Taken(List<TakenNote> rows) {
        List<Note> notes() {
            return rows.stream().map(TakenNote::note).toList();
        }

        /** How many indicators of regions they are about. */
        long pairs() {
            return notes().stream()
                    .map(note -> List.of(note.plan(), note.region(), note.indicator()))
                    .distinct()
                    .count();
        }
    }

    private record TakenNote(long id, Note note) {}

    /** Those of the deepest pairs that no other worker is busy with: of as many as the {@code limit} oldest notes name. */
    Taken take(int limit) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
                statement.setInt(1, limit);
                return new Taken(Rows.read(statement, JudgingQueue::readTaken));
            }
        });
    }

    /** Those of {@code notes} that this transaction may judge although it did not take them: nobody else is busy with them. */
    Set<Series> lock(Collection<Note> notes) {
        if (notes.isEmpty()) {
            return Set.of();
        }
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
                Column.set(statement, 1, COLUMNS, notes);
                return Set.copyOf(
                        Rows.read(statement, row -> new Series(row.getString("indicator"), row.getString("region"))));
            }
        });
    }

    private static TakenNote readTaken(ResultSet row) throws SQLException {
        return new TakenNote(
                row.getLong("id"),
                new Note(
                        row.getString("plan"),
                        row.getString("indicator"),
                        row.getString("region"),
                        row.getInt("depth"),
                        Period.ofIndex(row.getInt("from_period"))));
    }

    Scorecards.Backlog backlog() {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BACKLOG)) {
                return Rows.read(statement, JudgingQueue::readBacklog).get(0);
            }
        });
    }

    private static Scorecards.Backlog readBacklog(ResultSet row) throws SQLException {
        return new Scorecards.Backlog(row.getLong(1), row.getLong(2), Duration.ofMillis(row.getLong(3)));
    }

    /** Notes that a transaction took which was rolled back. */
    void setAside(Taken taken) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE)) {
                statement.setArray(1, distinct(connection, taken, Note::plan));
                statement.setArray(2, distinct(connection, taken, Note::region));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "int8", taken.rows().stream().map(TakenNote::id).toArray()));
                statement.executeUpdate();
            }
        });
    }

    private static Array distinct(Connection connection, Taken taken, Function<Note, String> column)
            throws SQLException {
        return connection.createArrayOf(
                "text", taken.notes().stream().map(column).distinct().toArray());
    }
}
