package org.targetwatch.progress;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;

/** All figures of one reporting region for one indicator, last year's reference figures included. */
public final class RegionReport {
    private final Rules rules;
    private final boolean startsAnew;
    private final NavigableMap<Period, Amount> figures;
    private final @Nullable BigDecimal frozenDenominator;

    /**
     * @param trajectory of the region's target, null without one; a from-month trajectory starts anew at judged-from,
     *     because the state before it is the previous school year's
     * @param figures in base units, by period
     * @param frozenDenominator the denominator the office fixed for the year, null when it fixed none
     */
    public RegionReport(
            Rules rules,
            @Nullable Trajectory trajectory,
            Map<Period, Amount> figures,
            @Nullable BigDecimal frozenDenominator) {
        this.rules = rules;
        this.startsAnew = trajectory instanceof Trajectory.FromMonth;
        this.figures = new TreeMap<>(figures);
        this.frozenDenominator = frozenDenominator;
    }

    /** What this region contributes to {@code period}. */
    public Tally tally(Period period) {
        Amount amount = toDate(firstUsable(period), period).orElse(null);
        if (amount == null) {
            return new Tally(null, Coverage.MISSING, frozenDenominator, null, null);
        }
        Coverage coverage = isComplete(period) ? Coverage.REPORTED : Coverage.CARRIED;
        Amount lastYear = lastYear(period).orElse(null);
        return new Tally(amount, coverage, BigDecimal.ZERO, lastYear == null ? null : amount, lastYear);
    }

    private Period firstUsable(Period period) {
        boolean judged = !period.isBefore(rules.judgedFrom());
        return startsAnew && judged ? rules.judgedFrom() : rules.planStart();
    }

    private Optional<Amount> toDate(Period first, Period last) {
        if (first.isAfter(last)) {
            return Optional.empty();
        }
        NavigableMap<Period, Amount> usable = figures.subMap(first, true, last, true);
        return rules.kind() == Kind.FLOW_MONTHLY
                ? usable.values().stream().reduce(Amount::plus)
                : Optional.ofNullable(usable.lastEntry()).map(Map.Entry::getValue);
    }

    private boolean isComplete(Period period) {
        return rules.kind() == Kind.FLOW_MONTHLY
                ? hasEveryMonth(rules.planStart(), period)
                : figures.containsKey(period);
    }

    private boolean hasEveryMonth(Period first, Period last) {
        return first.through(last).allMatch(figures::containsKey);
    }

    /** The same period of last year, to date; a year with a hole in its months is no reference. */
    private Optional<Amount> lastYear(Period period) {
        Period reference = rules.lastYearOf(period);
        if (rules.kind() != Kind.FLOW_MONTHLY) {
            return Optional.ofNullable(figures.get(reference));
        }
        Period january = rules.planStart().plusMonths(-12);
        return hasEveryMonth(january, reference) ? toDate(january, reference) : Optional.empty();
    }
}
