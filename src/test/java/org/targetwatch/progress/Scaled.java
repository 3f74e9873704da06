package org.targetwatch.progress;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;

/** The same situation with every value multiplied by {@code factor}; a negative one turns good and bad around. */
record Scaled(BigDecimal factor) {

    Situation of(Situation situation) {
        Tally tally = situation.tally();
        return new Situation(
                of(situation.target()),
                situation.rules(),
                situation.period(),
                new Tally(
                        of(tally.amount()),
                        tally.coverage(),
                        tally.missingDenominator(),
                        of(tally.comparable()),
                        of(tally.lastYear())),
                situation.settled(),
                situation.redBefore(),
                situation.children());
    }

    @Nullable
    Exact of(@Nullable Exact value) {
        return value == null ? null : value.times(Exact.of(factor));
    }

    private Target of(Target target) {
        return new Target(of(target.direction()), of(target.trajectory()), of(target.baseline()), of(target.floor()));
    }

    private Direction of(Direction direction) {
        boolean turns = factor.signum() < 0;
        if (direction instanceof Direction.AtLeast atLeast) {
            Exact value = of(atLeast.value());
            return turns ? new Direction.AtMost(value) : new Direction.AtLeast(value, of(atLeast.stretch()));
        }
        if (direction instanceof Direction.AtMost atMost) {
            Exact value = of(atMost.value());
            return turns ? new Direction.AtLeast(value, null) : new Direction.AtMost(value);
        }
        if (direction instanceof Direction.Between between) {
            Exact low = of(between.low());
            Exact high = of(between.high());
            return turns ? new Direction.Between(high, low) : new Direction.Between(low, high);
        }
        boolean notBelow = direction instanceof Direction.NotBelowLastYear;
        return notBelow == turns ? new Direction.NotAboveLastYear() : new Direction.NotBelowLastYear();
    }

    private Trajectory of(Trajectory trajectory) {
        if (trajectory instanceof Trajectory.Steps steps) {
            TreeMap<org.targetwatch.measure.Period, Exact> scaled = new TreeMap<>();
            steps.values().forEach((month, value) -> scaled.put(month, of(value)));
            return new Trajectory.Steps(scaled);
        }
        return trajectory;
    }

    private @Nullable Amount of(@Nullable Amount amount) {
        if (amount instanceof Ratio ratio) {
            return new Ratio(ratio.numerator().multiply(factor), ratio.denominator());
        }
        return amount instanceof Quantity quantity
                ? new Quantity(quantity.value().multiply(factor))
                : null;
    }
}
