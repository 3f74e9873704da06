package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Seeded;
import org.targetwatch.progress.Situation.Child;

/** A green light must not depend on what a missing county is going to report: every extreme answer is tried. */
class CoveragePropertiesTest {
    private static final int ROUNDS = 6_000;

    /** A county that reported, or one that did not and may still report anything. */
    private record County(Tally tally, @Nullable BigDecimal frozenDenominator) {
        boolean isMissing() {
            return tally.amount() == null;
        }
    }

    @Test
    void green_withCountiesMissing_staysGreenWhateverTheyReport() {
        Seeded.times(ROUNDS, seeded -> {
            City city = new City(seeded);
            Status now = city.statusNow();
            if (now == Status.ACHIEVED || now == Status.ON_TRACK) {
                assertThat(city.completions())
                        .as("%s", city)
                        .allMatch(completed ->
                                completed == Status.ACHIEVED || completed == Status.ON_TRACK && now == Status.ON_TRACK);
            }
        });
    }

    /** The other half: nothing is called unknown that every answer would leave green. */
    @Test
    void unknown_forCoverage_hidesNoShareThatEveryAnswerLeavesGreen() {
        Seeded.times(ROUNDS, seeded -> {
            City city = new City(seeded);
            boolean decidable = city.rules.measure().isShare()
                    && !city.target.direction().comparesWithLastYear()
                    && city.counties.stream()
                            .allMatch(county -> !county.isMissing() || county.frozenDenominator != null);
            if (decidable && city.statusNow() == Status.UNKNOWN && city.anythingArrived()) {
                assertThat(city.completions())
                        .as("%s", city)
                        .anyMatch(completed -> completed != Status.ACHIEVED
                                && (completed != Status.ON_TRACK || city.withoutCoverageRule() == Status.ACHIEVED));
            }
        });
    }

    /** Both properties would hold of a judge that never shows green, so green must be seen in both ways. */
    @Test
    void green_withCountiesMissing_doesOccurForSharesAndSums() {
        List<Status> shares = new ArrayList<>();
        List<Status> sums = new ArrayList<>();
        Seeded.times(ROUNDS, seeded -> {
            City city = new City(seeded);
            (city.rules.measure().isRatio() ? shares : sums).add(city.statusNow());
        });
        assertThat(shares).contains(Status.ACHIEVED, Status.ON_TRACK, Status.UNKNOWN, Status.MISSED);
        assertThat(sums).contains(Status.ACHIEVED, Status.ON_TRACK, Status.UNKNOWN, Status.MISSED);
    }

    /** A few counties, at least one of them missing, at a judged month. */
    private static final class City {
        final Rules rules;
        final Target target;
        final Period period;
        final boolean settled;
        final List<County> counties;
        private final Seeded seeded;

        City(Seeded seeded) {
            this.seeded = seeded;
            RandomSituation random = RandomSituation.of(seeded);
            this.rules = random.rules();
            this.target = random.target();
            this.period = rules.judgedFrom()
                    .plusMonths(seeded.between(0, rules.judgedFrom().monthsUntil(rules.lastPeriod())));
            this.settled = seeded.chance(50);
            int missing = seeded.between(1, 2);
            this.counties = Stream.concat(
                            Stream.generate(() -> reported(random)).limit(seeded.between(1, 3)),
                            Stream.generate(this::missing).limit(missing))
                    .toList();
        }

        private County reported(RandomSituation random) {
            Tally tally =
                    RandomSituation.reported(large(random.amount()), seeded.chance(80) ? large(random.amount()) : null);
            return new County(tally, null);
        }

        /** Now and then so large a county that the missing ones hardly matter. */
        private Amount large(Amount amount) {
            BigDecimal factor = BigDecimal.valueOf(seeded.oneOf(1, 1, 1000));
            return amount instanceof Ratio ratio
                    ? new Ratio(
                            ratio.numerator().multiply(factor),
                            ratio.denominator().multiply(factor))
                    : amount;
        }

        private County missing() {
            BigDecimal frozen = seeded.chance(80) ? BigDecimal.valueOf(seeded.oneOf(1, 5, 100)) : null;
            return new County(RandomSituation.missing(frozen), frozen);
        }

        boolean anythingArrived() {
            return counties.stream().anyMatch(county -> !county.isMissing());
        }

        Status statusNow() {
            return status(counties.stream().map(County::tally).toList());
        }

        /** What the figures that arrived say by themselves, as if nobody else were expected. */
        Status withoutCoverageRule() {
            return status(counties.stream()
                    .filter(county -> !county.isMissing())
                    .map(County::tally)
                    .toList());
        }

        Stream<Status> completions() {
            return answers(0).map(this::status);
        }

        private Stream<List<Tally>> answers(int index) {
            if (index == counties.size()) {
                return Stream.of(List.of());
            }
            County county = counties.get(index);
            List<Tally> own = county.isMissing() ? extremes(county) : List.of(county.tally);
            return own.stream().flatMap(answer -> answers(index + 1)
                    .map(rest -> Stream.concat(Stream.of(answer), rest.stream()).toList()));
        }

        private List<Tally> extremes(County county) {
            return IntStream.range(0, 9)
                    .mapToObj(choice -> RandomSituation.reported(
                            extreme(county, choice % 3), choice < 3 ? null : extreme(county, choice < 6 ? 0 : 2)))
                    .toList();
        }

        /** Nothing, about half, or as much as there can be. */
        private Amount extreme(County county, int choice) {
            if (!rules.measure().isRatio()) {
                return new Quantity(BigDecimal.valueOf(choice * 500L));
            }
            BigDecimal denominator =
                    Objects.requireNonNullElse(county.frozenDenominator, BigDecimal.valueOf(1_000_000));
            BigDecimal most = rules.measure().isShare() ? denominator : denominator.multiply(BigDecimal.valueOf(1_000));
            return new Ratio(most.multiply(BigDecimal.valueOf(choice * 5L, 1)), denominator);
        }

        private Status status(List<Tally> tallies) {
            List<Child> children = IntStream.range(0, tallies.size())
                    .mapToObj(i -> child("county " + i, tallies.get(i)))
                    .toList();
            return assess(tallies.stream().reduce(Tally.EMPTY, Tally::plus), children)
                    .status();
        }

        private Child child(String name, Tally tally) {
            Assessment assessment = assess(tally, List.of());
            return new Child(name, assessment.lagPoints(), assessment.met());
        }

        private Assessment assess(Tally tally, List<Child> children) {
            return Assessor.assess(new Situation(target, rules, period, tally, settled, false, children));
        }

        @Override
        public String toString() {
            return target + " " + rules + " " + period + " " + counties;
        }
    }
}
