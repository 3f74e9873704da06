package org.targetwatch.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;

/**
 * 指标: one number that is watched.
 *
 * @param quote the exact short phrase of the source
 * @param target what the plan's own region promised; counties' own targets are set elsewhere
 * @param reporter who posts figures
 * @param appliesTo kinds of the regions that report; empty when the plan's own region does
 * @param judgedOnlyAtTop whether only the plan's own region is judged ({@code level: city}); others inherit no target
 * @param confidential for leaders and the owning office only
 * @param assumed what we had to assume until the bureau says; empty when nothing
 * @param frozenDenominators the denominators fixed for the year, by region; empty where unknown
 */
public record Indicator(
        String code,
        String name,
        String english,
        int workItem,
        String quote,
        Rules rules,
        Target target,
        Reporter reporter,
        Set<String> appliesTo,
        boolean judgedOnlyAtTop,
        boolean confidential,
        List<String> assumed,
        Map<String, BigDecimal> frozenDenominators) {

    /** Who posts an indicator's figures; nobody else may, so that nothing is counted twice. */
    public enum Reporter implements org.targetwatch.measure.Coded {
        /** Only the plan's own region. */
        CITY("city"),
        /** The leaf regions of the kinds the indicator applies to. */
        REGIONS("regions");

        private final String code;

        Reporter(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public Indicator {
        appliesTo = Set.copyOf(appliesTo);
        assumed = List.copyOf(assumed);
        frozenDenominators = Map.copyOf(frozenDenominators);
    }
}
