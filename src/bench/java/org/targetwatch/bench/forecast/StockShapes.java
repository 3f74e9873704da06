package org.targetwatch.bench.forecast;

import static org.targetwatch.bench.forecast.FlowShapes.judgedFrom;
import static org.targetwatch.bench.forecast.FlowShapes.months;
import static org.targetwatch.bench.forecast.History.DUE;
import static org.targetwatch.bench.forecast.History.SCHOOLS;
import static org.targetwatch.bench.forecast.History.SHARE;
import static org.targetwatch.bench.forecast.History.rounded;
import static org.targetwatch.bench.forecast.History.rules;
import static org.targetwatch.bench.forecast.Shape.Kind.STOCK;
import static org.targetwatch.bench.forecast.Shape.training;
import static org.targetwatch.bench.forecast.Shape.unseen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bench.forecast.Shape.Noise;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;

/** Years of states: shares of pupils, schools that have something, ratios to date. */
final class StockShapes {
    private StockShapes() {}

    static List<Shape> all() {
        return List.of(
                training("drifting, baseline known", STOCK, (dice, noise) -> drifting(dice, noise, true)),
                training("drifting, no baseline", STOCK, (dice, noise) -> drifting(dice, noise, false)),
                training("returning to its mean", STOCK, StockShapes::returning),
                training("notices, flat between jumps", STOCK, StockShapes::notices),
                training("ratio to date", STOCK, StockShapes::ratioToDate),
                unseen("one shift of level", STOCK, StockShapes::shift),
                unseen("rising to saturation", STOCK, StockShapes::saturating));
    }

    /** A share that moves towards the target, or away from it, in unsteady steps; falling where less is better. */
    private static History drifting(Dice dice, Noise noise, boolean withBaseline) {
        double baseline = dice.between(25, 75);
        double way = dice.between(3, 12) * (dice.chance(0.3) ? -1 : 1);
        double pace = way * dice.normal(0.95, 0.35) / 12;
        double step = Math.abs(way) * noise.spread() * 0.2;
        double[] truth = new double[12];
        double value = baseline;
        for (int index = 0; index < 12; index++) {
            value += pace + dice.normal(0, step);
            truth[index] = Math.max(0, Math.min(100, value));
        }
        Exact line = rounded(baseline + way, 1);
        return share(dice, truth, towards(way, line), withBaseline ? rounded(baseline, 2) : null);
    }

    /** A rate that swings around a level of its own and does not go anywhere. */
    private static History returning(Dice dice, Noise noise) {
        double level = dice.oneOf(3.0, 20.0, 60.0, 93.0) * dice.between(0.9, 1.05);
        double swing = Math.min(level, 100 - level) * noise.spread() * 0.2;
        double memory = dice.between(0.3, 0.8);
        double[] off = {dice.normal(0, swing)};
        double[] truth = months(month -> {
            off[0] = memory * off[0] + dice.normal(0, swing * StrictMath.sqrt(1 - memory * memory));
            return Math.max(0, Math.min(100, level + off[0]));
        });
        Exact line = rounded(level + dice.normal(0, swing), 1);
        Exact other = rounded(level + dice.between(1, 3) * swing, 1);
        return share(dice, truth, anyDirection(dice, line, other), null, line);
    }

    private static Direction anyDirection(Dice dice, Exact line, Exact other) {
        return dice.oneOf(
                new Direction.AtLeast(line, null),
                new Direction.AtMost(line),
                new Direction.NotBelowLastYear(),
                new Direction.Between(line.min(other), line.max(other)));
    }

    /** Schools that have it: nothing for months, then a notice. */
    private static History notices(Dice dice, Noise noise) {
        int had = dice.oneOf(0, 0, 20);
        int promised = dice.whole(2, 10);
        double[] named = new double[24];
        for (int school = 0; school < promised + dice.whole(0, 1); school++) {
            int planned = dice.oneOf(3, 6, 9, 11);
            named[Math.min(23, planned + dice.events(2 * noise.spread()))] += dice.chance(0.92) ? 1 : 0;
        }
        double[] truth = months(month -> {
            double sum = had;
            for (int index = 0; index < month; index++) {
                sum += named[index];
            }
            return sum;
        });
        Target target = new Target(
                new Direction.AtLeast(Exact.of(had + promised), null), new Trajectory.Linear(), Exact.of(had), null);
        return new History(rules(SCHOOLS, Kind.STOCK, judgedFrom(dice)), target, truth, 0, null);
    }

    /** Cases settled of cases opened since January: a quotient of two sums, which steadies as the year goes. */
    private static History ratioToDate(Dice dice, Noise noise) {
        double rate = dice.between(0.3, 0.95);
        double trend = dice.normal(0, 0.01);
        double swing = Math.min(rate, 1 - rate) * noise.spread() * 0.4;
        double[] sums = new double[2];
        double[] truth = months(month -> {
            double opened = dice.between(50, 400);
            double settled = rate + trend * (month - 1) + dice.normal(0, swing);
            sums[0] += opened * Math.max(0, Math.min(1, settled));
            sums[1] += opened;
            return 100 * sums[0] / sums[1];
        });
        return toDate(
                dice, truth, rounded(100 * (rate + dice.normal(0, 0.04)), 1).min(Exact.of(99)));
    }

    private static History toDate(Dice dice, double[] truth, Exact line) {
        int from = judgedFrom(dice);
        Direction direction = dice.oneOf(
                new Direction.AtLeast(line, null), new Direction.AtMost(line), new Direction.NotBelowLastYear());
        Trajectory trajectory = direction.comparesWithLastYear()
                ? new Trajectory.Linear()
                : new Trajectory.FromMonth(History.JANUARY.plusMonths(from - 1));
        Target target = new Target(direction, trajectory, null, null);
        return new History(rules(SHARE, Kind.FLOW_TO_DATE, from), target, truth, 2, line);
    }

    /** A steady share that moves once, as when a new school year is counted. */
    private static History shift(Dice dice, Noise noise) {
        double level = dice.between(30, 80);
        double jump = dice.normal(0, 4);
        int when = dice.whole(2, 12);
        double[] truth = months(month -> level + (month >= when ? jump : 0) + dice.normal(0, noise.spread()));
        return share(dice, truth, towards(1, rounded(level + dice.normal(0, 3), 1)), null);
    }

    /** Schools connected to the cloud: quick at first, slower near the full 100%. */
    private static History saturating(Dice dice, Noise noise) {
        double baseline = dice.between(50, 85);
        double speed = dice.between(0.08, 0.3);
        double[] left = new double[13];
        left[0] = 100 - baseline;
        double[] truth = months(month -> {
            left[month] = left[month - 1] * (1 - Math.min(1, speed * dice.factor(noise.spread())));
            return 100 - left[month];
        });
        Exact line = rounded(100 - left[0] * StrictMath.pow(1 - speed, 12 * dice.between(0.7, 1.3)), 1);
        return share(dice, truth, towards(1, line), rounded(baseline, 2));
    }

    private static Direction towards(double way, Exact line) {
        return way > 0 ? new Direction.AtLeast(line, null) : new Direction.AtMost(line);
    }

    private static History share(Dice dice, double[] truth, Direction direction, @Nullable Exact baseline) {
        return share(dice, truth, direction, baseline, null);
    }

    private static History share(
            Dice dice, double[] truth, Direction direction, @Nullable Exact baseline, @Nullable Exact lastYear) {
        Trajectory trajectory = baseline == null ? new Trajectory.FromMonth(DUE) : new Trajectory.Linear();
        Target target = new Target(direction, trajectory, baseline, null);
        return new History(rules(SHARE, Kind.STOCK, judgedFrom(dice)), target, truth, 2, lastYear);
    }
}
