package org.targetwatch.intake;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.web.Text;

/** The door to what looks odd among the figures that stand: the same rules that warn whoever reports them. */
@ApplicationScoped
public class Signals {
    private static final int SERIES_AT_ONCE = 2_000;

    private final Surroundings surroundings;

    Signals(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Something odd about a figure that stands. */
    record Signal(Figure figure, Finding finding) {
        Position position() {
            return new Position(figure.key(), finding.code());
        }
    }

    /** Where a signal stands in the list: by region, indicator, period and code. */
    record Position(Key key, String code) implements Comparable<Position> {
        private static final Comparator<Position> ORDER = comparing((Position position) -> position.key.region())
                .thenComparing(position -> position.key.indicator())
                .thenComparing(position -> position.key.period())
                .thenComparing(Position::code);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What is asked for.
     *
     * @param region with everything below it
     * @param period null is any
     * @param after only what stands behind it
     */
    record Filter(String region, @Nullable Period period, Optional<Position> after) {
        private boolean includes(Signal signal) {
            return (period == null || signal.figure.period().equals(period))
                    && after.filter(position -> signal.position().compareTo(position) <= 0)
                            .isEmpty();
        }

        private boolean reaches(String code) {
            return after.filter(position -> code.compareTo(position.key.region()) < 0)
                    .isEmpty();
        }
    }

    /** What looks odd about the figures of a month in {@code region} and below, by figure. Confidential indicators are not among them. */
    @Transactional
    public Map<Key, List<Text>> of(Plan plan, String region, Period period) {
        return of(plan, new Filter(region, period, Optional.empty()), Integer.MAX_VALUE).stream()
                .collect(groupingBy(
                        signal -> signal.figure().key(),
                        mapping(signal -> signal.finding().what(), toList())));
    }

    /** The first {@code limit} signals. Confidential indicators are not among them. */
    @Transactional
    List<Signal> of(Plan plan, Filter filter, int limit) {
        List<Signal> found = new ArrayList<>();
        for (List<String> regions : inParts(plan, filter)) {
            if (found.size() < limit) {
                found.addAll(of(plan, regions, filter));
            }
        }
        return found.stream().limit(limit).toList();
    }

    private static List<List<String>> inParts(Plan plan, Filter filter) {
        List<String> regions = plan.regions()
                .selfAndBelow(filter.region)
                .filter(filter::reaches)
                .sorted()
                .toList();
        int size = Math.max(1, SERIES_AT_ONCE / plan.indicators().size());
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < regions.size(); from += size) {
            parts.add(regions.subList(from, Math.min(regions.size(), from + size)));
        }
        return parts;
    }

    private List<Signal> of(Plan plan, List<String> regions, Filter filter) {
        List<Series> wanted =
                regions.stream().flatMap(region -> reported(plan, region)).toList();
        Standing standing = surroundings.of(plan, wanted);
        return wanted.stream()
                .flatMap(series -> standing.figures().get(series).values().stream())
                .flatMap(figure -> of(standing, figure))
                .filter(filter::includes)
                .sorted(comparing(Signal::position))
                .toList();
    }

    private static Stream<Series> reported(Plan plan, String region) {
        return plan.indicators().values().stream()
                .filter(indicator -> !indicator.confidential() && plan.reports(region, indicator))
                .map(Indicator::code)
                .map(indicator -> new Series(indicator, region));
    }

    private static Stream<Signal> of(Standing standing, Figure figure) {
        return SoftRules.of(standing.observed(figure)).stream().map(finding -> new Signal(figure, finding));
    }
}
