package org.targetwatch.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;

/**
 * Hands targets down the region tree ({@code design.md} 3): ratios, last-year directions and at-most 0 hold in every
 * region below, unless the indicator is judged at the top only; other quantities are nobody's but their own. An
 * undecided target is none.
 */
final class Inheritance {
    private final Plan plan;
    private final Map<Series, List<Decision>> decisions;
    private final Map<Series, TargetTimeline> timelines = new HashMap<>();

    /** @param decisions newest first */
    Inheritance(Plan plan, Map<Series, List<Decision>> decisions) {
        this.plan = plan;
        this.decisions = decisions;
    }

    TargetTimeline timeline(Series series) {
        TargetTimeline known = timelines.get(series);
        if (known == null) {
            known = new TargetTimeline(decisions.getOrDefault(series, List.of()), inherited(series));
            timelines.put(series, known);
        }
        return known;
    }

    private Function<Period, @Nullable Target> inherited(Series series) {
        Indicator indicator = plan.indicator(series.indicator()).orElseThrow();
        if (series.region().equals(plan.region())) {
            return period -> indicator.target().isDecided() ? indicator.target() : null;
        }
        if (indicator.judgedOnlyAtTop()) {
            return period -> null;
        }
        String parent = plan.regions().parent(series.region()).orElseThrow();
        TargetTimeline above = timeline(new Series(series.indicator(), parent));
        return period -> handedDown(indicator, above.at(period));
    }

    private static @Nullable Target handedDown(Indicator indicator, @Nullable Target above) {
        return above != null && speaksOfEveryone(indicator, above.direction()) ? above : null;
    }

    private static boolean speaksOfEveryone(Indicator indicator, Direction direction) {
        return indicator.measure().isRatio()
                || direction.comparesWithLastYear()
                || direction instanceof Direction.AtMost atMost
                        && atMost.value().equals(Exact.ZERO);
    }
}
