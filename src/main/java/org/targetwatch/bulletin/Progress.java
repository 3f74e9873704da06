package org.targetwatch.bulletin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.bulletin.Bulletin.Printed;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Regions;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;

/**
 * One card as it is told: its numbers in words.
 *
 * @param before the month before, of the same region; null when there is none
 */
record Progress(Indicator indicator, Card card, @Nullable Card before) {

    Assessment assessment() {
        return card.assessment();
    }

    Status status() {
        return assessment().status();
    }

    Measure measure() {
        return indicator.measure();
    }

    boolean isPercent() {
        return measure().scale() == Scale.PERCENT;
    }

    boolean comparesWithLastYear() {
        return indicator.target().direction().comparesWithLastYear();
    }

    boolean isBehind() {
        return status() == Status.BEHIND || status() == Status.FAR_BEHIND || status() == Status.MISSED;
    }

    /** Whether a light was given, so that there is something to tell. */
    boolean isJudged() {
        return isBehind() || status().isGreen();
    }

    // ---- numbers ----

    /** {@code 20亿元}, {@code 6—8所}, {@code 3%以内}, {@code 不低于上年同期}. */
    List<Phrase> target() {
        Optional<Phrase> line = line();
        return switch (indicator.target().direction().sense()) {
            case AT_LEAST -> line.map(this::withStretch).orElse(List.of(Phrase.of("待定")));
            case AT_MOST -> line.map(this::atMost).orElse(List.of(Phrase.of("待定")));
            case BETWEEN -> line.map(this::nearerEnd).orElse(List.of(Phrase.of("待定")));
            case NOT_BELOW_LAST_YEAR -> lastYear("不低于上年同期", line);
            case NOT_ABOVE_LAST_YEAR -> lastYear("不高于上年同期", line);
        };
    }

    private Optional<Phrase> line() {
        return bound().map(bound -> value(bound.value(), "target"));
    }

    Optional<Bound> bound() {
        return Optional.ofNullable(assessment().bound());
    }

    private List<Phrase> withStretch(Phrase line) {
        Exact stretch = card.marks().stretch();
        if (stretch == null) {
            return List.of(line);
        }
        String unit = measure().unit().symbol();
        Phrase low = new Phrase(line.text().replace(unit, "") + "—", line.number(), line.source());
        return List.of(low, value(stretch, "stretch"));
    }

    private List<Phrase> atMost(Phrase line) {
        boolean none = line.number() != null && line.number().signum() == 0;
        return none ? List.of(line) : List.of(line, Phrase.of("以内"));
    }

    private List<Phrase> nearerEnd(Phrase line) {
        boolean lower =
                bound().filter(bound -> bound.side() == Bound.Side.LOWER).isPresent();
        return List.of(line, Phrase.of(lower ? "以上" : "以内"));
    }

    private static List<Phrase> lastYear(String words, Optional<Phrase> line) {
        return line.map(reference -> List.of(Phrase.of(words + "（"), reference, Phrase.of("）")))
                .orElse(List.of(Phrase.of(words)));
    }

    private Phrase value(Exact value, String field) {
        return Numerals.value(value, measure(), card, field);
    }

    /** What was reached; rounding hides neither that the target is met nor that it is not. */
    Optional<Phrase> actual() {
        return Optional.ofNullable(assessment().actual())
                .map(actual ->
                        Numerals.against(actual, bound().map(Bound::value).orElse(null), measure(), card, "actual"));
    }

    Optional<Phrase> rate() {
        return Optional.ofNullable(assessment().completionRate())
                .map(rate -> Numerals.percent(rate, card, "completionRate"));
    }

    Optional<Phrase> expected() {
        return isJudged()
                ? Optional.ofNullable(assessment().expected()).map(expected -> value(expected, "expected"))
                : Optional.empty();
    }

    /** {@code 慢9.15个百分点} of a schedule, {@code 差1.27个百分点} or {@code 超2班} of the target, {@code 低3.69%} than last year. */
    Optional<Phrase> pace(Regions regions) {
        if (!isJudged()) {
            return Optional.empty();
        }
        if (comparesWithLastYear()) {
            return lagPoints().map(points -> ofLastYear(points, regions));
        }
        return isDecidedByTarget()
                ? Optional.ofNullable(assessment().lag()).map(this::ofTarget)
                : lagPoints().map(this::ofSchedule);
    }

    /** Where the schedule expects the target itself, what is missing says more than points of a way. */
    boolean isDecidedByTarget() {
        return bound().filter(bound -> bound.side() == Bound.Side.UPPER
                        || bound.value().equals(assessment().expected()))
                .isPresent();
    }

    private Phrase ofSchedule(Exact points) {
        return points.isZero()
                ? Phrase.of("持平")
                : named(points.isPositive() ? "慢" : "快", Numerals.points(points, card, "lagPoints"), "");
    }

    private Phrase ofTarget(Exact lag) {
        boolean upper = bound().orElseThrow().side() == Bound.Side.UPPER;
        return lag.isPositive() ? named(upper ? "超" : "差", size(lag, "lag"), "") : Phrase.of("达到");
    }

    /** Of the region that stands worst, where that is another. */
    private Phrase ofLastYear(Exact points, Regions regions) {
        if (points.isZero()) {
            return Phrase.of("持平");
        }
        boolean better = indicator.target().direction().better().orElseThrow() == Bound.Side.LOWER;
        String region = assessment().lagRegion();
        String where =
                region == null ? "" : "（" + regions.find(region).orElseThrow().name() + "）";
        Phrase percent = Numerals.percent(points.abs(), card, "lagPoints").withNumber(points);
        return named(points.isPositive() == better ? "低" : "高", percent, where);
    }

    private static Phrase named(String before, Phrase number, String after) {
        return new Phrase(before + number.text() + after, number.number(), number.source());
    }

    Optional<Exact> lagPoints() {
        return Optional.ofNullable(assessment().lagPoints());
    }

    /** What came in the month, or changed since the month before. */
    Optional<Exact> change() {
        Exact now = assessment().actual();
        Exact then = before == null ? null : before.assessment().actual();
        boolean firstMonth =
                isMonthly() && card.period().equals(indicator.rules().planStart());
        return now == null
                ? Optional.empty()
                : firstMonth ? Optional.of(now) : Optional.ofNullable(then).map(now::minus);
    }

    /** Whether a month has an amount of its own. */
    boolean isMonthly() {
        return indicator.rules().kind().isFlow() && !measure().isRatio();
    }

    /** A difference in the indicator's unit, without its sign. */
    Phrase size(Exact difference, String field) {
        return isPercent()
                ? Numerals.points(difference, card, field)
                : value(difference.abs(), field).withNumber(difference);
    }

    /** The same for a column: {@code +1.52亿元}, {@code -0.3个百分点}. */
    Optional<Phrase> changeCell() {
        return change().map(change ->
                change.isZero() ? Phrase.of("持平") : named(change.isPositive() ? "+" : "-", size(change, "change"), ""));
    }

    /** Both years of the same regions; empty unless both are known. */
    Optional<Years> years() {
        Amount now = card.tally().comparable();
        Amount then = card.tally().lastYear();
        return now == null || then == null
                ? Optional.empty()
                : Optional.of(new Years(
                        now.in(measure().scale()),
                        then.in(measure().scale()),
                        now.equals(card.tally().amount())));
    }

    /** @param whole whether every region that reported has last year's figure, too */
    record Years(Exact now, Exact then, boolean whole) {}

    Optional<Forecast.Estimate> forecast() {
        return card.forecast() instanceof Forecast.Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }

    Optional<Phrase> forecastCell() {
        return forecast().map(estimate -> Numerals.estimate(estimate.value(), measure(), card, "forecast.value"));
    }

    // ---- names ----

    Period due() {
        return indicator.rules().due();
    }

    /** {@code 年底}, {@code 9月末}, {@code 2021年4月末}; {@code 2020年全年} of what is settled later. */
    String dueName() {
        int year = indicator.rules().planStart().year();
        if (comparesWithLastYear()
                && indicator.rules().kind().isFlow()
                && due().isAfter(indicator.rules().planEnd())) {
            return year + "年全年";
        }
        if (due().equals(indicator.rules().planEnd())) {
            return "年底";
        }
        String month = due().monthOfYear() + "月末";
        return due().year() == year ? month : due().year() + "年" + month;
    }

    Printed printed() {
        return new Printed(
                indicator.code(),
                status().code(),
                Optional.ofNullable(assessment().actual()).map(Exact::rounded).orElse(null),
                bound().map(Bound::value).map(Exact::rounded).orElse(null));
    }
}
