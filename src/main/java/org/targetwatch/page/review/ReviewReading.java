package org.targetwatch.page.review;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.Issued;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Closing;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.web.Text;

/**
 * What came in for a month, and who reported when.
 *
 * @param region only this one's figures; null for all
 * @param arrived everything that ever came in for the month, whatever became of it
 * @param shown those of them that the page lists
 * @param matching how many there would be to list
 * @param figures the figures that count of the series shown, by period
 * @param calendar the months up to this day, each of all regions that report
 * @param closings what was closed and reopened of the month, oldest first
 * @param ended whether the month is over
 * @param bulletin the one that was issued of the month
 * @param replies how many slips were replied to and wait for the reader
 */
record ReviewReading(
        Plan plan,
        Period period,
        @Nullable String region,
        ReviewShow show,
        List<Arrived> arrived,
        List<Arrived> shown,
        int matching,
        Map<Series, NavigableMap<Period, Figure>> figures,
        List<List<RegionMonth>> calendar,
        List<Closing> closings,
        boolean ended,
        Optional<Issued> bulletin,
        long replies) {

    /**
     * A figure as it stands.
     *
     * @param odd what looks odd about it
     * @param own whether it is the business of the caller's offices
     */
    record Arrived(Current current, Indicator indicator, List<Text> odd, boolean own) {
        boolean isOdd() {
            return !odd.isEmpty();
        }
    }

    /** What looks odd first, within it as the plan has them. */
    static List<Arrived> inOrder(Stream<Arrived> arrived) {
        return arrived.sorted(comparing(Arrived::isOdd).reversed()).toList();
    }

    List<RegionMonth> month() {
        return calendar.stream()
                .filter(months ->
                        months.stream().anyMatch(month -> month.period().equals(period)))
                .findFirst()
                .orElse(List.of());
    }

    boolean isClosed(String code) {
        return month().stream().anyMatch(month -> month.region().equals(code) && month.closed());
    }

    /** Whether it takes figures of all or some that a closing would seal. */
    boolean isClosable() {
        return ended
                && (closings.isEmpty() || !(closings.get(closings.size() - 1).what() instanceof Closed));
    }

    boolean isReopenable() {
        return month().stream().anyMatch(RegionMonth::closed);
    }

    /** The figure before this one in the plan's year. */
    Optional<Figure> before(Figure figure) {
        return Optional.ofNullable(figures.get(figure.series()))
                .map(known -> known.subMap(plan.start(), true, period, false).lastEntry())
                .map(Map.Entry::getValue);
    }
}
