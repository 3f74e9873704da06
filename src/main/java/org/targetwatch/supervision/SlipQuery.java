package org.targetwatch.supervision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;

/**
 * Which slips of a plan are wanted.
 *
 * @param indicators with {@code regions} null for those that the plan does not watch any more, too
 * @param overdueOn only those of which something was owed before that day; null for all
 * @param after the number after which to begin
 */
record SlipQuery(
        String plan,
        @Nullable Collection<String> indicators,
        @Nullable Collection<String> regions,
        Set<Phase> phases,
        @Nullable LocalDate overdueOn,
        int after,
        int limit) {
    static final Set<Phase> OPEN = EnumSet.of(Phase.OPEN, Phase.REPLIED, Phase.SENT_BACK, Phase.ACCEPTED);
    static final Set<Phase> ANY = EnumSet.allOf(Phase.class);

    /** Every slip there is, whatever the plan watches now. */
    static SlipQuery ofAll(String plan) {
        return new SlipQuery(plan, null, null, ANY, null, 0, Integer.MAX_VALUE);
    }

    /** Every slip of what {@code plan} watches. */
    static SlipQuery of(Plan plan) {
        return new SlipQuery(
                plan.code(), plan.indicators().keySet(), plan.regionCodes().toList(), ANY, null, 0, Integer.MAX_VALUE);
    }

    SlipQuery ofIndicators(Collection<String> only) {
        return new SlipQuery(plan, only, regions, phases, overdueOn, after, limit);
    }

    SlipQuery ofRegions(Collection<String> only) {
        return new SlipQuery(plan, indicators, only, phases, overdueOn, after, limit);
    }

    SlipQuery in(Set<Phase> only) {
        return new SlipQuery(plan, indicators, regions, only, overdueOn, after, limit);
    }

    SlipQuery overdueOn(@Nullable LocalDate day) {
        return new SlipQuery(plan, indicators, regions, phases, day, after, limit);
    }

    SlipQuery page(int from, int size) {
        return new SlipQuery(plan, indicators, regions, phases, overdueOn, from, size);
    }
}
