package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.hibernate.Session;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;

/** Table {@code card}. Every call is one statement, whatever the number of cards; it joins the caller's transaction. */
@ApplicationScoped
class CardStore {
    private static final String UPSERT =
            """
            INSERT INTO card (%s) SELECT given.* FROM %s
            ON CONFLICT (%s) DO UPDATE SET %s, version = DEFAULT"""
                    .formatted(
                            Column.names(CardColumns.ALL),
                            Column.unnest("given", CardColumns.ALL),
                            Column.names(CardColumns.KEY),
                            CardColumns.ALL.stream()
                                    .filter(column -> !CardColumns.KEY.contains(column))
                                    .map(column -> column.name() + " = EXCLUDED." + column.name())
                                    .collect(joining(", ")));

    private static final List<Column<Series>> SERIES = List.of(
            new Column<>("indicator", "text", Series::indicator), new Column<>("region", "text", Series::region));

    private static final String WANTED =
            """
            SELECT card.* FROM %s JOIN card USING (indicator, region) WHERE plan = ? AND period >= ?"""
                    .formatted(Column.unnest("wanted", SERIES));

    private static final List<Column<Entry<Series, Period>>> BEFORE = List.of(
            new Column<>("indicator", "text", entry -> entry.getKey().indicator()),
            new Column<>("region", "text", entry -> entry.getKey().region()),
            new Column<>("before", "int4", entry -> entry.getValue().index()));

    private static final String ACTUALS =
            """
            SELECT indicator, region, period, actual FROM %s JOIN card USING (indicator, region)
            WHERE plan = ? AND period < before AND actual IS NOT NULL"""
                    .formatted(Column.unnest("wanted", BEFORE));

    private static final List<Column<Entry<String, Period>>> PERIODS = List.of(
            new Column<>("indicator", "text", Entry::getKey),
            new Column<>("period", "int4", entry -> entry.getValue().index()));

    private static final String AT =
            """
            SELECT card.* FROM %s JOIN card USING (indicator, period) WHERE plan = ? AND region = ANY (?)
            ORDER BY indicator, region"""
                    .formatted(Column.unnest("wanted", PERIODS));

    private final Session session;

    CardStore(Session session) {
        this.session = session;
    }

    void store(Collection<Card> cards) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                Column.set(statement, 1, CardColumns.ALL, cards);
                statement.executeUpdate();
            }
        });
    }

    /** The cards of {@code wanted} from a period on. */
    List<Card> from(String plan, Collection<Series> wanted, Period from) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WANTED)) {
                Column.set(statement, 1, SERIES, wanted);
                statement.setString(SERIES.size() + 1, plan);
                statement.setInt(SERIES.size() + 2, from.index());
                return Rows.read(statement, CardColumns::read);
            }
        });
    }

    /** The actual values of cards before each series' period. */
    Map<Series, Map<Period, Exact>> actualsBefore(String plan, Map<Series, Period> series) {
        return session
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(ACTUALS)) {
                        Column.set(statement, 1, BEFORE, series.entrySet());
                        statement.setString(BEFORE.size() + 1, plan);
                        return Rows.read(statement, CardStore::actual);
                    }
                })
                .stream()
                .collect(groupingBy(Actual::series, toMap(Actual::period, Actual::value)));
    }

    private record Actual(Series series, Period period, Exact value) {}

    private static Actual actual(ResultSet row) throws SQLException {
        return new Actual(
                new Series(row.getString("indicator"), row.getString("region")),
                Period.ofIndex(row.getInt("period")),
                Exact.of(row.getBigDecimal("actual")));
    }

    /** One series of cards, by period. */
    List<Card> history(String plan, String indicator, String region) {
        return read(
                "SELECT * FROM card WHERE plan = ? AND indicator = ? AND region = ? ORDER BY period",
                plan,
                indicator,
                region);
    }

    /** All cards of {@code region}, by indicator and period. */
    List<Card> of(String plan, String region) {
        return read("SELECT * FROM card WHERE plan = ? AND region = ? ORDER BY indicator, period", plan, region);
    }

    /** The cards of {@code regions} in one period. */
    List<Card> of(String plan, String indicator, Collection<String> regions, Period period) {
        return read(
                """
                SELECT * FROM card WHERE plan = ? AND indicator = ? AND period = ? AND region = ANY (?)
                ORDER BY region""",
                plan,
                indicator,
                period.index(),
                texts(regions));
    }

    /** The cards of {@code regions}, of each indicator in its own period. */
    List<Card> at(String plan, Map<String, Period> periods, Collection<String> regions) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(AT)) {
                Column.set(statement, 1, PERIODS, periods.entrySet());
                statement.setString(PERIODS.size() + 1, plan);
                statement.setArray(PERIODS.size() + 2, connection.createArrayOf("text", texts(regions)));
                return Rows.read(statement, CardColumns::read);
            }
        });
    }

    /** Every card there is. */
    List<Card> all() {
        return read("SELECT * FROM card");
    }

    /** What was written by the transaction {@code version} or a later one, other than by those of a restored backup. */
    List<Card> written(long version) {
        return read(
                """
                SELECT * FROM card WHERE version >= ?
                AND version < pg_snapshot_xmax(pg_current_snapshot())::text::bigint""",
                version);
    }

    /** Removes cards of months after {@code last} and of series that the plan does not watch any more. */
    void keepOnly(Plan plan, Period last) {
        session.createNativeMutationQuery(
                        """
                        DELETE FROM card WHERE plan = :plan
                        AND (period > :last OR indicator <> ALL (:indicators) OR region <> ALL (:regions))""")
                .setParameter("plan", plan.code())
                .setParameter("last", last.index())
                .setParameter("indicators", texts(plan.indicators().keySet()))
                .setParameter("regions", texts(plan.regionCodes().toList()))
                .executeUpdate();
    }

    /** By indicator: the latest period for which every expected region has reported. */
    Map<String, Period> lastComplete(String plan, String region) {
        return session
                .createNativeQuery(
                        """
                        SELECT indicator, max(period) FROM card
                        WHERE plan = :plan AND region = :region AND regions_reported = regions_expected
                        GROUP BY indicator""",
                        Object[].class)
                .setParameter("plan", plan)
                .setParameter("region", region)
                .stream()
                .collect(toMap(row -> (String) row[0], row -> Period.ofIndex((Integer) row[1])));
    }

    /** The oldest transaction still running: everything before it is visible to a later statement. */
    long horizon() {
        return session.createNativeQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class)
                .getSingleResult();
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private List<Card> read(String sql, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return Rows.read(statement, CardColumns::read);
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int position = 1; position <= parameters.length; position++) {
            Object parameter = parameters[position - 1];
            statement.setObject(
                    position,
                    parameter instanceof String[] texts ? connection.createArrayOf("text", texts) : parameter);
        }
        return statement;
    }
}
