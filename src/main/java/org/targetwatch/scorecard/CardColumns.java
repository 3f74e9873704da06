package org.targetwatch.scorecard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Forecast.Absent;
import org.targetwatch.progress.Forecast.Estimate;
import org.targetwatch.progress.Reason;
import org.targetwatch.progress.Severity;
import org.targetwatch.progress.Status;
import org.targetwatch.progress.Tally;
import org.targetwatch.rows.Column;
import org.targetwatch.scorecard.Card.Marks;

/** How a card lies in table {@code card}: every column once, and the way back. */
final class CardColumns {
    static final List<Column<Card>> KEY = List.of(
            text("plan", Card::plan),
            text("region", Card::region),
            text("indicator", Card::indicator),
            new Column<>("period", "int4", card -> card.period().index()));

    static final List<Column<Card>> ALL = Stream.of(KEY, tally(), promise(), assessment(), forecast())
            .flatMap(List::stream)
            .toList();

    private CardColumns() {}

    private static List<Column<Card>> tally() {
        return Stream.of(
                        amount("", card -> card.tally().amount()),
                        List.<Column<Card>>of(
                                count("regions_expected", Coverage::expected),
                                count("regions_reported", Coverage::reported),
                                count("regions_carried", Coverage::carried),
                                count("regions_missing", Coverage::missing),
                                number("missing_denominator", card -> card.tally()
                                        .missingDenominator())),
                        amount("comparable_", card -> card.tally().comparable()),
                        amount("last_year_", card -> card.tally().lastYear()),
                        amount("due_last_year_", Card::lastYearAtDue))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Column<Card>> promise() {
        return List.of(
                text("bound", card -> Optional.ofNullable(card.assessment().bound())
                        .map(bound -> bound.side().code())
                        .orElse(null)),
                exact("target", card -> Optional.ofNullable(card.assessment().bound())
                        .map(Bound::value)
                        .orElse(null)),
                exact("stretch", card -> card.marks().stretch()),
                exact("floor", card -> card.marks().floor()),
                exact("baseline", card -> card.marks().baseline()));
    }

    private static List<Column<Card>> assessment() {
        return List.of(
                exact("actual", card -> card.assessment().actual()),
                exact("expected", card -> card.assessment().expected()),
                exact("completion_rate", card -> card.assessment().completionRate()),
                exact("gap", card -> card.assessment().gap()),
                exact("gap_count", card -> card.assessment().gapCount()),
                exact("lag", card -> card.assessment().lag()),
                exact("lag_points", card -> card.assessment().lagPoints()),
                text("lag_region", card -> card.assessment().lagRegion()),
                exact("required_per_month", card -> card.assessment().requiredPerMonth()),
                exact("low", card -> card.assessment().low()),
                exact("high", card -> card.assessment().high()),
                new Column<>("met", "bool", card -> card.assessment().met()),
                new Column<>(
                        "status", "int2", card -> card.assessment().status().number()),
                text("reason", card -> Optional.ofNullable(card.assessment().reason())
                        .map(Coded::code)
                        .orElse(null)),
                new Column<>(
                        "severity", "int2", card -> card.assessment().severity().ordinal()));
    }

    private static List<Column<Card>> forecast() {
        return List.of(
                exact("forecast", card -> estimate(card, Estimate::value)),
                exact("forecast_low", card -> estimate(card, Estimate::low)),
                exact("forecast_high", card -> estimate(card, Estimate::high)),
                exact("forecast_probability", card -> estimate(card, Estimate::probability)),
                text(
                        "forecast_reason",
                        card -> card.forecast() instanceof Absent absent
                                ? absent.reason().code()
                                : null));
    }

    private static @Nullable Exact estimate(Card card, Function<Estimate, Exact> value) {
        return card.forecast() instanceof Estimate estimate ? value.apply(estimate) : null;
    }

    private static Column<Card> text(String name, Function<Card, @Nullable String> value) {
        return new Column<>(name, "text", value::apply);
    }

    private static Column<Card> number(String name, Function<Card, @Nullable BigDecimal> value) {
        return new Column<>(name, "numeric", value::apply);
    }

    private static Column<Card> exact(String name, Function<Card, @Nullable Exact> value) {
        return number(name, card -> Optional.ofNullable(value.apply(card))
                .map(Exact::rounded)
                .orElse(null));
    }

    private static Column<Card> count(String name, Function<Coverage, Integer> value) {
        return new Column<>(name, "int4", card -> value.apply(card.tally().coverage()));
    }

    private static List<Column<Card>> amount(String prefix, Function<Card, @Nullable Amount> amount) {
        return List.of(
                number(
                        prefix + "value",
                        card -> amount.apply(card) instanceof Amount.Quantity quantity ? quantity.value() : null),
                number(
                        prefix + "numerator",
                        card -> amount.apply(card) instanceof Amount.Ratio ratio ? ratio.numerator() : null),
                number(
                        prefix + "denominator",
                        card -> amount.apply(card) instanceof Amount.Ratio ratio ? ratio.denominator() : null));
    }

    // ---- the way back ----

    static Card read(ResultSet row) throws SQLException {
        return new Card(
                row.getString("plan"),
                row.getString("region"),
                row.getString("indicator"),
                Period.ofIndex(row.getInt("period")),
                readTally(row),
                readAmount(row, "due_last_year_"),
                new Marks(readExact(row, "stretch"), readExact(row, "floor"), readExact(row, "baseline")),
                readAssessment(row),
                readForecast(row));
    }

    static Glance readGlance(ResultSet row) throws SQLException {
        return new Glance(
                row.getString("region"),
                row.getString("indicator"),
                readStatus(row),
                readExact(row, "actual"),
                readBound(row));
    }

    private static Forecast readForecast(ResultSet row) throws SQLException {
        Forecast.Reason reason = readCode(Forecast.Reason.class, row.getString("forecast_reason"));
        return reason == null
                ? new Estimate(
                        Exact.of(row.getBigDecimal("forecast")),
                        Exact.of(row.getBigDecimal("forecast_low")),
                        Exact.of(row.getBigDecimal("forecast_high")),
                        Exact.of(row.getBigDecimal("forecast_probability")))
                : new Absent(reason);
    }

    static Tally readTally(ResultSet row) throws SQLException {
        return new Tally(
                readAmount(row, ""),
                new Coverage(
                        row.getInt("regions_expected"),
                        row.getInt("regions_reported"),
                        row.getInt("regions_carried"),
                        row.getInt("regions_missing")),
                row.getBigDecimal("missing_denominator"),
                readAmount(row, "comparable_"),
                readAmount(row, "last_year_"));
    }

    private static Assessment readAssessment(ResultSet row) throws SQLException {
        return new Assessment(
                readExact(row, "actual"),
                readBound(row),
                readExact(row, "expected"),
                readExact(row, "completion_rate"),
                readExact(row, "gap"),
                readExact(row, "gap_count"),
                readExact(row, "lag"),
                readExact(row, "lag_points"),
                row.getString("lag_region"),
                readExact(row, "required_per_month"),
                readExact(row, "low"),
                readExact(row, "high"),
                row.getObject("met", Boolean.class),
                readStatus(row),
                readCode(Reason.class, row.getString("reason")),
                Severity.values()[row.getInt("severity")]);
    }

    private static Status readStatus(ResultSet row) throws SQLException {
        return Status.ofNumber(row.getInt("status"));
    }

    private static @Nullable Bound readBound(ResultSet row) throws SQLException {
        Bound.Side side = readCode(Bound.Side.class, row.getString("bound"));
        Exact target = readExact(row, "target");
        return side == null || target == null ? null : new Bound(side, target);
    }

    private static <E extends Enum<E> & Coded> @Nullable E readCode(Class<E> type, @Nullable String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Amount readAmount(ResultSet row, String prefix) throws SQLException {
        BigDecimal value = row.getBigDecimal(prefix + "value");
        if (value != null) {
            return new Amount.Quantity(value);
        }
        BigDecimal denominator = row.getBigDecimal(prefix + "denominator");
        return denominator == null ? null : new Amount.Ratio(row.getBigDecimal(prefix + "numerator"), denominator);
    }

    private static @Nullable Exact readExact(ResultSet row, String column) throws SQLException {
        return exact(row.getBigDecimal(column));
    }

    static @Nullable Exact exact(@Nullable BigDecimal number) {
        return number == null ? null : Exact.of(number);
    }
}
