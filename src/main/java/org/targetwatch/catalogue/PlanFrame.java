package org.targetwatch.catalogue;

import java.util.Set;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Thresholds;

/**
 * What the indicators of a plan file take from the plan.
 *
 * @param judgedFrom where an indicator does not say otherwise
 * @param thresholds likewise
 * @param regions none when they could not be read
 */
record PlanFrame(
        PlanYear year,
        Period judgedFrom,
        Thresholds thresholds,
        Set<Integer> workItems,
        String region,
        Regions regions) {

    /** The kinds of regions that report to this plan; none when they could not be read. */
    Set<String> reportingKinds() {
        return regions.reportingKinds(region);
    }

    /** Whether {@code code} is a region of this plan, as far as that can be known. */
    boolean hasRegion(String code) {
        return !regions.contains(region) || regions.isWithin(code, region);
    }
}
