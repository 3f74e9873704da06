package org.targetwatch.progress;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Situation.Child;

/**
 * One value read against the target: on which side of which line it stands, and how far from what is expected.
 *
 * @param bound null for a last-year direction without a reference
 * @param lagRegion the child that {@code lagPoints} is taken from, null when it is the region's own
 * @param met in the sum and wherever else it must hold; null when that cannot be known
 */
record Reading(
        @Nullable Exact actual,
        @Nullable Bound bound,
        @Nullable Exact expected,
        @Nullable Exact lag,
        @Nullable Exact lagPoints,
        @Nullable String lagRegion,
        @Nullable Boolean met) {

    /** 只增不减 must hold in the sum and in every child; the worst of them gives the lag points and its name. */
    Reading with(Iterable<Child> children) {
        Reading worst = this;
        for (Child child : children) {
            worst = worst.with(child);
        }
        return worst;
    }

    private Reading with(Child child) {
        boolean isWorse = child.lagPoints() != null
                && (lagPoints == null || child.lagPoints().compareTo(lagPoints) > 0);
        return new Reading(
                actual,
                bound,
                expected,
                lag,
                isWorse ? child.lagPoints() : lagPoints,
                isWorse ? child.region() : lagRegion,
                both(met, child.met()));
    }

    /** False as soon as one is false; unknown as long as one is unknown. */
    private static @Nullable Boolean both(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    boolean isMet() {
        return Boolean.TRUE.equals(met);
    }

    boolean isUnmet() {
        return Boolean.FALSE.equals(met);
    }

    @Nullable
    Exact gap() {
        return actual == null || bound == null ? null : bound.shortfall(actual).max(Exact.ZERO);
    }

    /** Whether this value is at least {@code points} behind what is expected; never where points cannot be told. */
    boolean lagsBy(Exact points) {
        return lagPoints != null && lagPoints.isAtLeast(points);
    }

    /** Unmet although the whole target is expected already, or by an amount that no points can express. */
    boolean isUnmetWithoutExcuse() {
        boolean wholeTargetExpected = expected != null && bound != null && expected.equals(bound.value());
        boolean withoutPoints = expected != null && lagPoints == null;
        return isUnmet() && (wholeTargetExpected || withoutPoints);
    }
}
