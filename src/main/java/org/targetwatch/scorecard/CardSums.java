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
import java.util.Comparator;
import java.util.HashMap;
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
import org.targetwatch.progress.Status;
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

    private static final List<String> SUMMED = Stream.concat(
                    Stream.of("expected", "reported", "carried", "missing").map("regions_"::concat),
                    Stream.of("", "comparable_", "last_year_", "due_last_year_")
                            .flatMap(prefix -> Stream.of("value", "numerator", "denominator")
                                    .map(prefix::concat)))
            .toList();

    private static final String ADDED =
            SUMMED.stream().map(column -> "sum(%1$s) AS %1$s".formatted(column)).collect(joining(", "));

    private static final String NAMED = Stream.of("region", "lag_points", "met")
            .map(column ->
                    "array_agg(card.%1$s) FILTER (WHERE named AND regions_expected > 0) AS all_%1$s".formatted(column))
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

    /** A series whose cards are read as they are stored; {@code above} another one of them. */
    private record Wanted(Series series, boolean above) {}

    private static final List<Column<Wanted>> WANTED = List.of(
            new Column<>("indicator", "text", wanted -> wanted.series().indicator()),
            new Column<>("region", "text", wanted -> wanted.series().region()),
            new Column<>("above", "bool", Wanted::above));

    private static final String BEFORE =
            """
            SELECT wanted.indicator, wanted.region, card.*, above AND EXISTS (
                SELECT FROM judging_note AS note
                WHERE plan = ? AND note.region = wanted.region AND note.indicator = wanted.indicator OFFSET 0) AS waits
            FROM %s CROSS JOIN LATERAL (
                SELECT period, status, actual, %s, missing_denominator FROM card
                WHERE plan = ? AND card.region = wanted.region AND card.indicator = wanted.indicator AND period BETWEEN ? AND ?
                OFFSET 0) AS card"""
                    .formatted(Column.unnest("wanted", WANTED), String.join(", ", SUMMED));

    private final Session session;

    CardSums(Session session) {
        this.session = session;
    }

    private record Sum(Series series, Period period, Month month) {}

    /**
     * The stored cards of some periods, in one statement.
     *
     * @param series of which the first lie below the others
     */
    CardsBefore before(Plan plan, List<? extends Collection<Series>> series, Period from, Period last) {
        List<Wanted> wanted = IntStream.range(0, series.size())
                .boxed()
                .flatMap(level -> series.get(level).stream().map(one -> new Wanted(one, level > 0)))
                .toList();
        return new CardsBefore(session
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
                        statement.setString(1, plan.code());
                        Column.set(statement, 2, WANTED, wanted);
                        statement.setString(2 + WANTED.size(), plan.code());
                        statement.setInt(3 + WANTED.size(), from.index());
                        statement.setInt(4 + WANTED.size(), last.index());
                        return Rows.read(statement, CardSums::before);
                    }
                })
                .stream()
                .collect(groupingBy(Before::series, toMap(Before::period, Before::card))));
    }

    private record Before(Series series, Period period, CardsBefore.Stored card) {}

    private static Before before(ResultSet row) throws SQLException {
        Sum sum = sum(row, "region", List.of());
        return new Before(
                sum.series(),
                sum.period(),
                new CardsBefore.Stored(
                        Status.ofNumber(row.getInt("status")),
                        CardColumns.exact(row.getBigDecimal("actual")),
                        sum.month(),
                        row.getBoolean("waits")));
    }

    /**
     * What the regions directly below each of {@code wanted} bring in some periods, in one statement at most.
     *
     * @param instead cards that stand instead of the stored ones
     * @param before what is stored of these and of {@code wanted}
     */
    Map<Series, Map<Period, Month>> of(
            Plan plan,
            Collection<Series> wanted,
            Period from,
            Period last,
            Collection<Card> instead,
            CardsBefore before) {
        Map<Series, List<Card>> made = instead.stream()
                .filter(card -> isBelow(plan, card, wanted))
                .collect(groupingBy(card -> parent(plan, card.series())));
        Map<Series, Map<Period, Month>> sums = new HashMap<>();
        made.forEach((above, cards) -> {
            if (!isNamed(plan, above)) {
                before.replaced(above, cards).ifPresent(replaced -> sums.put(above, replaced));
            }
        });
        List<Series> rest =
                wanted.stream().filter(series -> !sums.containsKey(series)).toList();
        sums.putAll(added(plan, rest, from, last, made));
        return sums;
    }

    /** Adds up all that is below. */
    private Map<Series, Map<Period, Month>> added(
            Plan plan, Collection<Series> wanted, Period from, Period last, Map<Series, List<Card>> made) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Below> below =
                wanted.stream().flatMap(series -> below(plan, series)).toList();
        List<Card> instead = wanted.stream()
                .flatMap(series -> made.getOrDefault(series, List.of()).stream())
                .toList();
        Stream<Sum> read = read(plan.code(), below, from, last, instead).stream();
        Stream<Sum> own =
                instead.stream().map(card -> new Sum(parent(plan, card.series()), card.period(), Month.of(card)));
        return Stream.concat(read, own).collect(groupingBy(Sum::series, toMap(Sum::period, Sum::month, Month::plus)));
    }

    private static Stream<Below> below(Plan plan, Series series) {
        boolean named = isNamed(plan, series);
        return plan.regions().children(series.region()).stream()
                .map(child -> new Below(new Series(series.indicator(), child), series.region(), named));
    }

    private static boolean isNamed(Plan plan, Series series) {
        Indicator indicator = plan.indicator(series.indicator()).orElseThrow();
        return indicator.target().direction().sense() == Sense.NOT_BELOW_LAST_YEAR;
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
        return sum(
                row,
                "parent",
                children(row.getArray("all_region"), row.getArray("all_lag_points"), row.getArray("all_met")));
    }

    private static Sum sum(ResultSet row, String region, List<Child> children) throws SQLException {
        return new Sum(
                new Series(row.getString("indicator"), row.getString(region)),
                Period.ofIndex(row.getInt("period")),
                new Month(CardColumns.readTally(row), CardColumns.readAmount(row, "due_last_year_"), children));
    }

    /** Put in order here: in the database it takes a sort for each of the sums. */
    private static List<Child> children(@Nullable Array regions, Array lagPoints, Array met) throws SQLException {
        if (regions == null) {
            return List.of();
        }
        String[] codes = (String[]) regions.getArray();
        BigDecimal[] points = (BigDecimal[]) lagPoints.getArray();
        Boolean[] kept = (Boolean[]) met.getArray();
        return IntStream.range(0, codes.length)
                .mapToObj(place -> new Child(codes[place], CardColumns.exact(points[place]), kept[place]))
                .sorted(Comparator.comparing(Child::region))
                .toList();
    }
}
