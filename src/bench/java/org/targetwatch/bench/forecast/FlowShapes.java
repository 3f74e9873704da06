package org.targetwatch.bench.forecast;

import static org.targetwatch.bench.forecast.History.CASES;
import static org.targetwatch.bench.forecast.History.JANUARY;
import static org.targetwatch.bench.forecast.History.PER_PERSON;
import static org.targetwatch.bench.forecast.History.SCHOOLS;
import static org.targetwatch.bench.forecast.History.YUAN;
import static org.targetwatch.bench.forecast.History.rounded;
import static org.targetwatch.bench.forecast.History.rules;
import static org.targetwatch.bench.forecast.Shape.Kind.FLOW;
import static org.targetwatch.bench.forecast.Shape.training;
import static org.targetwatch.bench.forecast.Shape.unseen;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.targetwatch.bench.forecast.Shape.Noise;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;

/** Years of amounts that add up: money spent, places built, schools named, complaints counted. */
final class FlowShapes {
    private static final double PROMISED = 1_000_000;
    private static final double[] BUILDING = {.01, .01, .04, .07, .11, .14, .16, .16, .13, .09, .05, .03};

    private FlowShapes() {}

    static List<Shape> all() {
        return List.of(
                training("steady", FLOW, FlowShapes::steady),
                training("summer building, planned so", FLOW, FlowShapes::summerPlanned),
                training("summer building, planned evenly", FLOW, FlowShapes::summerUnplanned),
                training("s-curve", FLOW, FlowShapes::sCurve),
                training("stalled, then catching up", FLOW, FlowShapes::stalled),
                training("naming notices in steps", FLOW, FlowShapes::notices),
                training("spending per pupil against last year", FLOW, FlowShapes::spendingPerPupil),
                unseen("projects paid in lumps", FLOW, FlowShapes::projects),
                unseen("petitions, not above last year", FLOW, FlowShapes::petitions),
                unseen("rush in December", FLOW, FlowShapes::rush));
    }

    private static History steady(Dice dice, Noise noise) {
        return money(dice, noise, even(), pace(dice), new Trajectory.Linear());
    }

    private static History summerPlanned(Dice dice, Noise noise) {
        return money(dice, noise, shifted(dice), pace(dice), seasonal());
    }

    private static History summerUnplanned(Dice dice, Noise noise) {
        return money(dice, noise, shifted(dice), pace(dice), new Trajectory.Linear());
    }

    private static History sCurve(Dice dice, Noise noise) {
        double middle = dice.between(4.5, 8.5);
        double width = dice.between(1, 2.2);
        double[] weights = months(month -> logistic((month - middle) / width) - logistic((month - 1 - middle) / width));
        return money(dice, noise, weights, dice.factor(0.15) * 1.05, new Trajectory.Linear());
    }

    private static History stalled(Dice dice, Noise noise) {
        int from = dice.whole(2, 7);
        int to = from + dice.whole(2, 4);
        double lost = 0.9 * (to - from) / 12;
        double caughtUp = lost * dice.between(0, 1) / (12 - to + 1);
        double[] weights = months(month -> month < from ? 1 / 12.0 : month < to ? 0.1 / 12 : 1 / 12.0 + caughtUp);
        return money(dice, noise, weights, dice.factor(0.12) * 1.08, new Trajectory.Linear());
    }

    private static History rush(Dice dice, Noise noise) {
        double december = dice.between(0.1, 0.35);
        double[] weights = months(month -> month == 12 ? december : (1 - december) / 11);
        return money(dice, noise, weights, pace(dice), new Trajectory.Linear());
    }

    /** Amounts that follow {@code weights} times {@code pace}, each month off by the noise. */
    private static History money(Dice dice, Noise noise, double[] weights, double pace, Trajectory trajectory) {
        double[] truth = summed(months(month -> PROMISED * pace * weights[month - 1] * dice.factor(noise.spread())));
        Target target = new Target(new Direction.AtLeast(rounded(PROMISED, 0), null), trajectory, null, null);
        return new History(rules(YUAN, Kind.FLOW_TO_DATE, judgedFrom(dice)), target, truth, 0, null);
    }

    /** Projects of unlike size, each paid in three lumps as it begins, stands and is accepted; some slip into next year. */
    private static History projects(Dice dice, Noise noise) {
        double[] amounts = new double[12];
        int projects = dice.whole(6, 25);
        for (int project = 0; project < projects; project++) {
            pay(dice, noise, PROMISED * 1.1 / projects * dice.factor(0.7), amounts);
        }
        Direction direction = new Direction.AtLeast(rounded(PROMISED, 0), null);
        Target target = new Target(direction, new Trajectory.Linear(), null, null);
        return new History(rules(YUAN, Kind.FLOW_TO_DATE, judgedFrom(dice)), target, summed(amounts), 0, null);
    }

    private static void pay(Dice dice, Noise noise, double price, double[] amounts) {
        double month = dice.between(0, 7);
        for (int lump = 0; lump < 3; lump++) {
            if (month < 12) {
                amounts[(int) month] += price / 3;
            }
            month += dice.between(1, 4) * dice.factor(noise.spread());
        }
    }

    /** Schools are named in two to four notices; a notice may be late, a school may fail the inspection. */
    private static History notices(Dice dice, Noise noise) {
        int notices = dice.whole(2, 4);
        TreeMap<Period, Exact> plan = new TreeMap<>();
        double[] named = new double[12];
        int promised = 0;
        for (int notice = 1; notice <= notices; notice++) {
            int month = 12 * notice / notices - dice.whole(0, 2);
            int schools = dice.whole(1, 4);
            promised += schools;
            plan.put(JANUARY.plusMonths(month - 1), Exact.of(promised));
            give(dice, schools, month + dice.events(2 * noise.spread()) - dice.whole(0, 1), named);
        }
        Direction direction = new Direction.AtLeast(Exact.of(promised), null);
        Target target = new Target(direction, new Trajectory.Steps(plan), null, null);
        return new History(rules(SCHOOLS, Kind.FLOW_TO_DATE, judgedFrom(dice)), target, summed(named), 0, null);
    }

    private static void give(Dice dice, int schools, int month, double[] named) {
        int candidates = schools + dice.whole(0, 1);
        for (int school = 0; school < candidates; school++) {
            if (dice.chance(0.92) && month <= 12) {
                named[Math.max(1, month) - 1]++;
            }
        }
    }

    /** Spending to date over a fixed number of pupils: a ratio that grows like a flow. */
    private static History spendingPerPupil(Dice dice, Noise noise) {
        double lastYear = dice.between(8_000, 15_000);
        double pace = lastYear * dice.factor(0.1) * 1.02;
        double[] truth = summed(months(month -> pace / 12 * dice.factor(noise.spread())));
        Target target = new Target(new Direction.NotBelowLastYear(), new Trajectory.Linear(), null, null);
        return new History(
                rules(PER_PERSON, Kind.FLOW_TO_DATE, judgedFrom(dice)), target, truth, 2, rounded(lastYear, 2));
    }

    private static History petitions(Dice dice, Noise noise) {
        double usual = dice.between(20, 200);
        double lastYear = dice.events(usual);
        double pace = usual * dice.factor(0.2);
        double[] truth = summed(months(month -> dice.events(pace / 12 * dice.factor(noise.spread()))));
        boolean fixed = dice.chance(0.5);
        Exact most = rounded(lastYear, 0);
        Direction direction = fixed ? new Direction.AtMost(most) : new Direction.NotAboveLastYear();
        Target target = new Target(direction, new Trajectory.Linear(), null, null);
        return new History(rules(CASES, Kind.FLOW_TO_DATE, judgedFrom(dice)), target, truth, 0, most);
    }

    // ---- building blocks ----

    interface Month {
        double of(int month);
    }

    static double[] months(Month month) {
        double[] values = new double[12];
        for (int index = 0; index < 12; index++) {
            values[index] = month.of(index + 1);
        }
        return values;
    }

    static int judgedFrom(Dice dice) {
        return dice.oneOf(1, 2, 4);
    }

    private static double pace(Dice dice) {
        return dice.factor(0.18);
    }

    private static double[] even() {
        return months(month -> 1 / 12.0);
    }

    /** The building season, up to a month earlier or later than usual. */
    private static double[] shifted(Dice dice) {
        double shift = dice.between(-1, 1);
        int whole = (int) Math.floor(shift);
        double part = shift - whole;
        return months(month -> (1 - part) * building(month - whole) + part * building(month - whole - 1));
    }

    private static double building(int month) {
        return month < 1 || month > 12 ? 0 : BUILDING[month - 1];
    }

    private static Trajectory seasonal() {
        return new Trajectory.Seasonal(
                Arrays.stream(BUILDING).mapToObj(share -> rounded(share, 2)).toList());
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double[] summed(double[] amounts) {
        double[] sums = amounts.clone();
        for (int index = 1; index < sums.length; index++) {
            sums[index] += sums[index - 1];
        }
        return sums;
    }
}
