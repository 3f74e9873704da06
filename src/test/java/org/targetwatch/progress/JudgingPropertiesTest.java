package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Seeded;

/** What must hold in every situation, whatever the numbers. */
class JudgingPropertiesTest {
    private static final int ROUNDS = 20_000;

    /** From good to bad; one before judged-from counts as one on track. */
    private static final List<List<Status>> ORDER = List.of(
            List.of(Status.ACHIEVED),
            List.of(Status.ON_TRACK, Status.NOT_DUE),
            List.of(Status.BEHIND),
            List.of(Status.FAR_BEHIND),
            List.of(Status.MISSED));

    @Test
    void mirrored_withAnEqualExplicitStart_isJudgedTheSame() {
        Scaled mirror = new Scaled(BigDecimal.ONE.negate());
        Seeded.times(ROUNDS, seeded -> {
            Situation situation = RandomSituation.of(seeded).judgedWhole();
            if (!hasExplicitStart(situation)) {
                return;
            }
            Assessment here = Assessor.assess(situation);
            Assessment there = Assessor.assess(mirror.of(situation));
            assertThat(there.status()).as("%s", situation).isEqualTo(here.status());
            assertThat(there.reason()).isEqualTo(here.reason());
            assertThat(there.severity()).isEqualTo(here.severity());
            assertThat(there.gap()).isEqualTo(here.gap());
            assertThat(there.gapCount()).isEqualTo(here.gapCount());
            if (!standsInTheMiddle(situation, here)) {
                assertThat(there.lag()).isEqualTo(here.lag());
                assertThat(there.lagPoints()).isEqualTo(here.lagPoints());
                assertThat(there.expected()).isEqualTo(mirror.of(here.expected()));
            }
        });
    }

    /** Flows start at 0 on their way up and know no start on their way down, so only stocks mirror. */
    private static boolean hasExplicitStart(Situation situation) {
        Target target = Objects.requireNonNull(situation.target());
        return target.direction().comparesWithLastYear()
                || situation.rules().kind() == Kind.STOCK && target.baseline() != null;
    }

    /** Just as far from both ends of a range: which of them the card speaks of is a matter of taste. */
    private static boolean standsInTheMiddle(Situation situation, Assessment assessment) {
        return Objects.requireNonNull(situation.target()).direction() instanceof Direction.Between between
                && between.low().plus(between.high()).equals(assessment.actual().times(2));
    }

    @Test
    void figures_inAnotherUnit_giveTheSameLight() {
        Seeded.times(ROUNDS, seeded -> {
            Situation situation = RandomSituation.of(seeded).judgedWhole();
            Scaled unit =
                    new Scaled(seeded.oneOf(new BigDecimal("0.0001"), new BigDecimal("3"), new BigDecimal("1E+8")));
            Assessment here = Assessor.assess(situation);
            Assessment there = Assessor.assess(unit.of(situation));
            assertThat(there.status()).as("%s", situation).isEqualTo(here.status());
            assertThat(there.severity()).isEqualTo(here.severity());
            assertThat(there.lagPoints()).isEqualTo(here.lagPoints());
            assertThat(there.completionRate()).isEqualTo(here.completionRate());
            assertThat(there.lag()).isEqualTo(unit.of(here.lag()));
            assertThat(there.gap()).isEqualTo(unit.of(here.gap()));
            assertThat(there.gapCount()).isEqualTo(unit.of(here.gapCount()));
            assertThat(there.requiredPerMonth()).isEqualTo(unit.of(here.requiredPerMonth()));
        });
    }

    @Test
    void betterFigure_atFullCoverage_neverGivesAWorseStatus() {
        Seeded.times(ROUNDS, seeded -> {
            RandomSituation random = RandomSituation.of(seeded);
            Situation one = random.judgedWhole();
            Situation other = with(one, random.amount());
            Situation better = isBetter(other, one) ? other : one;
            Situation worse = better == one ? other : one;
            if (!isBetter(better, worse)) {
                return;
            }
            assertThat(rank(better)).as("%s against %s", better, worse).isLessThanOrEqualTo(rank(worse));
            assertThat(Assessor.assess(better).severity().ordinal())
                    .isLessThanOrEqualTo(Assessor.assess(worse).severity().ordinal());
        });
    }

    @Test
    void betterChild_underNotBelowLastYear_neverGivesAWorseStatus() {
        int[] compared = {0};
        Seeded.times(5 * ROUNDS, seeded -> {
            Situation one = RandomSituation.of(seeded).any();
            if (one.target() == null
                    || !(one.target().direction() instanceof Direction.NotBelowLastYear)
                    || one.children().isEmpty()) {
                return;
            }
            Situation better = withBetterChild(one);
            if (rank(one) >= 0 && rank(better) >= 0) {
                compared[0]++;
                assertThat(rank(better)).as("%s against %s", better, one).isLessThanOrEqualTo(rank(one));
            }
        });
        assertThat(compared[0]).isGreaterThan(500);
    }

    /** The same, but the first child has caught up. */
    private static Situation withBetterChild(Situation situation) {
        Situation.Child first = situation.children().get(0);
        List<Situation.Child> children = new ArrayList<>(situation.children());
        children.set(0, new Situation.Child(first.region(), Exact.of(-50), true));
        return new Situation(
                situation.target(),
                situation.rules(),
                situation.period(),
                situation.tally(),
                situation.settled(),
                situation.redBefore(),
                children);
    }

    private static Situation with(Situation situation, Amount amount) {
        return new Situation(
                situation.target(),
                situation.rules(),
                situation.period(),
                RandomSituation.reported(amount, situation.tally().lastYear()),
                situation.settled(),
                situation.redBefore(),
                List.of());
    }

    private static int rank(Situation situation) {
        Status status = Assessor.assess(situation).status();
        return ORDER.indexOf(ORDER.stream()
                .filter(group -> group.contains(status))
                .findFirst()
                .orElseGet(List::of));
    }

    /** Strictly further on the way to what was promised; false where the two cannot be compared. */
    private static boolean isBetter(Situation better, Situation worse) {
        Exact one = value(better, better.tally().amount());
        Exact two = value(worse, worse.tally().amount());
        Direction direction = Objects.requireNonNull(better.target()).direction();
        if (direction instanceof Direction.Between between) {
            boolean below = two.compareTo(between.low()) < 0 && two.compareTo(one) < 0 && one.isAtMost(between.high());
            boolean above = two.compareTo(between.high()) > 0 && two.compareTo(one) > 0 && one.isAtLeast(between.low());
            return below || above;
        }
        boolean upwards = direction instanceof Direction.AtLeast || direction instanceof Direction.NotBelowLastYear;
        return upwards ? one.compareTo(two) > 0 : one.compareTo(two) < 0;
    }

    private static @Nullable Exact value(Situation situation, @Nullable Amount amount) {
        return amount == null ? null : amount.in(situation.rules().measure().scale());
    }

    @Test
    void achieved_atFullCoverage_isExactlyATargetThatIsMetAndCannotBeLostAnyMore() {
        Seeded.times(ROUNDS, seeded -> {
            Situation situation = RandomSituation.of(seeded).judgedWhole();
            Assessment assessment = Assessor.assess(situation);
            boolean met = isMet(situation);
            boolean final_ = situation.rules().kind() == Kind.STOCK
                    || situation.target().direction() instanceof Direction.AtLeast
                    || !situation.period().isBefore(situation.rules().due());
            assertThat(assessment.status() == Status.ACHIEVED)
                    .as("%s", situation)
                    .isEqualTo(met && final_);
            assertThat(Boolean.TRUE.equals(assessment.met())).isEqualTo(met);
        });
    }

    private static boolean isMet(Situation situation) {
        Exact actual = value(situation, situation.tally().amount());
        Exact lastYear = value(situation, situation.tally().lastYear());
        Direction direction = Objects.requireNonNull(situation.target()).direction();
        if (direction instanceof Direction.AtLeast atLeast) {
            return actual.compareTo(atLeast.value()) >= 0;
        }
        if (direction instanceof Direction.AtMost atMost) {
            return actual.compareTo(atMost.value()) <= 0;
        }
        if (direction instanceof Direction.Between between) {
            return actual.compareTo(between.low()) >= 0 && actual.compareTo(between.high()) <= 0;
        }
        boolean notBelow = direction instanceof Direction.NotBelowLastYear;
        return lastYear != null && (notBelow ? actual.compareTo(lastYear) >= 0 : actual.compareTo(lastYear) <= 0);
    }

    @Test
    void numbers_ofAnyCard_fitTogether() {
        Seeded.times(ROUNDS, seeded -> {
            Situation situation = RandomSituation.of(seeded).judgedWhole();
            Assessment card = Assessor.assess(situation);
            if (card.bound() == null) {
                assertThat(card.gap()).isNull();
                return;
            }
            assertThat(card.gap())
                    .as("%s", situation)
                    .isEqualTo(card.bound().shortfall(card.actual()).max(Exact.ZERO));
            assertThat(card.gapCount().max(Exact.ZERO).isZero())
                    .isEqualTo(card.gap().isZero());
            assertThat(card.lag() == null).isEqualTo(card.expected() == null);
            if (card.lagPoints() != null) {
                assertThat(card.lagPoints().isPositive()).isEqualTo(card.lag().isPositive());
            }
            if (card.requiredPerMonth() != null) {
                int months = situation.period().monthsUntil(situation.rules().due());
                assertThat(card.requiredPerMonth().times(months)).isEqualTo(card.gap());
            }
        });
    }
}
