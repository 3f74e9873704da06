package org.targetwatch.supervision;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.ReportCalendar;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Bound;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.PlanCards;
import org.targetwatch.supervision.Digest.Kind;
import org.targetwatch.supervision.Digest.Lagging;
import org.targetwatch.supervision.Digest.OpenSlip;
import org.targetwatch.supervision.Digest.Report;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * Makes the digest of one office as of today.
 *
 * @param led the indicators that the office leads and the reader may know of
 * @param today the business date
 */
record DigestMaker(PlanCards cards, String office, Kind kind, List<Indicator> led, LocalDate today, Language language) {
    /** How many days before their due day missing figures are named. */
    private static final int AHEAD = 3;

    private static final int DECIMALS = 2;

    private Plan plan() {
        return cards.plan();
    }

    Digest make(List<RegionMonth> months, List<Slip> slips) {
        LocalDate since = since();
        return new Digest(
                plan().code(),
                office,
                kind,
                today,
                since,
                lagging(since),
                reports(months),
                slips.stream()
                        .filter(Slip::isOpen)
                        .map(slip -> open(slip, since))
                        .sorted(comparing(OpenSlip::overdue).reversed().thenComparing(OpenSlip::number))
                        .toList(),
                slips.stream()
                        .filter(slip -> !slip.isOpen() && !slip.last().day().isBefore(since))
                        .count());
    }

    /** Daily: from the working day before on; weekly: from Monday of the week before on. */
    private LocalDate since() {
        if (kind == Kind.WEEKLY) {
            return today.minusWeeks(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        LocalDate day = today.minusDays(1);
        while (!plan().dueDays().isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private List<Lagging> lagging(LocalDate since) {
        Map<String, Period> current = cards.currentPeriods();
        List<Card> city = cards.ofRegion(plan().region());
        return led.stream()
                .flatMap(indicator ->
                        lagging(indicator, upTo(city, indicator, current.get(indicator.code())), since).stream())
                .sorted(comparing((Lagging one) -> one.status().number())
                        .reversed()
                        .thenComparing(Lagging::indicator))
                .toList();
    }

    private static List<Card> upTo(List<Card> cards, Indicator indicator, Period current) {
        return cards.stream()
                .filter(card -> card.indicator().equals(indicator.code()))
                .filter(card -> card.isExpected() && !card.period().isAfter(current))
                .toList();
    }

    private Optional<Lagging> lagging(Indicator indicator, List<Card> history, LocalDate since) {
        if (history.isEmpty()
                || !OpeningRule.isRed(
                        history.get(history.size() - 1).assessment().status())) {
            return Optional.empty();
        }
        Card card = history.get(history.size() - 1);
        Period from = redSince(history);
        Bound bound = card.assessment().bound();
        Unit unit = indicator.measure().unit();
        return Optional.of(new Lagging(
                indicator.code(),
                name(indicator),
                card.assessment().status(),
                card.period(),
                in(unit, card.assessment().actual()),
                in(unit, bound == null ? null : bound.value()),
                in(unit, card.assessment().gap()),
                unit.symbol(),
                from,
                from.equals(card.period()) && !plan().dueDays().of(from).isBefore(since)));
    }

    /** The first month of the unbroken row of red ones at the end; months that are not judged break nothing. */
    private static Period redSince(List<Card> history) {
        List<Card> newestFirst = new ArrayList<>(history);
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(OpeningRule::isJudged)
                .takeWhile(card -> OpeningRule.isRed(card.assessment().status()))
                .map(Card::period)
                .reduce((later, earlier) -> earlier)
                .orElseThrow();
    }

    private static @Nullable BigDecimal in(Unit unit, @Nullable Exact value) {
        return value == null ? null : value.dividedBy(Exact.of(unit.factor())).rounded(DECIMALS);
    }

    private String name(Indicator indicator) {
        return new Text(indicator.name(), indicator.english()).in(language);
    }

    private String regionName(String code) {
        return plan().regions()
                .find(code)
                .map(region -> new Text(region.name(), region.english()).in(language))
                .orElse(code);
    }

    private List<Report> reports(List<RegionMonth> months) {
        return months.stream()
                .filter(month -> !month.closed() && !month.dueDay().isAfter(today.plusDays(AHEAD)))
                .map(this::report)
                .filter(report -> !report.missing().isEmpty())
                .toList();
    }

    private Report report(RegionMonth month) {
        List<String> missing = Stream.of(ReportCalendar.Report.MISSING, ReportCalendar.Report.RETURNED)
                .flatMap(report -> month.indicators(report).stream())
                .flatMap(code ->
                        led.stream().filter(indicator -> indicator.code().equals(code)))
                .map(this::name)
                .toList();
        return new Report(
                month.region(),
                regionName(month.region()),
                month.period(),
                month.dueDay(),
                today.isAfter(month.dueDay()),
                missing);
    }

    private OpenSlip open(Slip slip, LocalDate since) {
        String indicator = slip.opening().series().indicator();
        String region = slip.opening().series().region();
        return new OpenSlip(
                slip.number(),
                indicator,
                name(plan().requireIndicator(indicator)),
                region,
                regionName(region),
                slip.state().phase(),
                slip.state().due().orElse(null),
                slip.isOverdue(today),
                slip.hasJumped(),
                !slip.first().day().isBefore(since));
    }
}
