package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Region;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.RegionReport;
import org.targetwatch.progress.Situation.Child;
import org.targetwatch.progress.Tally;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.target.TargetTimeline;

/** What a region's cards rest on, by period; each month is looked at once. */
final class Evidence {
    private final Function<Period, Month> source;
    private final Map<Period, Month> known = new HashMap<>();

    private Evidence(Function<Period, Month> source) {
        this.source = source;
    }

    /**
     * What a month's card rests on. Months of different regions add up.
     *
     * @param lastYearAtDue what last-year directions will compare the due month with, as known in this month
     * @param children how the regions directly below stand, where that is looked at
     */
    record Month(Tally tally, @Nullable Amount lastYearAtDue, List<Child> children) {
        static final Month EMPTY = new Month(Tally.EMPTY, null, List.of());

        /** What a region's card adds to the region above. */
        static Month of(Card card) {
            Child child = new Child(
                    card.region(),
                    card.assessment().lagPoints(),
                    card.assessment().met());
            return new Month(card.tally(), card.lastYearAtDue(), card.isExpected() ? List.of(child) : List.of());
        }

        Month plus(Month other) {
            return new Month(
                    tally.plus(other.tally),
                    Amount.sum(lastYearAtDue, other.lastYearAtDue),
                    Stream.concat(children.stream(), other.children.stream()).toList());
        }

        /** This month with {@code part}, which was added to it, replaced: without children. Empty where that cannot be told. */
        Optional<Month> replacing(Month part, Month by) {
            return tally.replacing(part.tally, by.tally)
                    .filter(replaced -> Amount.canReplace(lastYearAtDue, part.lastYearAtDue, by.lastYearAtDue))
                    .map(replaced -> new Month(
                            replaced, Amount.replace(lastYearAtDue, part.lastYearAtDue, by.lastYearAtDue), List.of()));
        }
    }

    Month in(Period period) {
        return known.computeIfAbsent(period, source);
    }

    /**
     * A region that posts figures itself.
     *
     * @param exempt the periods in which the indicator does not apply to it: nothing is expected, nothing counts
     */
    static Evidence ofFigures(
            Indicator indicator,
            Region region,
            Map<Period, Amount> figures,
            TargetTimeline targets,
            Predicate<Period> exempt) {
        BigDecimal frozenDenominator = indicator.frozenDenominators().get(region.code());
        Map<Trajectory, RegionReport> reports = new IdentityHashMap<>(); // one, unless it was planned anew
        return new Evidence(period -> {
            Trajectory trajectory = Optional.ofNullable(targets.at(period))
                    .map(Target::trajectory)
                    .orElse(indicator.target().trajectory());
            RegionReport report = reports.computeIfAbsent(
                    trajectory,
                    way -> new RegionReport(indicator.rules(), way, figures, frozenDenominator, region.term()));
            return exempt.test(period)
                    ? Month.EMPTY
                    : month(report, period, indicator.rules().due());
        });
    }

    private static Month month(RegionReport report, Period period, Period due) {
        return new Month(report.tally(period), report.lastYear(due).orElse(null), List.of());
    }

    /** A region whose children report: their cards already hold everything below them. */
    static Evidence ofChildren(Collection<Card> cards) {
        return ofSums(cards.stream()
                .collect(groupingBy(Card::period, mapping(Month::of, reducing(Month.EMPTY, Month::plus)))));
    }

    /** The same from what the children bring together. */
    static Evidence ofSums(Map<Period, Month> sums) {
        return new Evidence(period -> sums.getOrDefault(period, Month.EMPTY));
    }
}
