package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

/** What a region's cards rest on, by period. */
interface Evidence {
    Tally tally(Period period);

    List<Child> children(Period period);

    /** What last-year directions will compare the due month with, as known in {@code period}. */
    Optional<Amount> lastYearAtDue(Period period);

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
        return new Evidence() {
            @Override
            public Tally tally(Period period) {
                return exempt.test(period) ? Tally.EMPTY : report(period).tally(period);
            }

            @Override
            public List<Child> children(Period period) {
                return List.of();
            }

            @Override
            public Optional<Amount> lastYearAtDue(Period period) {
                return exempt.test(period)
                        ? Optional.empty()
                        : report(period).lastYear(indicator.rules().due());
            }

            private RegionReport report(Period period) {
                Trajectory trajectory = Optional.ofNullable(targets.at(period))
                        .map(Target::trajectory)
                        .orElse(indicator.target().trajectory());
                return new RegionReport(indicator.rules(), trajectory, figures, frozenDenominator, region.term());
            }
        };
    }

    /** A region whose children report: their cards already hold everything below them. */
    static Evidence ofChildren(Collection<Card> cards) {
        Map<Period, List<Card>> byPeriod = cards.stream().collect(groupingBy(Card::period));
        return new Evidence() {
            @Override
            public Tally tally(Period period) {
                return byPeriod.getOrDefault(period, List.of()).stream()
                        .map(Card::tally)
                        .reduce(Tally.EMPTY, Tally::plus);
            }

            @Override
            public Optional<Amount> lastYearAtDue(Period period) {
                return byPeriod.getOrDefault(period, List.of()).stream()
                        .flatMap(card -> Optional.ofNullable(card.lastYearAtDue()).stream())
                        .reduce(Amount::plus);
            }

            @Override
            public List<Child> children(Period period) {
                return byPeriod.getOrDefault(period, List.of()).stream()
                        .filter(Card::isExpected)
                        .map(card -> new Child(
                                card.region(),
                                card.assessment().lagPoints(),
                                card.assessment().met()))
                        .toList();
            }
        };
    }
}
