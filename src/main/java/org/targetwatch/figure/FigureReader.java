package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.figure.Figures.Filter;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;

/** Reads figures and revisions, each call in one statement. */
@ApplicationScoped
class FigureReader {
    private static final List<Column<Series>> SERIES = List.of(
            new Column<>("indicator", "text", Series::indicator), new Column<>("region", "text", Series::region));

    /** The states of {@link FigureState#counts()}. */
    private static final String COUNTS = "state IN ('provisional', 'accepted')";

    private static final String CURRENT_PAGE =
            """
            SELECT * FROM figure WHERE plan = ?
            AND indicator = coalesce(?, indicator) AND region = coalesce(?, region) AND period = coalesce(?, period)
            AND state = ANY (?) AND indicator = ANY (?) AND region = ANY (?)
            AND (region, indicator, period) > (?, ?, ?)
            ORDER BY region, indicator, period LIMIT ?""";

    private static final String HISTORY =
            """
            SELECT %s FROM revision
            JOIN batch ON batch.plan = revision.plan AND batch.id = revision.batch
            WHERE revision.plan = ? AND revision.region = ? AND revision.indicator = ? AND revision.period = ?
            ORDER BY revision.seq"""
                    .formatted(RevisionRow.SELECTED);

    private static final String SERIES_NOW = now("value, numerator, denominator");

    private static final String COUNTING = now("value, numerator, denominator, quality, note, state, reason");

    /** {@code OFFSET 0}: each series is looked up in the key, however many there are, and never found by reading all figures. */
    private static String now(String columns) {
        return """
               SELECT indicator, region, figure.* FROM %s CROSS JOIN LATERAL (
                   SELECT period, %s FROM figure
                   WHERE plan = ? AND figure.region = wanted.region AND figure.indicator = wanted.indicator AND %s
                   OFFSET 0) AS figure"""
                .formatted(Column.unnest("wanted", SERIES), columns, COUNTS);
    }

    private static final String SERIES_THEN =
            """
            SELECT * FROM (
                SELECT DISTINCT ON (region, indicator, period)
                indicator, region, period, value, numerator, denominator, state FROM %s
                JOIN revision USING (indicator, region)
                WHERE plan = ? AND recorded_at <= ?
                ORDER BY region, indicator, period, seq DESC) AS last
            WHERE %s"""
                    .formatted(Column.unnest("wanted", SERIES), COUNTS);

    private static final String REVISIONS_THEN =
            """
            SELECT * FROM (
                SELECT DISTINCT ON (revision.period) %s FROM revision
                JOIN batch ON batch.plan = revision.plan AND batch.id = revision.batch
                WHERE revision.plan = ? AND revision.region = ? AND revision.indicator = ?
                AND revision.recorded_at <= coalesce(?, 'infinity'::timestamptz)
                ORDER BY revision.period, revision.seq DESC) AS last
            WHERE %s"""
                    .formatted(RevisionRow.SELECTED, COUNTS);

    private static final String LAST_STATES =
            """
            SELECT DISTINCT ON (revision.region, revision.indicator, revision.period) %s FROM %s
            JOIN batch ON batch.plan = revision.plan AND batch.id = revision.batch
            WHERE revision.plan = ? AND %s
            ORDER BY revision.region, revision.indicator, revision.period, revision.seq DESC""";

    private static final String STANDING_THEN = LAST_STATES.formatted(
            RevisionRow.SELECTED,
            "revision",
            "revision.region = ANY (?) AND revision.period BETWEEN ? AND ? AND revision.recorded_at <= ?");

    private static final String CHANGED_BETWEEN = LAST_STATES.formatted(
            RevisionRow.SELECTED,
            "revision",
            "revision.period BETWEEN ? AND ? AND revision.recorded_at > ? AND revision.recorded_at <= ?");

    private static final String STATES_THEN = LAST_STATES.formatted(
            RevisionRow.SELECTED,
            Column.unnest("wanted", FigureStore.KEY) + " JOIN revision USING (indicator, region, period)",
            "revision.recorded_at <= ?");

    private final Session session;

    FigureReader(Session session) {
        this.session = session;
    }

    /** One point of a series. */
    record Point(Series series, Period period, Amount amount) {}

    /** Figures as they stand, in the order of region, indicator and period, those after {@code after} only. */
    List<Current> current(Plan plan, Filter filter, Optional<Key> after, int limit) {
        return read(
                CURRENT_PAGE,
                statement -> {
                    statement.setString(1, plan.code());
                    statement.setString(2, filter.indicator());
                    statement.setString(3, filter.region());
                    statement.setObject(
                            4, filter.period() == null ? null : filter.period().index(), Types.INTEGER);
                    statement.setArray(5, statement.getConnection().createArrayOf("text", states(filter)));
                    statement.setArray(6, texts(statement, plan.indicators().keySet()));
                    statement.setArray(7, texts(statement, plan.seenRegions().toList()));
                    statement.setString(8, after.map(Key::region).orElse(""));
                    statement.setString(9, after.map(Key::indicator).orElse(""));
                    statement.setInt(10, after.map(key -> key.period().index()).orElse(0));
                    statement.setInt(11, limit);
                },
                FigureReader::current);
    }

    /** All states of one figure, oldest first; empty when it was never reported. */
    List<Revision> history(String plan, Key key) {
        return read(
                HISTORY,
                statement -> {
                    statement.setString(1, plan);
                    statement.setString(2, key.region());
                    statement.setString(3, key.indicator());
                    statement.setInt(4, key.period().index());
                },
                RevisionRow::read);
    }

    /** The current figures of {@code wanted}. */
    List<Point> series(String plan, Collection<Series> wanted) {
        return ofSeries(SERIES_NOW, plan, wanted, FigureReader::point);
    }

    /** The same with quality and note. */
    List<Figure> counting(String plan, Collection<Series> wanted) {
        return ofSeries(COUNTING, plan, wanted, row -> RevisionRow.entry(row).figure());
    }

    private <T> List<T> ofSeries(String now, String plan, Collection<Series> wanted, Rows.Reader<T> reader) {
        return read(
                now,
                statement -> {
                    Column.set(statement, 1, SERIES, wanted);
                    statement.setString(1 + SERIES.size(), plan);
                },
                reader);
    }

    /** The figures of {@code wanted} as they were current at {@code knownAt}. */
    List<Point> series(String plan, Collection<Series> wanted, Instant knownAt) {
        return read(
                SERIES_THEN,
                statement -> {
                    Column.set(statement, 1, SERIES, wanted);
                    statement.setString(1 + SERIES.size(), plan);
                    statement.setObject(2 + SERIES.size(), knownAt.atOffset(ZoneOffset.UTC));
                },
                FigureReader::point);
    }

    /** The revisions that were current at {@code knownAt} (null: now), by period. */
    List<Revision> revisions(String plan, Series series, @Nullable Instant knownAt) {
        return read(
                REVISIONS_THEN,
                statement -> {
                    statement.setString(1, plan);
                    statement.setString(2, series.region());
                    statement.setString(3, series.indicator());
                    statement.setObject(
                            4,
                            knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC),
                            Types.TIMESTAMP_WITH_TIMEZONE);
                },
                RevisionRow::read);
    }

    /** The last states, as known at {@code knownAt}, of all figures of {@code regions} from {@code first} to {@code last}. */
    List<Revision> standing(String plan, Collection<String> regions, Period first, Period last, Instant knownAt) {
        return read(
                STANDING_THEN,
                statement -> {
                    statement.setString(1, plan);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", regions.toArray()));
                    statement.setInt(3, first.index());
                    statement.setInt(4, last.index());
                    statement.setObject(5, knownAt.atOffset(ZoneOffset.UTC));
                },
                RevisionRow::read);
    }

    /** The last of the revisions learned behind {@code since} and up to {@code until}, of each figure that has any. */
    List<Revision> changed(String plan, Period first, Period last, Instant since, Instant until) {
        return read(
                CHANGED_BETWEEN,
                statement -> {
                    statement.setString(1, plan);
                    statement.setInt(2, first.index());
                    statement.setInt(3, last.index());
                    statement.setObject(4, since.atOffset(ZoneOffset.UTC));
                    statement.setObject(5, until.atOffset(ZoneOffset.UTC));
                },
                RevisionRow::read);
    }

    /** The last states of {@code keys} as known at {@code knownAt}; none for those that were not reported yet. */
    List<Revision> states(String plan, Collection<Key> keys, Instant knownAt) {
        return read(
                STATES_THEN,
                statement -> {
                    Column.set(statement, 1, FigureStore.KEY, keys);
                    statement.setString(1 + FigureStore.KEY.size(), plan);
                    statement.setObject(2 + FigureStore.KEY.size(), knownAt.atOffset(ZoneOffset.UTC));
                },
                RevisionRow::read);
    }

    private static Array texts(PreparedStatement statement, Collection<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    private static Object[] states(Filter filter) {
        return Arrays.stream(FigureState.values())
                .filter(state -> filter.state() == null ? state.counts() : state == filter.state())
                .map(FigureState::code)
                .toArray();
    }

    static Current current(ResultSet row) throws SQLException {
        return new Current(
                RevisionRow.entry(row), RevisionRow.instant(row, "recorded_at"), row.getString("recorded_by"));
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                new Series(row.getString("indicator"), row.getString("region")),
                Period.ofIndex(row.getInt("period")),
                RevisionRow.amount(row));
    }

    private <T> List<T> read(String query, Rows.Parameters parameters, Rows.Reader<T> reader) {
        return session.doReturningWork(connection -> Rows.read(connection, query, parameters, reader));
    }
}
