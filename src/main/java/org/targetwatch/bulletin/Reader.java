package org.targetwatch.bulletin;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.targetwatch.bulletin.Corrections.Last;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Closings;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.ReportCalendar;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.figure.Revision;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.PlanCards;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.Slips;

/** Reads what a bulletin speaks of, as it was known at one moment. */
@ApplicationScoped
class Reader {
    private final Scorecards scorecards;
    private final Catalogue catalogue;
    private final Figures figures;
    private final ReportCalendar calendar;
    private final Closings closings;
    private final Slips slips;
    private final Clock clock;

    Reader(
            Scorecards scorecards,
            Catalogue catalogue,
            Figures figures,
            ReportCalendar calendar,
            Closings closings,
            Slips slips,
            Clock clock) {
        this.scorecards = scorecards;
        this.catalogue = catalogue;
        this.figures = figures;
        this.calendar = calendar;
        this.closings = closings;
        this.slips = slips;
        this.clock = clock;
    }

    /** @param last the bulletin before, whose corrections are to be told; empty for the first */
    Reading read(String plan, Period period, Instant knownAt, Optional<Last> last) {
        return scorecards
                .readKnown(plan, knownAt, cards -> read(cards, period, knownAt, last))
                .orElseThrow(() -> Catalogue.noPlan(plan));
    }

    private Reading read(PlanCards cards, Period period, Instant knownAt, Optional<Last> last) {
        Plan plan = cards.plan();
        List<Revision> standing = figures.standing(plan.code(), Reading.children(plan), plan.start(), period, knownAt);
        return new Reading(
                plan,
                period,
                knownAt,
                cards.today(),
                clock.getZone(),
                Reading.cityOf(cards, period),
                Reading.belowOf(cards, period),
                cards.currentPeriods(),
                months(plan, period, knownAt),
                counting(standing),
                closings.history(plan.code(), knownAt),
                slips(plan, knownAt),
                last.map(before -> corrections(before, cards, knownAt)).orElse(Corrections.NONE),
                catalogue.version(plan.code(), knownAt).orElseThrow());
    }

    private List<RegionMonth> months(Plan plan, Period period, Instant knownAt) {
        Set<String> common = Reading.common(plan).map(Indicator::code).collect(Collectors.toSet());
        return calendar.of(plan, period, Reading.reporters(plan).toList(), knownAt).stream()
                .map(month -> only(common, month))
                .toList();
    }

    private List<Slip> slips(Plan plan, Instant knownAt) {
        Set<String> common = Reading.common(plan).map(Indicator::code).collect(Collectors.toSet());
        return slips.known(plan, knownAt).stream()
                .filter(slip -> common.contains(slip.opening().series().indicator()))
                .toList();
    }

    private static RegionMonth only(Set<String> indicators, RegionMonth month) {
        Map<String, ReportCalendar.Report> reports = new TreeMap<>(month.reports());
        reports.keySet().retainAll(indicators);
        return new RegionMonth(month.region(), month.period(), month.dueDay(), month.closed(), reports);
    }

    private static Map<Series, Figure> counting(List<Revision> standing) {
        return standing.stream()
                .filter(revision -> revision.state().counts())
                .map(Revision::figure)
                .collect(toMap(
                        Figure::series, figure -> figure, BinaryOperator.maxBy(Comparator.comparing(Figure::period))));
    }

    private Corrections corrections(Last last, PlanCards cards, Instant knownAt) {
        Plan plan = cards.plan();
        return Corrections.since(
                last,
                plan,
                figures.learned(plan.code(), plan.start(), last.period(), last.knownAt(), knownAt),
                Reading.cityOf(cards, last.period()));
    }
}
