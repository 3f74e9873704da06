package org.targetwatch.audit;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Series;

/**
 * What a change is about.
 *
 * @param chain whose chain it stands in: a plan's code, or {@link #SERVER}
 * @param plan null for what is about no plan
 * @param named what in it: {@code indicator}, {@code region}, {@code account} and the like
 */
public record Subject(String chain, @Nullable String plan, Facts named) {
    /** The chain of what belongs to this server and to no plan. */
    public static final String SERVER = "*";

    /** Something in a plan: it goes with the plan, also to another server. */
    public static Subject inPlan(String plan) {
        return new Subject(plan, plan, Facts.NONE);
    }

    /** One indicator in one region of a plan. */
    public static Subject series(String plan, Series series) {
        return inPlan(plan).and("indicator", series.indicator()).and("region", series.region());
    }

    /** A plan as a whole on this server: imported, exported, rolled over. */
    public static Subject plan(String plan) {
        return new Subject(SERVER, plan, Facts.NONE);
    }

    /** Something of this server's own, an account or a token. */
    public static Subject server() {
        return new Subject(SERVER, null, Facts.NONE);
    }

    public Subject and(String name, @Nullable Object value) {
        return new Subject(chain, plan, named.and(name, value));
    }
}
