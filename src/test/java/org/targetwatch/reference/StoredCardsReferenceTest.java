package org.targetwatch.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.targetwatch.Judged;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Act;
import org.targetwatch.figure.Batch;
import org.targetwatch.figure.Closings;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.Reviews;
import org.targetwatch.figure.Signatures;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Seeded;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.PlainJudge;
import org.targetwatch.progress.Situation;
import org.targetwatch.progress.Status;
import org.targetwatch.reference.Happening.Closed;
import org.targetwatch.reference.Happening.Decided;
import org.targetwatch.reference.Happening.Exempted;
import org.targetwatch.reference.Happening.Promised;
import org.targetwatch.reference.Happening.Reopened;
import org.targetwatch.reference.Happening.Reported;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Glance;
import org.targetwatch.scorecard.PlanCards;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.target.Targets;
import org.targetwatch.web.Problem;

/**
 * Two thousand random histories (each an indicator with its own rules, in six regions), lived through by the program with
 * its queue, its sums of sums and its SQL, and told again by {@link PlainHistory}. The cards must be the same, now and as
 * known in between.
 */
@QuarkusTest
@TestProfile(RandomWorld.class)
class StoredCardsReferenceTest {
    private static final int HAPPENINGS = 40;
    private static final LocalDate TODAY = LocalDate.of(2020, 9, 20);

    @Inject
    Catalogue catalogue;

    @Inject
    Figures figures;

    @Inject
    Reviews reviews;

    @Inject
    Closings closings;

    @Inject
    Exemptions exemptions;

    @Inject
    Targets targets;

    @Inject
    Scorecards scorecards;

    @Inject
    Clock clock;

    /** What both say of one card. */
    private record Said(
            @Nullable Amount amount,
            @Nullable Amount comparable,
            @Nullable Amount lastYear,
            Coverage coverage,
            PlainJudge.Answer answer) {

        static Said of(Card card) {
            return new Said(
                    plain(card.tally().amount()),
                    plain(card.tally().comparable()),
                    plain(card.tally().lastYear()),
                    card.tally().coverage(),
                    new PlainJudge.Answer(
                            card.assessment().status(),
                            card.assessment().reason(),
                            card.assessment().severity()));
        }

        static Said of(Situation situation) {
            return new Said(
                    plain(situation.tally().amount()),
                    plain(situation.tally().comparable()),
                    plain(situation.tally().lastYear()),
                    situation.tally().coverage(),
                    PlainJudge.judge(situation));
        }

        /** Without trailing zeros, so that equal numbers are equal objects. */
        private static @Nullable Amount plain(@Nullable Amount amount) {
            if (amount instanceof Amount.Ratio ratio) {
                return new Amount.Ratio(
                        ratio.numerator().stripTrailingZeros(),
                        ratio.denominator().stripTrailingZeros());
            }
            return amount instanceof Amount.Quantity quantity
                    ? new Amount.Quantity(quantity.value().stripTrailingZeros())
                    : null;
        }
    }

    /** A history, and the moments after each of its happenings. */
    private record Lived(Plan plan, PlainHistory history, List<Instant> moments) {}

    @Test
    void cards_afterRandomHistories_areWhatAPlainReadingOfEverythingSays() {
        Map<Status, Integer> seen = new EnumMap<>(Status.class);
        List<Lived> lives = new ArrayList<>();
        for (int number = 1; number <= RandomWorld.PLANS; number++) {
            lives.add(live(number));
        }
        Judged.awaitAll();
        for (Lived lived : lives) {
            assertSame(
                    lived,
                    lived.history,
                    scorecards.read(lived.plan, cards -> cards(lived.plan, cards::ofRegion)),
                    seen);
            scorecards.read(lived.plan, StoredCardsReferenceTest::assertGlancesTellTheSame);
        }
        assertThat(seen).as("every status occurs often").containsOnlyKeys(Status.values());
        assertThat(seen.values()).allMatch(times -> times > 500);
        assertKnownThen(lives.get(0));
    }

    private static Void assertGlancesTellTheSame(PlanCards cards) {
        Map<String, Period> periods = cards.currentPeriods();
        List<String> regions = cards.plan().regionCodes().toList();
        assertThat(cards.glances(periods, regions))
                .isEqualTo(cards.at(periods, regions).stream()
                        .filter(Card::isExpected)
                        .map(card -> new Glance(
                                card.region(),
                                card.indicator(),
                                card.assessment().status(),
                                card.assessment().actual(),
                                card.assessment().bound()))
                        .toList());
        return null;
    }

    private Lived live(int number) {
        Seeded seeded = new Seeded(1_000 + number);
        Plan plan = catalogue.require(RandomWorld.code(number));
        PlainHistory history = new PlainHistory(plan, TODAY);
        RandomHappenings random = new RandomHappenings(seeded, plan, TODAY);
        List<Instant> moments = new ArrayList<>();
        for (int at = 0; at < HAPPENINGS; at++) {
            Happening happening = at < 6 ? random.wholeMonth(at) : random.next(history);
            if (happen(plan, history, happening)) {
                history.add(happening);
                moments.add(clock.instant());
            }
        }
        return new Lived(plan, history, moments);
    }

    /** Lets it happen; false where both agree that it cannot. */
    private boolean happen(Plan plan, PlainHistory history, Happening happening) {
        Act act = new Act(plan.code(), "tester", TODAY, Signatures.NONE);
        if (happening instanceof Reported it) {
            return happens(
                    history,
                    it.figures().stream().map(Figure::key).toList(),
                    () -> figures.record(new Batch(act, it.figures())));
        }
        if (happening instanceof Decided it) {
            List<Figure.Key> keys =
                    it.verdicts().stream().map(Reviews.Verdict::key).toList();
            return happens(history, keys, () -> reviews.decide(act, it.verdicts()));
        }
        if (happening instanceof Closed it) {
            boolean closed = closings.close(plan, it.period(), null, "tester").isPresent();
            assertThat(closed).as("%s", it).isEqualTo(history.canBeClosed(it.period()));
            return closed;
        }
        if (happening instanceof Reopened it) {
            boolean reopened = closings.reopen(plan, it.period(), it.region(), it.until(), "补报", "tester")
                    .isPresent();
            assertThat(reopened).as("%s", it).isEqualTo(history.isClosed(it.region(), it.period()));
            return reopened;
        }
        if (happening instanceof Promised it) {
            targets.decide(plan, it.series(), it.from(), it.target(), "调整", "tester", Optional.empty());
        } else if (happening instanceof Exempted it) {
            exemptions.decide(plan.code(), it.series(), it.from(), it.exempt(), "不适用", "tester");
        }
        return true;
    }

    private static boolean happens(PlainHistory history, List<Figure.Key> keys, Runnable happening) {
        boolean refused = keys.stream().anyMatch(key -> history.isClosed(key.region(), key.period()));
        try {
            happening.run();
            assertThat(refused).as("a closed period takes nothing").isFalse();
        } catch (Problem problem) {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(refused)
                    .as("an open period is refused: %s", problem.getMessage())
                    .isTrue();
        }
        return !refused;
    }

    private static Map<Card.Key, Card> cards(Plan plan, Function<String, List<Card>> ofRegion) {
        Map<Card.Key, Card> cards = new HashMap<>();
        plan.regionCodes()
                .flatMap(region -> ofRegion.apply(region).stream())
                .forEach(card -> cards.put(card.key(), card));
        return cards;
    }

    private static void assertSame(
            Lived lived, PlainHistory whole, Map<Card.Key, Card> cards, Map<Status, Integer> seen) {
        Plan plan = lived.plan;
        int compared = 0;
        for (Indicator indicator : plan.indicators().values()) {
            PlainHistory history = whole.about(indicator);
            Period last = indicator.rules().lastPeriod().earlierOf(Period.containing(TODAY));
            for (String region : plan.regionCodes().toList()) {
                if (!plan.concerns(region, indicator)) {
                    continue;
                }
                for (Period period = plan.start(); !period.isAfter(last); period = period.next()) {
                    Card.Key key = new Card.Key(plan.code(), region, indicator.code(), period);
                    Said expected = Said.of(history.situation(indicator, region, period));
                    assertThat(cards).as("a card for %s", key).containsKey(key);
                    assertThat(Said.of(cards.get(key)))
                            .as("%s under %s", key, indicator)
                            .isEqualTo(expected);
                    seen.merge(expected.answer().status(), 1, Integer::sum);
                    compared++;
                }
            }
        }
        assertThat(cards).hasSize(compared);
    }

    /** A few earlier moments of one plan, judged again from what was known then. */
    private void assertKnownThen(Lived lived) {
        Map<Status, Integer> seen = new TreeMap<>();
        for (int count : new int[] {3, 12, lived.moments.size() - 1}) {
            Instant moment = lived.moments.get(count - 1);
            Map<Card.Key, Card> known = scorecards
                    .readKnown(lived.plan.code(), moment, cards -> cards(lived.plan, cards::ofRegion))
                    .orElseThrow();
            assertSame(lived, lived.history.upTo(count), known, seen);
        }
    }
}
