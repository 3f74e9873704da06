package org.targetwatch.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.supervision.SlipCounts;

/**
 * The state as of now, immutable: a scrape sees one of these as a whole and never a half-finished one.
 *
 * @param takenAt when the database was last asked
 */
record Snapshot(List<PlanState> plans, Backlog backlog, Instant takenAt) {

    /**
     * @param current each indicator's current period
     * @param cards each series' card of that period
     * @param slips how many slips are open
     */
    record PlanState(Plan plan, Map<String, Period> current, Map<Series, Card> cards, List<SlipCounts.Count> slips) {
        PlanState with(List<SlipCounts.Count> counted) {
            return slips.equals(counted) ? this : new PlanState(plan, current, cards, counted);
        }
    }

    /** The plans that are watched on {@code today}: those not over; where a region's are all over, its latest. */
    Stream<PlanState> active(LocalDate today) {
        return plans.stream()
                .filter(state -> !state.plan().isOver(today)
                        || plans.stream().noneMatch(other -> succeeds(other.plan(), state.plan())));
    }

    private static boolean succeeds(Plan later, Plan earlier) {
        return later.region().equals(earlier.region()) && later.year() > earlier.year();
    }
}
