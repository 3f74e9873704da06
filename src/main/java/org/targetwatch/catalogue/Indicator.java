package org.targetwatch.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;

/**
 * 指标: one number that is watched.
 *
 * @param quote the exact short phrase of the source
 * @param target what the plan's own region promised; counties' own targets are set elsewhere
 * @param floorSource who set the target's floor; null without one
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
        @Nullable String floorSource,
        Reporter reporter,
        Set<String> appliesTo,
        boolean judgedOnlyAtTop,
        boolean confidential,
        List<String> assumed,
        Map<String, BigDecimal> frozenDenominators) {

    /** Who posts an indicator's figures; nobody else may, so that nothing is counted twice. */
    public enum Reporter implements Coded {
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

    /** What is measured, for those who need not know how it is judged. */
    public Measure measure() {
        return rules.measure();
    }

    /** The last period for which figures are accepted. */
    public Period lastPeriod() {
        return rules.lastPeriod();
    }

    /** Whether a figure is due in {@code period}: what starts anew at a month is not asked for before it. */
    public boolean isReportedIn(Period period) {
        Period first = target.trajectory() instanceof Trajectory.FromMonth ? rules.judgedFrom() : rules.planStart();
        return !period.isBefore(first)
                && !period.isAfter(rules.due())
                && rules.frequency().asksFor(period, rules.due());
    }

    /**
     * Whether what is stored about this indicator would mean something else under {@code later}: figures and targets are kept as
     * bare numbers in base units. Another symbol of the same unit, or another target, is no such change.
     */
    boolean isRedefinedBy(Indicator later) {
        return !rules.kind().equals(later.rules.kind())
                || !measure().countsLike(later.measure())
                || target.direction().sense() != later.target.direction().sense();
    }

    public Indicator {
        appliesTo = Set.copyOf(appliesTo);
        assumed = List.copyOf(assumed);
        frozenDenominators = Map.copyOf(frozenDenominators);
    }
}
