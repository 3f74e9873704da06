package org.targetwatch.scorecard;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Assessor;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Situation;
import org.targetwatch.progress.Tally;
import org.targetwatch.progress.Target;
import org.targetwatch.scorecard.Card.Marks;
import org.targetwatch.target.TargetTimeline;

/** Makes the cards of one indicator in one region: the same code for what is stored and for what was known then. */
record Judge(Plan plan, Indicator indicator, LocalDate today) {

    /** The last period that has a card today; before the plan's start when it has none yet. */
    Period lastPeriod() {
        return indicator.rules().lastPeriod().earlierOf(Period.containing(today));
    }

    /** The cards from {@code from} to the last period. */
    Stream<Card> cards(String region, Period from, TargetTimeline targets, Evidence evidence) {
        return from.through(lastPeriod()).map(period -> card(region, period, targets, evidence));
    }

    private Card card(String region, Period period, TargetTimeline targets, Evidence evidence) {
        Target target = targets.at(period);
        Assessment assessment = assess(period, targets, evidence, wasRed(period, targets, evidence));
        return new Card(
                plan.code(), region, indicator.code(), period, evidence.tally(period), marks(target), assessment);
    }

    private Assessment assess(Period period, TargetTimeline targets, Evidence evidence, boolean redBefore) {
        Tally tally = evidence.tally(period);
        return Assessor.assess(new Situation(
                targets.at(period),
                indicator.rules(),
                period,
                tally,
                isSettled(tally),
                redBefore,
                evidence.children(period)));
    }

    /** Only asked where red must be confirmed: whether the judged period before was at red itself. */
    private boolean wasRed(Period period, TargetTimeline targets, Evidence evidence) {
        Period before = period.previous();
        if (!indicator.rules().confirm() || before.isBefore(indicator.rules().judgedFrom())) {
            return false;
        }
        Assessment assessment = assess(before, targets, evidence, false);
        return assessment.lagPoints() != null
                && assessment
                        .lagPoints()
                        .isAtLeast(indicator.rules().thresholds().red());
    }

    private boolean isSettled(Tally tally) {
        return today.isAfter(plan.dueDays().of(indicator.rules().due()))
                || tally.coverage().allReported();
    }

    private static Marks marks(@Nullable Target target) {
        if (target == null) {
            return Marks.NONE;
        }
        boolean stretches = target.direction() instanceof Direction.AtLeast;
        return new Marks(
                stretches ? ((Direction.AtLeast) target.direction()).stretch() : null,
                target.floor(),
                target.baseline());
    }
}
