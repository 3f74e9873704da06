package org.targetwatch.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.OfQuantity;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Seeded;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Situation.Child;

/**
 * Situations of every form. Values are few and small, so that ties, zeros, values on a threshold and baselines on or
 * beyond the target are common.
 */
record RandomSituation(Seeded seeded, Measure measure) {
    static final Period JANUARY = Period.of(2020, 1);
    private static final Part PART = new Part("人数", "people", Unit.of(Base.PERSON));

    static RandomSituation of(Seeded seeded) {
        return new RandomSituation(
                seeded,
                seeded.oneOf(
                        new OfQuantity(Unit.of(Base.ITEM)),
                        new OfQuantity(Unit.of(Base.ITEM)),
                        new OfRatio(Scale.PERCENT, Unit.of(Base.PERCENT), PART, PART, true),
                        new OfRatio(Scale.PERCENT, Unit.of(Base.PERCENT), PART, PART, false),
                        new OfRatio(Scale.PER_UNIT, Unit.of(Base.YUAN_PER_PERSON), PART, PART, false)));
    }

    Situation any() {
        Rules rules = rules();
        Target target = seeded.chance(3) ? null : target();
        return new Situation(
                target,
                rules,
                JANUARY.plusMonths(seeded.between(0, JANUARY.monthsUntil(rules.lastPeriod()))),
                tally(seeded.between(1, 3)),
                seeded.chance(50),
                seeded.chance(50),
                seeded.listOf(seeded.oneOf(0, 0, 2), this::child));
    }

    /** Judged, with everything reported and nothing below: what the properties of single values speak of. */
    Situation judgedWhole() {
        Rules rules = rules();
        return new Situation(
                target(),
                rules,
                rules.judgedFrom()
                        .plusMonths(seeded.between(0, rules.judgedFrom().monthsUntil(rules.lastPeriod()))),
                reported(amount(), seeded.chance(80) ? amount() : null),
                seeded.chance(50),
                seeded.chance(50),
                List.of());
    }

    Rules rules() {
        Period judgedFrom = JANUARY.plusMonths(seeded.between(0, 11));
        return new Rules(
                measure,
                seeded.oneOf(Kind.values()),
                seeded.oneOf(Frequency.MONTHLY, Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.YEARLY),
                JANUARY,
                judgedFrom,
                judgedFrom.plusMonths(seeded.between(0, 6)),
                seeded.oneOf(Commitment.values()),
                Thresholds.DEFAULT,
                seeded.chance(30));
    }

    Target target() {
        Direction direction = direction();
        return new Target(direction, trajectory(), maybe(60, this::value), maybe(30, () -> floor(direction)));
    }

    /** A range's floor is a weaker end of it, never a line inside. */
    private Exact floor(Direction direction) {
        if (direction instanceof Direction.Between between) {
            Exact distance = Exact.of(seeded.between(1, 5));
            return seeded.chance(50)
                    ? between.low().minus(distance)
                    : between.high().plus(distance);
        }
        return value();
    }

    private Direction direction() {
        Exact value = value();
        return switch (seeded.between(0, 4)) {
            case 0 -> new Direction.AtLeast(value, maybe(20, this::value));
            case 1 -> new Direction.AtMost(value);
            case 2 -> new Direction.Between(value, value.plus(Exact.of(seeded.oneOf(0, 1, 5, 10))));
            case 3 -> new Direction.NotBelowLastYear();
            default -> new Direction.NotAboveLastYear();
        };
    }

    private Trajectory trajectory() {
        return switch (seeded.between(0, 3)) {
            case 0 -> new Trajectory.Linear();
            case 1 -> new Trajectory.FromMonth(month());
            case 2 -> steps();
            default -> seasonal();
        };
    }

    private Trajectory steps() {
        TreeMap<Period, Exact> steps = new TreeMap<>();
        seeded.listOf(seeded.between(1, 3), this::month).forEach(month -> steps.put(month, value()));
        return new Trajectory.Steps(steps);
    }

    private Trajectory seasonal() {
        int first = seeded.between(0, 11);
        int second = seeded.between(0, 11);
        Exact[] shares = new Exact[12];
        java.util.Arrays.fill(shares, Exact.ZERO);
        shares[first] = Exact.of("0.4");
        shares[second] = shares[second].plus(Exact.of("0.6"));
        return new Trajectory.Seasonal(List.of(shares));
    }

    private Period month() {
        return JANUARY.plusMonths(seeded.between(0, 11));
    }

    /** Of the size that {@link #amount()} has, often a round number. */
    Exact value() {
        boolean percent = measure.scale() == Scale.PERCENT;
        int number = seeded.oneOf(0, seeded.between(1, 20), seeded.between(1, 20), 10, seeded.between(-8, -1));
        return percent ? Exact.of(number * 5L) : Exact.of(BigDecimal.valueOf(number * 5L, 1));
    }

    Amount amount() {
        if (!measure.isRatio()) {
            return new Quantity(seeded.chance(90) ? seeded.decimal(0, 10) : seeded.decimal(-5, 5));
        }
        int denominator = seeded.oneOf(1, 3, 20, 40, 100);
        int size = measure.scale() == Scale.PERCENT ? denominator : denominator * 10;
        int numerator = seeded.between(0, measure.isShare() ? denominator : size + 2);
        return new Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    Tally tally(int regions) {
        return seeded.listOf(regions, this::region).stream().reduce(Tally.EMPTY, Tally::plus);
    }

    private Tally region() {
        return switch (seeded.oneOf(0, 0, 0, 0, 1, 2)) {
            case 0 -> reported(amount(), maybe(70, this::amount));
            case 1 -> carried(reported(amount(), maybe(70, this::amount)));
            default -> missing(maybe(70, () -> BigDecimal.valueOf(seeded.oneOf(1, 10, 100))));
        };
    }

    static Tally reported(Amount amount, @Nullable Amount lastYear) {
        return new Tally(amount, Coverage.REPORTED, BigDecimal.ZERO, lastYear == null ? null : amount, lastYear);
    }

    private static Tally carried(Tally tally) {
        return new Tally(tally.amount(), Coverage.CARRIED, BigDecimal.ZERO, tally.comparable(), tally.lastYear());
    }

    static Tally missing(@Nullable BigDecimal frozenDenominator) {
        return new Tally(null, Coverage.MISSING, frozenDenominator, null, null);
    }

    private Child child() {
        return switch (seeded.between(0, 2)) {
            case 0 -> new Child("met", maybe(80, () -> Exact.of(seeded.between(-20, 0))), true);
            case 1 -> new Child("unmet", maybe(80, () -> Exact.of(seeded.between(1, 20))), false);
            default -> new Child("unknown", null, null);
        };
    }

    private <T> @Nullable T maybe(int percent, Supplier<T> value) {
        return seeded.chance(percent) ? value.get() : null;
    }
}
