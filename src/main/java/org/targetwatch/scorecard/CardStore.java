package org.targetwatch.scorecard;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.targetwatch.measure.Period;

/** Table {@code card}. Every call is one statement, whatever the number of cards; it joins the caller's transaction. */
@ApplicationScoped
class CardStore {
    private static final String UPSERT =
            """
            INSERT INTO card (%s) SELECT * FROM unnest(%s)
            ON CONFLICT (%s) DO UPDATE SET %s, version = DEFAULT"""
                    .formatted(
                            names(CardColumns.ALL),
                            CardColumns.ALL.stream()
                                    .map(column -> "?::" + column.type() + "[]")
                                    .collect(joining(", ")),
                            names(CardColumns.KEY),
                            CardColumns.ALL.stream()
                                    .filter(column -> !CardColumns.KEY.contains(column))
                                    .map(column -> column.name() + " = EXCLUDED." + column.name())
                                    .collect(joining(", ")));

    private final Session session;

    CardStore(Session session) {
        this.session = session;
    }

    private static String names(List<Column<Card>> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    void store(Collection<Card> cards) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                int position = 1;
                for (Column<Card> column : CardColumns.ALL) {
                    statement.setArray(position++, column.array(connection, cards));
                }
                statement.executeUpdate();
            }
        });
    }

    /** The cards of {@code wanted} indicators and regions (pairs by position) from a period on. */
    List<Card> from(String plan, List<String> indicators, List<String> regions, Period from) {
        return read(
                """
                SELECT card.* FROM unnest(?::text[], ?::text[]) AS wanted (indicator, region)
                JOIN card USING (indicator, region) WHERE plan = ? AND period >= ?""",
                texts(indicators),
                texts(regions),
                plan,
                from.index());
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

    /** What was written by transactions from {@code fromInclusive} to before {@code toExclusive}. */
    List<Card> written(long fromInclusive, long toExclusive) {
        return read("SELECT * FROM card WHERE version >= ? AND version < ?", fromInclusive, toExclusive);
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private List<Card> read(String sql, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<Card> cards = new ArrayList<>();
                while (rows.next()) {
                    cards.add(CardColumns.read(rows));
                }
                return cards;
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int position = 1; position <= parameters.length; position++) {
            Object parameter = parameters[position - 1];
            statement.setObject(
                    position, parameter instanceof String[] texts ? connection.createArrayOf("text", texts) : parameter);
        }
        return statement;
    }
}
