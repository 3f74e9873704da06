package org.targetwatch.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.metrics.CardGauges.CardLines;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.supervision.SlipCounts;

/**
 * The state as of now, immutable: a scrape sees one of these as a whole and never a half-finished one.
 *
 * @param takenAt when the database was last asked
 */
record Snapshot(List<PlanState> plans, Backlog backlog, Instant takenAt) {

    /**
     * One plan, without its confidential indicators: they appear in no metric, not even as a count.
     *
     * @param shown the regions that have metrics, parents before children
     * @param current each indicator's current period
     * @param cards what is shown of each series in that period
     * @param reports of each series that is asked for in that period, by those who report it: whether all is there
     * @param slips how many slips are open
     */
    record PlanState(
            Plan plan,
            Set<String> shown,
            Map<String, Period> current,
            Map<Series, CardLines> cards,
            Map<Series, Boolean> reports,
            List<SlipCounts.Count> slips) {
        /** A plan of which nothing is known yet. */
        static PlanState of(Plan plan, Set<String> shown) {
            return new PlanState(plan, shown, Map.of(), Map.of(), Map.of(), List.of());
        }

        PlanState with(List<SlipCounts.Count> counted) {
            return slips.equals(counted) ? this : new PlanState(plan, shown, current, cards, reports, counted);
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
