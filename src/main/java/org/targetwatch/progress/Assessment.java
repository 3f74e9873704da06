package org.targetwatch.progress;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;

/**
 * What is to be said of one indicator, region and period ({@code design.md} 3). Numbers are unrounded, in the unit of
 * the card (base units, or 93 for 93%); null where the rules leave a field empty.
 *
 * @param bound the line that decides, with the side that is good
 * @param gap what is missing to the target, 0 when met
 * @param gapCount the signed count behind the gap, in people, classes, 元; negative is surplus
 * @param lag how far behind {@code expected}; positive is bad in every direction
 * @param lagPoints the lag in hundredths of the whole way; under 只增不减 the largest of the region's own and its children's
 * @param lagRegion the child that {@code lagPoints} is taken from, null when it is the region's own
 * @param low with {@code high}: between which values a share lies, whatever the missing regions report
 * @param met whether the target is met, in the sum and wherever else it must hold; null when that cannot be known
 */
public record Assessment(
        @Nullable Exact actual,
        @Nullable Bound bound,
        @Nullable Exact expected,
        @Nullable Exact completionRate,
        @Nullable Exact gap,
        @Nullable Exact gapCount,
        @Nullable Exact lag,
        @Nullable Exact lagPoints,
        @Nullable String lagRegion,
        @Nullable Exact requiredPerMonth,
        @Nullable Exact low,
        @Nullable Exact high,
        @Nullable Boolean met,
        Status status,
        @Nullable Reason reason,
        Severity severity) {}
