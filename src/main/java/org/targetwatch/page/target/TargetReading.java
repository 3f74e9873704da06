package org.targetwatch.page.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.target.Decision;
import org.targetwatch.target.TargetTimeline;

/**
 * What stands of a region's target, read in one go.
 *
 * @param decides whether the reader may decide about it
 * @param now the month at hand, within the plan
 * @param actual what was reached, by period
 * @param whole the region that the targets below it are to make up, with these; empty where there is nothing to make up
 */
record TargetReading(
        Plan plan,
        Indicator indicator,
        String region,
        boolean decides,
        Period now,
        TargetTimeline timeline,
        Map<Period, Exact> actual,
        Optional<Whole> whole) {

    /** A region and those directly below it that the indicator concerns. */
    record Whole(Part self, List<Part> parts) {}

    record Part(String region, TargetTimeline timeline) {}

    Period due() {
        return indicator.rules().due();
    }

    /** The number of the last decision, 0 for none: what somebody has seen who reads this. */
    int seen() {
        List<Decision> decisions = timeline.decisions();
        return decisions.isEmpty() ? 0 : decisions.get(0).number();
    }
}
