package org.targetwatch.progress;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;

/** Judges one {@link Situation} by the rules of {@code design.md} 3. Pure: the same situation, the same assessment. */
public final class Assessor {
    private final Situation situation;
    private final Rules rules;
    private final Target target;

    private Assessor(Situation situation, Target target) {
        this.situation = situation;
        this.rules = situation.rules();
        this.target = target;
    }

    public static Assessment assess(Situation situation) {
        Target target = situation.target();
        return target == null ? withoutTarget(situation) : new Assessor(situation, target).assess();
    }

    private static Assessment withoutTarget(Situation situation) {
        Exact actual = situation
                .tally()
                .judged(false)
                .map(amount -> amount.in(situation.rules().measure().scale()))
                .orElse(null);
        Status status = !situation.isJudged() ? Status.NOT_DUE : actual == null ? Status.UNKNOWN : Status.NO_TARGET;
        Reason reason = status == Status.UNKNOWN ? Reason.NO_FIGURE : null;
        return new Assessment(
                actual,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                reason,
                Severity.NONE);
    }

    private Assessment assess() {
        Amount judged = situation
                .tally()
                .judged(target.direction().comparesWithLastYear())
                .orElse(null);
        Reading own = read(judged == null ? null : value(judged));
        Reading reading = isJudgedInEveryChild() ? own.with(situation.children()) : own;
        Bounds bounds = bounds(judged);
        Verdict verdict = verdict(reading, bounds);
        return new Assessment(
                reading.actual(),
                reading.bound(),
                reading.expected(),
                completionRate(reading),
                reading.gap(),
                judged == null || reading.bound() == null
                        ? null
                        : GapSplit.gapCount(reading.bound(), rules.measure().scale(), judged),
                reading.lag(),
                reading.lagPoints(),
                reading.lagRegion(),
                requiredPerMonth(reading),
                bounds.low,
                bounds.high,
                reading.met(),
                verdict.status,
                verdict.reason,
                severity(verdict.status, reading));
    }

    private Exact value(Amount amount) {
        return amount.in(rules.measure().scale());
    }

    private boolean isJudgedInEveryChild() {
        return target.direction() instanceof Direction.NotBelowLastYear
                && !situation.children().isEmpty();
    }

    // ---- one value against the target ----

    private Reading read(@Nullable Exact actual) {
        Exact lastYear = Optional.ofNullable(situation.tally().lastYear())
                .map(this::value)
                .orElse(null);
        Bound bound = target.direction().bound(actual, lastYear).orElse(null);
        if (bound == null) {
            return new Reading(actual, null, null, null, null, null, null);
        }
        Exact expected = target.expected(bound, rules.kind(), rules.planStart(), rules.measuredIn(situation.period()))
                .orElse(null);
        if (actual == null) {
            return new Reading(null, bound, expected, null, null, null, null);
        }
        Exact lag = expected == null ? null : bound.at(expected).shortfall(actual);
        return new Reading(actual, bound, expected, lag, lagPoints(lag, bound), null, bound.metBy(actual));
    }

    private @Nullable Exact lagPoints(@Nullable Exact lag, Bound bound) {
        Exact fullWay = target.fullWay(bound, rules.kind());
        return lag == null || fullWay.isZero() ? null : lag.times(100).dividedBy(fullWay);
    }

    // ---- status and severity ----

    private record Verdict(Status status, @Nullable Reason reason) {}

    private Verdict verdict(Reading reading, Bounds bounds) {
        if (!situation.isJudged()) {
            boolean early = isAtLeastQuantity() && reading.isMet();
            return new Verdict(early ? Status.ACHIEVED : Status.NOT_DUE, null);
        }
        if (reading.actual() == null) {
            return new Verdict(Status.UNKNOWN, Reason.NO_FIGURE);
        }
        if (reading.bound() == null) {
            return new Verdict(Status.UNKNOWN, Reason.NO_REFERENCE);
        }
        Status light = light(reading);
        return light.isGreen() && !stands(light, reading, bounds)
                ? new Verdict(Status.UNKNOWN, Reason.COVERAGE)
                : new Verdict(light, null);
    }

    private Status light(Reading reading) {
        if (reading.isMet()) {
            return canStillBeLost() ? Status.ON_TRACK : Status.ACHIEVED;
        }
        if (reading.isUnmet() && situation.isDue() && situation.settled()) {
            return Status.MISSED;
        }
        if (reading.lagsBy(rules.thresholds().red())) {
            return rules.confirm() && !situation.redBefore() ? Status.BEHIND : Status.FAR_BEHIND;
        }
        return reading.lagsBy(rules.thresholds().yellow()) || reading.isUnmetWithoutExcuse()
                ? Status.BEHIND
                : Status.ON_TRACK;
    }

    /** A flow that only has to stay within a line is not achieved before the year's last word. */
    private boolean canStillBeLost() {
        return rules.kind().isFlow() && !(target.direction() instanceof Direction.AtLeast) && !situation.isDue();
    }

    private boolean stands(Status light, Reading reading, Bounds bounds) {
        if (reading.met() == null) {
            return false;
        }
        return situation.tally().coverage().allReported()
                || isAtLeastQuantity()
                || bounds.ends().isPresent() && bounds.ends().get().allMatch(end -> passes(light, end));
    }

    private boolean passes(Status light, Exact end) {
        Reading reading = read(end);
        return light == Status.ACHIEVED ? reading.isMet() : light(reading).isGreen();
    }

    private boolean isAtLeastQuantity() {
        return target.direction() instanceof Direction.AtLeast
                && !rules.measure().isRatio();
    }

    private Severity severity(Status status, Reading reading) {
        boolean floorBroken = situation.isJudged()
                && status != Status.UNKNOWN
                && reading.actual() != null
                && target.breaksFloor(reading.actual());
        if (floorBroken) {
            return Severity.CRITICAL;
        }
        Severity severity =
                switch (status) {
                    case BEHIND -> Severity.WARNING;
                    case FAR_BEHIND, MISSED -> Severity.CRITICAL;
                    default -> Severity.NONE;
                };
        return severity.cappedAt(rules.commitment().cap());
    }

    // ---- the other numbers of the card ----

    private @Nullable Exact completionRate(Reading reading) {
        if (!(target.direction() instanceof Direction.AtLeast atLeast)
                || atLeast.value().isZero()
                || reading.actual() == null) {
            return null;
        }
        return reading.actual().times(100).dividedBy(atLeast.value());
    }

    private @Nullable Exact requiredPerMonth(Reading reading) {
        boolean grows = target.direction() instanceof Direction.AtLeast
                && !(target.trajectory() instanceof Trajectory.FromMonth);
        Exact gap = reading.gap();
        return grows && gap != null && !situation.isDue()
                ? gap.dividedBy(situation.period().monthsUntil(rules.due()))
                : null;
    }

    // ---- how far a share can still move ----

    private record Bounds(@Nullable Exact low, @Nullable Exact high) {
        static final Bounds UNKNOWN = new Bounds(null, null);

        Optional<Stream<Exact>> ends() {
            return low == null || high == null ? Optional.empty() : Optional.of(Stream.of(low, high));
        }
    }

    /**
     * A missing region adds between none and all of its frozen denominator to the numerator of a share. It would also
     * move last year's side of a comparison, by nobody knows how much.
     */
    private Bounds bounds(@Nullable Amount judged) {
        boolean movesTheTarget = target.direction().comparesWithLastYear()
                && situation.tally().coverage().missing() > 0;
        if (!(judged instanceof Amount.Ratio ratio)
                || !rules.measure().isShare()
                || movesTheTarget
                || situation.tally().missingDenominator() == null) {
            return Bounds.UNKNOWN;
        }
        var missing = situation.tally().missingDenominator();
        var denominator = ratio.denominator().add(missing);
        return new Bounds(
                value(new Amount.Ratio(ratio.numerator(), denominator)),
                value(new Amount.Ratio(ratio.numerator().add(missing), denominator)));
    }
}
