package org.targetwatch.progress;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Term;

/** All figures of one reporting region for one indicator, last year's reference figures included. */
public final class RegionReport {
    private final Rules rules;
    private final boolean startsAnew;
    private final NavigableMap<Period, Amount> figures;
    private final @Nullable BigDecimal frozenDenominator;
    private final Term term;

    /**
     * @param trajectory of the region's target, null without one; a from-month trajectory starts anew at judged-from,
     *     because the state before it is the previous school year's
     * @param figures in base units, by period
     * @param frozenDenominator the denominator the office fixed for the year, null when it fixed none
     * @param term the months during which the region reports
     */
    public RegionReport(
            Rules rules,
            @Nullable Trajectory trajectory,
            Map<Period, Amount> figures,
            @Nullable BigDecimal frozenDenominator,
            Term term) {
        this.rules = rules;
        this.startsAnew = trajectory instanceof Trajectory.FromMonth;
        this.figures = new TreeMap<>(figures);
        this.frozenDenominator = frozenDenominator;
        this.term = term;
    }

    /**
     * What this region contributes to {@code period}, which must not lie before the plan's start. Outside its term
     * nothing is expected of it; what it brought to date until its end stays in the sums, while its state is now part
     * of another region's.
     */
    public Tally tally(Period period) {
        if (term.contains(period)) {
            return tallyInTerm(period);
        }
        boolean leavesSomething = term.isOver(period) && rules.kind().isFlow();
        return leavesSomething ? tallyInTerm(period).withoutCoverage() : Tally.EMPTY;
    }

    private Tally tallyInTerm(Period period) {
        if (within(firstUsable(period), period).isEmpty()) {
            return new Tally(null, Coverage.MISSING, frozenDenominator, null, null);
        }
        Amount amount = toDate(rules.planStart(), period);
        Coverage coverage = isComplete(period) ? Coverage.REPORTED : Coverage.CARRIED;
        Amount lastYear = lastYear(period).orElse(null);
        return new Tally(amount, coverage, BigDecimal.ZERO, lastYear == null ? null : amount, lastYear);
    }

    private Period firstUsable(Period period) {
        boolean judged = !period.isBefore(rules.judgedFrom());
        return startsAnew && judged ? rules.judgedFrom() : rules.planStart();
    }

    private NavigableMap<Period, Amount> within(Period first, Period last) {
        return first.isAfter(last) ? Collections.emptyNavigableMap() : figures.subMap(first, true, last, true);
    }

    /** There must be a figure between {@code first} and {@code last}. */
    private Amount toDate(Period first, Period last) {
        NavigableMap<Period, Amount> arrived = within(first, last);
        return rules.kind() == Kind.FLOW_MONTHLY
                ? arrived.values().stream().reduce(Amount::plus).orElseThrow()
                : arrived.lastEntry().getValue();
    }

    /** Whether everything that was asked for so far is there; what is not asked for cannot be missing. */
    private boolean isComplete(Period period) {
        return rules.kind() == Kind.FLOW_MONTHLY
                ? rules.asked(period).allMatch(figures::containsKey)
                : rules.lastAsked(period)
                        .map(asked -> !within(asked, period).isEmpty())
                        .orElse(true);
    }

    /** The same period of last year, to date; a year with a hole in its months is no reference. */
    public Optional<Amount> lastYear(Period period) {
        Period reference = rules.lastYearOf(period);
        if (rules.kind() != Kind.FLOW_MONTHLY) {
            return Optional.ofNullable(figures.get(reference));
        }
        boolean isWhole = rules.asked(reference.plusMonths(12))
                .map(asked -> asked.plusMonths(-12))
                .allMatch(figures::containsKey);
        Period january = rules.planStart().plusMonths(-12);
        return isWhole && !within(january, reference).isEmpty()
                ? Optional.of(toDate(january, reference))
                : Optional.empty();
    }
}
