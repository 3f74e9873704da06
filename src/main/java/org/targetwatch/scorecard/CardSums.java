package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Direction.Sense;
import org.targetwatch.progress.Situation.Child;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;
import org.targetwatch.scorecard.Evidence.Month;

/**
 * Adds up the stored cards of the regions directly below a region. The database adds, so that a sum costs one row however
 * many regions it is of; it adds as {@link org.targetwatch.progress.Tally#plus} does, and judges nothing.
 */
@ApplicationScoped
class CardSums {
    /** A region below; {@code named} where 只增不减 must hold in each of them, so that how it stands is asked for, too. */
    private record Below(Series series, String parent, boolean named) {}

    private static final List<Column<Below>> BELOW = List.of(
            new Column<>("indicator", "text", below -> below.series().indicator()),
            new Column<>("region", "text", below -> below.series().region()),
            new Column<>("parent", "text", Below::parent),
            new Column<>("named", "bool", Below::named));

    private static final List<Column<Card>> INSTEAD = List.of(
            new Column<>("indicator", "text", Card::indicator),
            new Column<>("region", "text", Card::region),
            new Column<>("period", "int4", card -> card.period().index()));

    private static final String ADDED = Stream.concat(
                    Stream.of("expected", "reported", "carried", "missing").map("regions_"::concat),
                    Stream.of("", "comparable_", "last_year_", "due_last_year_")
                            .flatMap(prefix -> Stream.of("value", "numerator", "denominator")
                                    .map(prefix::concat)))
            .map(column -> "sum(%1$s) AS %1$s".formatted(column))
            .collect(joining(", "));

    private static final String NAMED = Stream.of("region", "lag_points", "met")
            .map(column ->
                    "array_agg(card.%1$s ORDER BY below.region COLLATE \"C\") FILTER (WHERE named AND regions_expected > 0) AS all_%1$s"
                            .formatted(column))
            .collect(joining(", "));

    private static final String SUMS =
            """
            SELECT below.indicator, parent, period, %s,
            CASE WHEN bool_and(missing_denominator IS NOT NULL) THEN sum(missing_denominator) END AS missing_denominator,
            %s
            FROM %s CROSS JOIN LATERAL (
                SELECT * FROM card
                WHERE plan = ? AND card.region = below.region AND card.indicator = below.indicator AND period BETWEEN ? AND ?
                OFFSET 0) AS card
            WHERE (below.indicator, below.region, period) NOT IN (SELECT indicator, region, period FROM %s)
            GROUP BY below.indicator, parent, period"""
                    .formatted(ADDED, NAMED, Column.unnest("below", BELOW), Column.unnest("instead", INSTEAD));

    private final Session session;

    CardSums(Session session) {
        this.session = session;
    }

    private record Sum(Series series, Period period, Month month) {}

    /**
     * What the regions directly below each of {@code wanted} bring in some periods, in one statement.
     *
     * @param instead cards that stand instead of the stored ones
     */
    Map<Series, Map<Period, Month>> of(
            Plan plan, Collection<Series> wanted, Period from, Period last, Collection<Card> instead) {
        List<Below> below =
                wanted.stream().flatMap(series -> below(plan, series)).toList();
        List<Card> made =
                instead.stream().filter(card -> isBelow(plan, card, wanted)).toList();
        Stream<Sum> read = read(plan.code(), below, from, last, made).stream();
        Stream<Sum> own =
                made.stream().map(card -> new Sum(parent(plan, card.series()), card.period(), Month.of(card)));
        return Stream.concat(read, own).collect(groupingBy(Sum::series, toMap(Sum::period, Sum::month, Month::plus)));
    }

    private static Stream<Below> below(Plan plan, Series series) {
        Indicator indicator = plan.indicator(series.indicator()).orElseThrow();
        boolean named = indicator.target().direction().sense() == Sense.NOT_BELOW_LAST_YEAR;
        return plan.regions().children(series.region()).stream()
                .map(child -> new Below(new Series(series.indicator(), child), series.region(), named));
    }

    private static boolean isBelow(Plan plan, Card card, Collection<Series> wanted) {
        return plan.regions()
                .parent(card.region())
                .filter(region -> wanted.contains(new Series(card.indicator(), region)))
                .isPresent();
    }

    private static Series parent(Plan plan, Series series) {
        return new Series(
                series.indicator(), plan.regions().parent(series.region()).orElseThrow());
    }

    private List<Sum> read(String plan, List<Below> below, Period from, Period last, List<Card> instead) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SUMS)) {
                Column.set(statement, 1, BELOW, below);
                statement.setString(1 + BELOW.size(), plan);
                statement.setInt(2 + BELOW.size(), from.index());
                statement.setInt(3 + BELOW.size(), last.index());
                Column.set(statement, 4 + BELOW.size(), INSTEAD, instead);
                return Rows.read(statement, CardSums::sum);
            }
        });
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                new Series(row.getString("indicator"), row.getString("parent")),
                Period.ofIndex(row.getInt("period")),
                new Month(
                        CardColumns.readTally(row),
                        CardColumns.readAmount(row, "due_last_year_"),
                        children(row.getArray("all_region"), row.getArray("all_lag_points"), row.getArray("all_met"))));
    }

    private static List<Child> children(@Nullable Array regions, Array lagPoints, Array met) throws SQLException {
        if (regions == null) {
            return List.of();
        }
        String[] codes = (String[]) regions.getArray();
        BigDecimal[] points = (BigDecimal[]) lagPoints.getArray();
        Boolean[] kept = (Boolean[]) met.getArray();
        return IntStream.range(0, codes.length)
                .mapToObj(place -> new Child(codes[place], CardColumns.exact(points[place]), kept[place]))
                .toList();
    }
}
