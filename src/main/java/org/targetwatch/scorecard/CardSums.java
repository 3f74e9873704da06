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
import java.util.Map.Entry;
import java.util.Optional;
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

    /** A series whose cards are read as they are stored; {@code above}: only when it does not wait to be judged. */
    private record Stored(Series series, boolean above) {}

    private static final List<Column<Stored>> STORED = List.of(
            new Column<>("indicator", "text", stored -> stored.series().indicator()),
            new Column<>("region", "text", stored -> stored.series().region()),
            new Column<>("above", "bool", Stored::above));

    private static final String OF_STORED =
            """
            SELECT wanted.indicator, wanted.region, card.* FROM %s CROSS JOIN LATERAL (
                SELECT period, %s, missing_denominator FROM card
                WHERE plan = ? AND card.region = wanted.region AND card.indicator = wanted.indicator AND period BETWEEN ? AND ?
                OFFSET 0) AS card
            WHERE NOT above OR NOT EXISTS (
                SELECT FROM judging_note AS note
                WHERE plan = ? AND note.region = wanted.region AND note.indicator = wanted.indicator OFFSET 0)"""
                    .formatted(Column.unnest("wanted", STORED), String.join(", ", SUMMED));

    private final Session session;

    CardSums(Session session) {
        this.session = session;
    }

    private record Sum(Series series, Period period, Month month) {}

    /**
     * What the regions directly below each of {@code wanted} bring in some periods, in one statement; in two, with {@code instead}.
     *
     * @param instead cards that stand instead of the stored ones
     */
    Map<Series, Map<Period, Month>> of(
            Plan plan, Collection<Series> wanted, Period from, Period last, Collection<Card> instead) {
        Map<Series, List<Card>> made = instead.stream()
                .filter(card -> isBelow(plan, card, wanted))
                .collect(groupingBy(card -> parent(plan, card.series())));
        Map<Series, Map<Period, Month>> sums = new HashMap<>(replaced(plan, made, from, last));
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

    /**
     * The stored sums with the stored cards of some regions below replaced by {@code made}, whatever the number of the others.
     * Where that cannot be told, or the sum waits to be made again, there is none.
     */
    private Map<Series, Map<Period, Month>> replaced(
            Plan plan, Map<Series, List<Card>> made, Period from, Period last) {
        Map<Series, List<Card>> candidates = made.entrySet().stream()
                .filter(entry -> !isNamed(plan, entry.getKey()))
                .collect(toMap(Entry::getKey, Entry::getValue));
        if (candidates.isEmpty()) {
            return Map.of();
        }
        Map<Series, Map<Period, Month>> stored = stored(plan, candidates, from, last);
        Map<Series, Map<Period, Month>> sums = new HashMap<>();
        candidates.forEach(
                (series, cards) -> replace(stored, series, cards).ifPresent(replaced -> sums.put(series, replaced)));
        return sums;
    }

    private static Optional<Map<Period, Month>> replace(
            Map<Series, Map<Period, Month>> stored, Series above, List<Card> made) {
        Map<Period, Month> sums = new HashMap<>(stored.getOrDefault(above, Map.of()));
        for (Card card : made) {
            Month sum = sums.get(card.period());
            Month part = stored.getOrDefault(card.series(), Map.of()).get(card.period());
            if (sum == null || part == null) {
                return Optional.empty();
            }
            Optional<Month> replaced = sum.replacing(part, Month.of(card));
            if (replaced.isEmpty()) {
                return Optional.empty();
            }
            sums.put(card.period(), replaced.get());
        }
        return Optional.of(sums);
    }

    private Map<Series, Map<Period, Month>> stored(Plan plan, Map<Series, List<Card>> made, Period from, Period last) {
        List<Stored> wanted = Stream.concat(
                        made.keySet().stream().map(series -> new Stored(series, true)),
                        made.values().stream()
                                .flatMap(List::stream)
                                .map(Card::series)
                                .distinct()
                                .map(series -> new Stored(series, false)))
                .toList();
        return session
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(OF_STORED)) {
                        Column.set(statement, 1, STORED, wanted);
                        statement.setString(1 + STORED.size(), plan.code());
                        statement.setInt(2 + STORED.size(), from.index());
                        statement.setInt(3 + STORED.size(), last.index());
                        statement.setString(4 + STORED.size(), plan.code());
                        return Rows.read(statement, CardSums::stored);
                    }
                })
                .stream()
                .collect(groupingBy(Sum::series, toMap(Sum::period, Sum::month)));
    }

    private static Sum stored(ResultSet row) throws SQLException {
        return sum(row, "region", List.of());
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
