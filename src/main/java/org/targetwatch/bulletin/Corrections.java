package org.targetwatch.bulletin;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.Bulletin.Printed;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures.Learned;
import org.targetwatch.figure.Revision;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;

/**
 * What of the months that earlier bulletins spoke of is another today than it was when the last one was made.
 *
 * @param last the bulletin before; null when this is the first
 * @param changes figures, by period, region and indicator
 * @param moved of the indicators that the last one printed, those that would be printed differently now
 */
record Corrections(@Nullable Last last, List<Change> changes, List<Moved> moved) {
    static final Corrections NONE = new Corrections(null, List.of(), List.of());

    /** The bulletin before. */
    record Last(int number, Period period, Instant knownAt, List<Printed> printed) {}

    /**
     * One figure.
     *
     * @param from what counted then; null when nothing did
     * @param to what counts now; null when nothing does
     * @param why in the words of whoever changed it
     */
    record Change(
            String region,
            String indicator,
            Period period,
            @Nullable Amount from,
            @Nullable Amount to,
            @Nullable String why) {}

    /** One indicator of the plan's own region. @param now its card of the same month as it is known now */
    record Moved(Printed then, Progress now) {}

    /**
     * @param learned of the months up to the last bulletin's, what was learned since
     * @param city today's cards of the month that the last bulletin was about
     */
    static Corrections since(Last last, Plan plan, List<Learned> learned, Map<String, Progress> city) {
        Set<String> common = Reading.common(plan).map(Indicator::code).collect(toSet());
        List<Change> changes = learned.stream()
                .filter(one -> common.contains(one.after().figure().indicator()))
                .flatMap(one -> change(one).stream())
                .sorted(Comparator.comparing(Change::period)
                        .thenComparing(Change::region)
                        .thenComparing(Change::indicator))
                .toList();
        return new Corrections(last, changes, moved(last, city));
    }

    private static Optional<Change> change(Learned learned) {
        Amount from = Optional.ofNullable(learned.before())
                .flatMap(Corrections::counting)
                .orElse(null);
        Amount to = counting(learned.after()).orElse(null);
        boolean same = from == null ? to == null : to != null && from.sameAs(to);
        Figure.Key key = learned.after().figure().key();
        return same
                ? Optional.empty()
                : Optional.of(new Change(key.region(), key.indicator(), key.period(), from, to, why(learned.after())));
    }

    private static Optional<Amount> counting(Revision revision) {
        return revision.state().counts() ? Optional.of(revision.figure().amount()) : Optional.empty();
    }

    private static @Nullable String why(Revision revision) {
        return revision.state().counts()
                ? revision.figure().note()
                : revision.entry().reason();
    }

    private static List<Moved> moved(Last last, Map<String, Progress> city) {
        return last.printed().stream()
                .filter(printed -> city.containsKey(printed.indicator()))
                .map(printed -> new Moved(printed, city.get(printed.indicator())))
                .filter(moved -> !moved.now().printed().saysTheSameAs(moved.then()))
                .toList();
    }

    /** The regions whose figures changed, in code order. */
    Stream<String> regions() {
        return changes.stream().map(Change::region).collect(toCollection(TreeSet::new)).stream();
    }
}
