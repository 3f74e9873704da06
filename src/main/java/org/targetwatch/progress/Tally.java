package org.targetwatch.progress;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;

/**
 * What arrived for one region and period, itself and everything below it. Tallies add up, so a region's tally is the
 * sum of its children's and never needs the leaves again.
 *
 * @param amount to date, in base units; null when no region below has ever reported
 * @param missingDenominator the frozen denominators of the missing regions; null when one of them is unknown
 * @param comparable the part of {@code amount} from regions that also have last year's figure
 * @param lastYear last year's figures of just these regions; null together with {@code comparable}
 */
public record Tally(
        @Nullable Amount amount,
        Coverage coverage,
        @Nullable BigDecimal missingDenominator,
        @Nullable Amount comparable,
        @Nullable Amount lastYear) {

    /** The tally of no region at all: the neutral element of {@link #plus}. */
    public static final Tally EMPTY = new Tally(null, Coverage.NONE, BigDecimal.ZERO, null, null);

    public Tally plus(Tally other) {
        return new Tally(
                Amount.sum(amount, other.amount),
                coverage.plus(other.coverage),
                missingDenominator == null || other.missingDenominator == null
                        ? null
                        : missingDenominator.add(other.missingDenominator),
                Amount.sum(comparable, other.comparable),
                Amount.sum(lastYear, other.lastYear));
    }

    /** The same amounts of a region of which nothing is expected any more. */
    Tally withoutCoverage() {
        return new Tally(amount, Coverage.NONE, BigDecimal.ZERO, comparable, lastYear);
    }

    /**
     * This sum with {@code part}, which was added to it, replaced. Empty where only all parts together can tell: when an amount
     * or an unknown denominator goes, it may have been the only one.
     */
    public Optional<Tally> replacing(Tally part, Tally by) {
        boolean canTell = Amount.canReplace(amount, part.amount, by.amount)
                && Amount.canReplace(comparable, part.comparable, by.comparable)
                && Amount.canReplace(lastYear, part.lastYear, by.lastYear)
                && (part.missingDenominator != null || by.missingDenominator == null);
        return canTell
                ? Optional.of(new Tally(
                        Amount.replace(amount, part.amount, by.amount),
                        coverage.minus(part.coverage).plus(by.coverage),
                        missingDenominator == null || by.missingDenominator == null
                                ? null
                                : missingDenominator
                                        .subtract(part.missingDenominator)
                                        .add(by.missingDenominator),
                        Amount.replace(comparable, part.comparable, by.comparable),
                        Amount.replace(lastYear, part.lastYear, by.lastYear)))
                : Optional.empty();
    }

    /** What is judged: under a last-year direction only the regions that have both years. */
    public Optional<Amount> judged(boolean withLastYear) {
        return Optional.ofNullable(withLastYear && comparable != null ? comparable : amount);
    }
}
