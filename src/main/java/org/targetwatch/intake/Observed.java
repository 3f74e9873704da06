package org.targetwatch.intake;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.figure.Figure;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.web.Text;

/**
 * A figure with what a careful reader lays beside it.
 *
 * @param series the figures that count of the same indicator and region
 * @param own the target the region is judged against; null without one, and for last year's figures
 * @param whole the target of the plan's own region; null likewise
 */
record Observed(
        Indicator indicator,
        Figure figure,
        NavigableMap<Period, Figure> series,
        @Nullable Target own,
        @Nullable Target whole) {
    /** Fewer people, classes or schools than these more or less are no oddity, whatever the percentage. */
    private static final Exact FEW = Exact.of(10);

    private static final int DECIMALS = 6;
    private static final int DECIMALS_OF_RATIOS = 4;

    Rules rules() {
        return indicator.rules();
    }

    Measure measure() {
        return rules().measure();
    }

    Kind kind() {
        return rules().kind();
    }

    Period period() {
        return figure.period();
    }

    /** Whether it is a figure of the plan, not one of last year's for reference. */
    boolean isOfThePlan() {
        return !period().isBefore(rules().planStart());
    }

    boolean isJudged() {
        return !period().isBefore(rules().judgedFrom());
    }

    /** The month at which a stock starts anew, as at a school year; empty for what goes on steadily. */
    Optional<Period> jump() {
        Trajectory trajectory = own == null ? indicator.target().trajectory() : own.trajectory();
        return trajectory instanceof Trajectory.FromMonth fromMonth && kind() == Kind.STOCK
                ? Optional.of(fromMonth.month())
                : Optional.empty();
    }

    // ---- numbers ----

    /** The field that holds what is counted. */
    String field() {
        return measure().isRatio() ? "numerator" : "value";
    }

    Exact value() {
        return value(figure);
    }

    Exact value(Figure other) {
        return other.amount().in(measure().scale());
    }

    /** The number itself, or the numerator. */
    Exact count(Figure other) {
        return other.amount() instanceof Ratio ratio
                ? Exact.of(ratio.numerator())
                : Exact.of(((Quantity) other.amount()).value());
    }

    /** Months added up where they are reported alone. */
    Exact toDate() {
        return kind() == Kind.FLOW_MONTHLY && isOfThePlan()
                ? series.subMap(rules().planStart(), true, period(), true).values().stream()
                        .map(this::value)
                        .reduce(Exact.ZERO, Exact::plus)
                : value();
    }

    /** Whether whole things are counted: people, classes, schools. */
    boolean countsWholes() {
        return countedIn().isWhole();
    }

    /** Whether a difference of values is made by a few people, classes or schools. */
    boolean isFew(Exact difference) {
        Exact things = figure.amount() instanceof Ratio ratio
                ? difference
                        .times(Exact.of(ratio.denominator()))
                        .dividedBy(measure().scale().factor())
                : difference;
        return countsWholes() && things.abs().compareTo(FEW) < 0;
    }

    // ---- what stands beside it ----

    /** The figure before it in time with which it can be compared. */
    Optional<Figure> before() {
        return Optional.ofNullable(series.lowerEntry(period()))
                .map(Map.Entry::getValue)
                .filter(earlier -> kind() == Kind.FLOW_TO_DATE ? isOfSameYear(earlier) : isOnSameSideOfJump(earlier));
    }

    /** The next one in time, where amounts to date go on from this one. */
    Optional<Figure> after() {
        return Optional.ofNullable(series.higherEntry(period()))
                .map(Map.Entry::getValue)
                .filter(this::isOfSameYear);
    }

    /** Amounts to date count from the plan's January until its last period, last year's from theirs. */
    private boolean isOfSameYear(Figure other) {
        Period start = rules().planStart();
        return other.period().isBefore(start) == period().isBefore(start);
    }

    private boolean isOnSameSideOfJump(Figure other) {
        return jump().map(month -> other.period().isBefore(month) == period().isBefore(month))
                .orElse(true);
    }

    /** The figure of the same month of last year. */
    Optional<Figure> lastYear() {
        Period reference = kind() == Kind.FLOW_MONTHLY ? period().plusMonths(-12) : rules().lastYearOf(period());
        return Optional.ofNullable(isOfThePlan() ? series.get(reference) : null);
    }

    // ---- words ----

    Finding finding(String code, String zh, String en, Object... arguments) {
        return new Finding(field(), code, Text.of(zh, en, arguments));
    }

    /** A value with its unit. */
    Text shown(Exact value) {
        return shown(value, measure().unit().base(), measure().isRatio() ? DECIMALS_OF_RATIOS : DECIMALS);
    }

    /** What is counted in {@code other}, with its unit. */
    Text counted(Figure other) {
        return shown(count(other), countedIn(), DECIMALS);
    }

    private Base countedIn() {
        return measure() instanceof OfRatio ratio
                ? ratio.numerator().unit().base()
                : measure().unit().base();
    }

    private static Text shown(Exact number, Base unit, int decimals) {
        String plain = Exact.of(number.rounded(decimals)).toString();
        return Text.of("%s %s", "%s %s", plain, new Text(unit.symbol(), unit.english()));
    }
}
