package org.targetwatch.figure;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.web.BusinessDate;

/** 报送日历: who has reported what by when. Nobody has to declare a month complete: it is when nothing is missing. */
@ApplicationScoped
public class ReportCalendar {
    private final ArrivalReader reader;
    private final Closings closings;
    private final Exemptions exemptions;
    private final BusinessDate businessDate;
    private final Clock clock;

    ReportCalendar(
            ArrivalReader reader, Closings closings, Exemptions exemptions, BusinessDate businessDate, Clock clock) {
        this.reader = reader;
        this.closings = closings;
        this.exemptions = exemptions;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    /** What became of an indicator that a region was asked for. */
    public enum Report {
        ON_TIME,
        LATE,
        /** Never reported, or taken back. */
        MISSING,
        /** Sent back, and not reported again; it stands as missing. */
        RETURNED
    }

    /**
     * One region's month.
     *
     * @param dueDay the last day on which its figures are in time
     * @param closed whether it takes no figures any more
     * @param reports by the code of each indicator it was asked for
     */
    public record RegionMonth(
            String region, Period period, LocalDate dueDay, boolean closed, Map<String, Report> reports) {
        public List<String> indicators(Report report) {
            return reports.entrySet().stream()
                    .filter(entry -> entry.getValue() == report)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** How a figure of one period stands, and when its first report arrived. */
    record Arrival(Series series, FigureState state, LocalDate receivedOn) {}

    /** The month of each of {@code regions}, in their order; of those that were asked for nothing, without reports. */
    @Transactional
    public List<RegionMonth> of(Plan plan, Period period, Collection<String> regions) {
        return months(
                plan,
                period,
                regions,
                closings.of(plan.code()),
                exemptions.of(plan.code(), null),
                reader.arrivals(plan.code(), period, regions));
    }

    /** The same as it was known at {@code knownAt}, of the plan as it was then. */
    @Transactional
    public List<RegionMonth> of(Plan plan, Period period, Collection<String> regions, Instant knownAt) {
        return months(
                plan,
                period,
                regions,
                new ClosedPeriods(plan.regions(), closings.history(plan.code(), knownAt), businessDate.on(knownAt)),
                exemptions.of(plan.code(), knownAt),
                reader.arrivals(plan.code(), period, regions, knownAt, clock.getZone()));
    }

    private static List<RegionMonth> months(
            Plan plan,
            Period period,
            Collection<String> regions,
            ClosedPeriods closed,
            Exempt exempt,
            List<Arrival> arrivals) {
        LocalDate dueDay = plan.dueDays().of(period);
        Map<String, List<Arrival>> arrived =
                arrivals.stream().collect(groupingBy(arrival -> arrival.series().region()));
        return regions.stream()
                .map(region -> new RegionMonth(
                        region,
                        period,
                        dueDay,
                        closed.closing(region, period).isPresent(),
                        reports(plan, region, period, exempt, arrived.getOrDefault(region, List.of()))))
                .toList();
    }

    private static Map<String, Report> reports(
            Plan plan, String region, Period period, Exempt exempt, List<Arrival> arrived) {
        Map<String, Report> reports = new TreeMap<>();
        plan.indicators().values().stream()
                .filter(indicator -> isAsked(plan, indicator, region, period))
                .filter(indicator -> !exempt.is(new Series(indicator.code(), region), period))
                .forEach(indicator -> reports.put(indicator.code(), Report.MISSING));
        LocalDate dueDay = plan.dueDays().of(period);
        arrived.forEach(arrival -> reports.computeIfPresent(
                arrival.series().indicator(), (indicator, missing) -> report(arrival, dueDay)));
        return reports;
    }

    private static boolean isAsked(Plan plan, Indicator indicator, String region, Period period) {
        return plan.reports(region, indicator)
                && indicator.isReportedIn(period)
                && plan.regions().find(region).orElseThrow().term().contains(period);
    }

    private static Report report(Arrival arrival, LocalDate dueDay) {
        return switch (arrival.state()) {
            case RETURNED -> Report.RETURNED;
            case WITHDRAWN -> Report.MISSING;
            case PROVISIONAL, ACCEPTED -> arrival.receivedOn().isAfter(dueDay) ? Report.LATE : Report.ON_TIME;
        };
    }
}
