package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;
import org.targetwatch.scorecard.Scorecards.Written;

/** Table {@code card}. Every call is one statement, whatever the number of cards; it joins the caller's transaction. */
@ApplicationScoped
class CardStore {
    private static final String UPSERT =
            """
            INSERT INTO card (digest_version, %s) SELECT pg_current_xact_id()::text::bigint, given.* FROM %s
            ON CONFLICT (%s) DO UPDATE SET %s, digest_version = EXCLUDED.digest_version, version = DEFAULT"""
                    .formatted(
                            Column.names(CardRow.COLUMNS),
                            Column.unnest("given", CardRow.COLUMNS),
                            Column.names(CardColumns.KEY),
                            CardRow.COLUMNS.stream()
                                    .map(Column::name)
                                    .filter(name -> CardColumns.KEY.stream()
                                            .noneMatch(key -> key.name().equals(name)))
                                    .map(name -> name + " = EXCLUDED." + name)
                                    .collect(joining(", ")));

    private static final List<Column<Entry<String, Period>>> PERIODS = List.of(
            new Column<>("indicator", "text", Entry::getKey),
            new Column<>("period", "int4", entry -> entry.getValue().index()));

    private static final String OF_PERIODS = ofPeriods("*");

    private static final String GLANCES =
            ofPeriods("region, indicator, status, actual, bound, target, regions_expected")
                    + " WHERE regions_expected > 0 ORDER BY indicator, region";

    /** {@code OFFSET 0}: as below. */
    private static String ofPeriods(String columns) {
        return """
               SELECT card.* FROM %s CROSS JOIN unnest(?::text[]) AS among (region) CROSS JOIN LATERAL (
                   SELECT %s FROM card WHERE plan = ? AND card.region = among.region
                   AND card.indicator = wanted.indicator AND card.period = wanted.period
                   OFFSET 0) AS card"""
                .formatted(Column.unnest("wanted", PERIODS), columns);
    }

    /** After a horizon, other than by the transactions of a restored backup. */
    private static final String AFTER =
            "(version >= ? OR version = ANY (?)) AND version < pg_snapshot_xmax(pg_current_snapshot())::text::bigint";

    private static final String WRITTEN = "SELECT DISTINCT plan, indicator FROM card WHERE " + AFTER;

    private static final String WRITTEN_CARDS =
            "SELECT card.* FROM %s JOIN card USING (indicator, period) WHERE plan = ? AND %s"
                    .formatted(Column.unnest("wanted", PERIODS), AFTER);

    private static final String LAST_COMPLETE =
            """
            SELECT indicator, max(period) FROM card WHERE plan = ? AND region = ? AND regions_reported = regions_expected
            GROUP BY indicator""";

    private static final List<Column<Entry<Series, Period>>> FROM = List.of(
            new Column<>("indicator", "text", entry -> entry.getKey().indicator()),
            new Column<>("region", "text", entry -> entry.getKey().region()),
            new Column<>("start", "int4", entry -> entry.getValue().index()));

    private static final String ACTUALS = ofEach("period < start AND actual IS NOT NULL");

    private static final String DIGESTS = ofEach("period >= start AND digest_version = version");

    /** {@code OFFSET 0}: each series is looked up in the key, however many there are, and never found by reading all cards. */
    private static String ofEach(String condition) {
        return """
               SELECT indicator, region, card.* FROM %s CROSS JOIN LATERAL (
                   SELECT period, actual, digest FROM card
                   WHERE plan = ? AND card.region = wanted.region AND card.indicator = wanted.indicator AND %s
                   OFFSET 0) AS card"""
                .formatted(Column.unnest("wanted", FROM), condition);
    }

    private final Session session;

    CardStore(Session session) {
        this.session = session;
    }

    /** Cards that say what they said before are left as they are and keep their version: all of one plan. */
    void store(String plan, Collection<Card> cards) {
        List<CardRow> rows = cards.stream().map(CardRow::of).toList();
        Map<Card.Key, UUID> kept = digests(plan, cards);
        List<CardRow> news = rows.stream()
                .filter(row -> !row.digest().equals(kept.get(row.key())))
                .toList();
        if (!news.isEmpty()) {
            session.doWork(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                    Column.set(statement, 1, CardRow.COLUMNS, news);
                    statement.executeUpdate();
                }
            });
        }
    }

    private Map<Card.Key, UUID> digests(String plan, Collection<Card> cards) {
        Map<Series, Period> first = cards.stream().collect(toMap(Card::series, Card::period, Period::earlierOf));
        return read(DIGESTS, plan, first, row -> Map.entry(key(plan, row), row.getObject("digest", UUID.class)))
                .stream()
                .collect(toMap(Entry::getKey, Entry::getValue));
    }

    private <T> List<T> read(String ofEach, String plan, Map<Series, Period> series, Rows.Reader<T> reader) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ofEach)) {
                Column.set(statement, 1, FROM, series.entrySet());
                statement.setString(FROM.size() + 1, plan);
                return Rows.read(statement, reader);
            }
        });
    }

    private static Card.Key key(String plan, ResultSet row) throws SQLException {
        return new Card.Key(
                plan, row.getString("region"), row.getString("indicator"), Period.ofIndex(row.getInt("period")));
    }

    /** The actual values of cards before each series' period. */
    Map<Series, Map<Period, Exact>> actualsBefore(String plan, Map<Series, Period> series) {
        if (series.isEmpty()) {
            return Map.of();
        }
        return read(ACTUALS, plan, series, CardStore::actual).stream()
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
        List<Card> cards = new ArrayList<>();
        each(OF_PERIODS + " ORDER BY indicator, region", periods, CardColumns::read, cards::add, texts(regions), plan);
        return cards;
    }

    /** Of the same those of which anything is expected, at a glance. */
    List<Glance> glances(String plan, Map<String, Period> periods, Collection<String> regions) {
        List<Glance> glances = new ArrayList<>();
        each(GLANCES, periods, CardColumns::readGlance, glances::add, texts(regions), plan);
        return glances;
    }

    /** Every card of one period for each indicator, one by one. */
    void eachOf(Plan plan, Map<String, Period> periods, Consumer<Card> consumer) {
        each(
                OF_PERIODS,
                periods,
                CardColumns::read,
                consumer,
                texts(plan.regionCodes().toList()),
                plan.code());
    }

    /** Of the same cards what was written after {@code horizon}. */
    void eachWrittenAfter(Horizon horizon, Plan plan, Map<String, Period> periods, Consumer<Card> consumer) {
        each(
                WRITTEN_CARDS,
                periods,
                CardColumns::read,
                consumer,
                plan.code(),
                horizon.next(),
                numbers(horizon.running()));
    }

    /** The indicators of which any card was written after it. */
    Set<Written> writtenAfter(Horizon horizon) {
        return Set.copyOf(read(
                WRITTEN,
                row -> new Written(row.getString(1), row.getString(2)),
                horizon.next(),
                numbers(horizon.running())));
    }

    private <T> void each(
            String sql,
            Map<String, Period> periods,
            Rows.Reader<T> reader,
            Consumer<T> consumer,
            Object... parameters) {
        if (periods.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Column.set(statement, 1, PERIODS, periods.entrySet());
                Rows.set(statement, 1 + PERIODS.size(), parameters);
                Rows.each(statement, reader, consumer);
            }
        });
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
        return read(LAST_COMPLETE, row -> Map.entry(row.getString(1), Period.ofIndex(row.getInt(2))), plan, region)
                .stream()
                .collect(toMap(Entry::getKey, Entry::getValue));
    }

    Horizon horizon() {
        return read("SELECT pg_current_snapshot()::text", row -> Horizon.parse(row.getString(1)))
                .get(0);
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static Long[] numbers(Collection<Long> values) {
        return values.toArray(Long[]::new);
    }

    private List<Card> read(String sql, Object... parameters) {
        return read(sql, CardColumns::read, parameters);
    }

    private <T> List<T> read(String sql, Rows.Reader<T> reader, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Rows.set(statement, 1, parameters);
                return Rows.read(statement, reader);
            }
        });
    }
}
