package org.targetwatch.progress;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;

/**
 * The eight rules of design.md section 3 written down a second time, slowly: plain decimals, plain ifs, nothing taken
 * from Assessor, Bound or Target. No share is ever divided out: values are {@link Undivided}.
 */
public final class PlainJudge {
    /** The light and what it means. */
    public record Answer(Status status, @Nullable Reason reason, Severity severity) {}

    private static final BigDecimal TWELVE = new BigDecimal(12);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Situation situation;
    private final Rules rules;
    private final Period period;

    private PlainJudge(Situation situation) {
        this.situation = situation;
        this.rules = situation.rules();
        this.period = situation.period();
    }

    public static Answer judge(Situation situation) {
        return new PlainJudge(situation).judge();
    }

    /** How a region stands for those above it and for its own next month; null where that cannot be told. */
    public record Standing(@Nullable Exact lagPoints, @Nullable Boolean met) {}

    public static Standing standing(Situation situation) {
        return new PlainJudge(situation).standing();
    }

    private Standing standing() {
        Target target = situation.target();
        Amount amount = situation.tally().amount();
        boolean everywhere = target != null && target.direction() instanceof Direction.NotBelowLastYear;
        Standing standing = new Standing(null, null);
        if (target != null
                && amount != null
                && !(isLastYear(target) && situation.tally().lastYear() == null)) {
            standing = own(target, isLastYear(target) ? situation.tally().comparable() : amount);
        }
        for (Situation.Child child : everywhere ? situation.children() : List.<Situation.Child>of()) {
            standing = new Standing(larger(standing.lagPoints, child.lagPoints()), both(standing.met, child.met()));
        }
        return standing;
    }

    private Standing own(Target target, Amount amount) {
        Undivided numbers =
                new Undivided(rules.measure().scale(), amount, situation.tally().lastYear());
        boolean lower = isLowerSide(target, numbers);
        BigDecimal line = line(target, numbers, lower);
        BigDecimal expected = expected(target, numbers, lower, line);
        BigDecimal way = way(target, numbers, lower, line);
        int side = numbers.actual().compareTo(line);
        boolean met = lower ? side >= 0 : side <= 0;
        if (expected == null || way.signum() == 0) {
            return new Standing(null, met);
        }
        BigDecimal lag =
                lower ? expected.subtract(numbers.actual()) : numbers.actual().subtract(expected);
        return new Standing(Exact.of(lag.multiply(HUNDRED)).dividedBy(Exact.of(way)), met);
    }

    private static @Nullable Exact larger(@Nullable Exact one, @Nullable Exact other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    private static @Nullable Boolean both(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : true;
    }

    private Answer judge() {
        Target target = situation.target();
        Amount amount = situation.tally().amount();
        boolean early = period.index() < rules.judgedFrom().index();
        if (target == null) {
            return early ? plain(Status.NOT_DUE) : amount == null ? unknown(Reason.NO_FIGURE) : plain(Status.NO_TARGET);
        }
        if (early) {
            boolean alreadyMet = target.direction() instanceof Direction.AtLeast atLeast
                    && amount instanceof Quantity quantity
                    && quantity.value().compareTo(decimal(atLeast.value())) >= 0;
            return plain(alreadyMet ? Status.ACHIEVED : Status.NOT_DUE);
        }
        if (amount == null) {
            return unknown(Reason.NO_FIGURE);
        }
        if (isLastYear(target) && situation.tally().lastYear() == null) {
            return unknown(Reason.NO_REFERENCE);
        }
        Amount compared = isLastYear(target) ? situation.tally().comparable() : amount;
        Status light = light(target, compared, true);
        if ((light == Status.ACHIEVED || light == Status.ON_TRACK) && !vouchedFor(target, compared, light)) {
            return unknown(Reason.COVERAGE);
        }
        return new Answer(light, null, severity(target, compared, light));
    }

    // ---- rules 4 to 8 ----

    private Status light(Target target, Amount amount, boolean withChildren) {
        Undivided numbers =
                new Undivided(rules.measure().scale(), amount, situation.tally().lastYear());
        BigDecimal actual = numbers.actual();
        boolean lower = isLowerSide(target, numbers);
        BigDecimal line = line(target, numbers, lower);
        BigDecimal expected = expected(target, numbers, lower, line);
        BigDecimal lag = expected == null ? null : lower ? expected.subtract(actual) : actual.subtract(expected);
        BigDecimal way = way(target, numbers, lower, line);
        boolean met = lower ? actual.compareTo(line) >= 0 : actual.compareTo(line) <= 0;
        boolean inEveryChild = withChildren && target.direction() instanceof Direction.NotBelowLastYear;
        boolean childUnmet = inEveryChild && situation.children().stream().anyMatch(c -> Boolean.FALSE.equals(c.met()));
        boolean childUnknown = inEveryChild && situation.children().stream().anyMatch(c -> c.met() == null);

        boolean due = period.index() >= rules.due().index();
        boolean flow = rules.kind() != Kind.STOCK;
        if (met && !childUnmet && !childUnknown) {
            return !flow || target.direction() instanceof Direction.AtLeast || due ? Status.ACHIEVED : Status.ON_TRACK;
        }
        boolean unmet = !met || childUnmet;
        if (due && situation.settled() && unmet) {
            return Status.MISSED;
        }
        boolean red = reaches(lag, way, 15) || inEveryChild && childReaches(15);
        boolean yellow = reaches(lag, way, 5) || inEveryChild && childReaches(5);
        if (red) {
            return rules.confirm() && !situation.redBefore() ? Status.BEHIND : Status.FAR_BEHIND;
        }
        boolean wholeTargetExpected = expected != null && expected.compareTo(line) == 0;
        boolean pointsEmpty = expected != null && way.signum() == 0;
        if (yellow || unmet && (wholeTargetExpected || pointsEmpty)) {
            return Status.BEHIND;
        }
        return Status.ON_TRACK;
    }

    /** Whether lag ÷ way × 100 is at least {@code points}; never where there is no way. */
    private static boolean reaches(@Nullable BigDecimal lag, BigDecimal way, int points) {
        return lag != null
                && way.signum() != 0
                && lag.multiply(HUNDRED).compareTo(way.multiply(BigDecimal.valueOf(points))) >= 0;
    }

    private boolean childReaches(int points) {
        return situation.children().stream()
                .anyMatch(
                        child -> child.lagPoints() != null && child.lagPoints().compareTo(Exact.of(points)) >= 0);
    }

    // ---- the line, the way to it, and what is expected ----

    private static boolean isLastYear(Target target) {
        return target.direction() instanceof Direction.NotBelowLastYear
                || target.direction() instanceof Direction.NotAboveLastYear;
    }

    private static boolean isLowerSide(Target target, Undivided numbers) {
        if (target.direction() instanceof Direction.Between between) {
            BigDecimal aboveLow = numbers.actual().subtract(numbers.of(between.low()));
            BigDecimal belowHigh = numbers.of(between.high()).subtract(numbers.actual());
            return aboveLow.compareTo(belowHigh) <= 0;
        }
        return target.direction() instanceof Direction.AtLeast
                || target.direction() instanceof Direction.NotBelowLastYear;
    }

    private static BigDecimal line(Target target, Undivided numbers, boolean lower) {
        if (target.direction() instanceof Direction.AtLeast atLeast) {
            return numbers.of(atLeast.value());
        }
        if (target.direction() instanceof Direction.AtMost atMost) {
            return numbers.of(atMost.value());
        }
        if (target.direction() instanceof Direction.Between between) {
            return numbers.of(lower ? between.low() : between.high());
        }
        return numbers.lastYear();
    }

    /** Null where no start is known. */
    private @Nullable BigDecimal start(Target target, Undivided numbers, boolean lower) {
        if (isLastYear(target)) {
            return null;
        }
        if (rules.kind() == Kind.STOCK && target.baseline() != null) {
            return numbers.of(target.baseline());
        }
        return lower ? ZERO : null;
    }

    private BigDecimal way(Target target, Undivided numbers, boolean lower, BigDecimal line) {
        BigDecimal start = start(target, numbers, lower);
        return (start == null ? line : line.subtract(start)).abs();
    }

    private @Nullable BigDecimal expected(Target target, Undivided numbers, boolean lower, BigDecimal line) {
        if (isLastYear(target)) {
            return line;
        }
        int now = lastAsked();
        if (target.trajectory() instanceof Trajectory.FromMonth from) {
            return now < from.month().index() ? null : line;
        }
        BigDecimal start = start(target, numbers, lower);
        if (start != null && (lower ? start.compareTo(line) >= 0 : start.compareTo(line) <= 0)) {
            start = null;
        }
        if (target.trajectory() instanceof Trajectory.Steps steps) {
            BigDecimal latest = start == null ? line : start;
            for (Map.Entry<Period, Exact> step : steps.values().entrySet()) {
                if (step.getKey().index() <= now) {
                    latest = numbers.of(step.getValue());
                }
            }
            return latest;
        }
        if (start == null) {
            return line;
        }
        int month = Math.min(12, now - rules.planStart().index() + 1);
        if (target.trajectory() instanceof Trajectory.Seasonal seasonal) {
            BigDecimal share = ZERO;
            for (int i = 0; i < month; i++) {
                share = share.add(decimal(seasonal.shares().get(i)));
            }
            return start.add(line.subtract(start).multiply(share));
        }
        // The scale is a multiple of 12, so a twelfth of any scaled value is exact.
        return start.add(
                line.subtract(start).multiply(BigDecimal.valueOf(month)).divide(TWELVE));
    }

    /** Quarterly and yearly figures are held against the month they were last asked for; where none was, against this one. */
    private int lastAsked() {
        int due = rules.due().index();
        if (rules.frequency() == Frequency.MONTHLY) {
            return period.index();
        }
        for (int month = Math.min(period.index(), due);
                month >= rules.planStart().index();
                month--) {
            boolean quarterEnds = (month - rules.planStart().index()) % 3 == 2;
            if (month == due || rules.frequency() == Frequency.QUARTERLY && quarterEnds) {
                return month;
            }
        }
        return period.index();
    }

    // ---- coverage ----

    private boolean vouchedFor(Target target, Amount compared, Status light) {
        Coverage coverage = situation.tally().coverage();
        if (target.direction() instanceof Direction.NotBelowLastYear
                && situation.children().stream().anyMatch(child -> child.met() == null)) {
            return false;
        }
        if (coverage.carried() == 0 && coverage.missing() == 0) {
            return true;
        }
        if (compared instanceof Quantity) {
            return target.direction() instanceof Direction.AtLeast;
        }
        BigDecimal frozen = situation.tally().missingDenominator();
        boolean lastYearOfMissingUnknown = isLastYear(target) && coverage.missing() > 0;
        if (!rules.measure().isShare() || frozen == null || lastYearOfMissingUnknown) {
            return false;
        }
        Ratio ratio = (Ratio) compared;
        Amount none = new Ratio(ratio.numerator(), ratio.denominator().add(frozen));
        Amount all =
                new Ratio(ratio.numerator().add(frozen), ratio.denominator().add(frozen));
        return asGreen(light(target, none, false), light) && asGreen(light(target, all, false), light);
    }

    private static boolean asGreen(Status completed, Status light) {
        return completed == Status.ACHIEVED || completed == Status.ON_TRACK && light == Status.ON_TRACK;
    }

    // ---- severity ----

    private Severity severity(Target target, Amount compared, Status light) {
        if (target.floor() != null
                && isBelowFloor(
                        target,
                        new Undivided(
                                rules.measure().scale(),
                                compared,
                                situation.tally().lastYear()))) {
            return Severity.CRITICAL;
        }
        boolean red = light == Status.FAR_BEHIND || light == Status.MISSED;
        if (!red && light != Status.BEHIND) {
            return Severity.NONE;
        }
        return switch (rules.commitment()) {
            case PROMOTE -> Severity.INFO;
            case STRIVE, PLANNED -> Severity.WARNING;
            case STATED, GUARANTEED -> red ? Severity.CRITICAL : Severity.WARNING;
        };
    }

    private static boolean isBelowFloor(Target target, Undivided numbers) {
        BigDecimal floor = numbers.of(target.floor());
        boolean lower = target.direction() instanceof Direction.AtLeast
                || target.direction() instanceof Direction.NotBelowLastYear;
        if (target.direction() instanceof Direction.Between between) {
            // The floor of a range guards the end it lies nearer to.
            BigDecimal aboveLow = floor.subtract(numbers.of(between.low()));
            BigDecimal belowHigh = numbers.of(between.high()).subtract(floor);
            lower = aboveLow.compareTo(belowHigh) <= 0;
        }
        return lower ? numbers.actual().compareTo(floor) < 0 : numbers.actual().compareTo(floor) > 0;
    }

    // ---- small change ----

    private static Answer plain(Status status) {
        return new Answer(status, null, Severity.NONE);
    }

    private static Answer unknown(Reason reason) {
        return new Answer(Status.UNKNOWN, reason, Severity.NONE);
    }

    static BigDecimal decimal(Exact exact) {
        BigDecimal decimal = exact.rounded(6);
        assert Exact.of(decimal).equals(exact) : exact + " is no short decimal";
        return decimal;
    }
}
