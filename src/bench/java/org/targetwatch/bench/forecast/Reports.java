package org.targetwatch.bench.forecast;

import java.util.ArrayList;
import java.util.List;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Forecast.Point;

/**
 * What arrived of a history: now and then a month is not reported (the card then has no figure, or carries the last
 * one), or is wrong at first and corrected some months later.
 */
final class Reports {
    private static final double MISSING = 0.06;
    private static final double WRONG = 0.08;
    private static final double ERROR = 0.03;

    private final History history;
    private final boolean carries;
    private final boolean[] missing = new boolean[13];
    private final double[] error = new double[13];
    private final int[] correctedIn = new int[13];

    Reports(History history, Dice dice) {
        this.history = history;
        this.carries = dice.chance(0.5);
        for (int month = 1; month <= 12; month++) {
            missing[month] = dice.chance(MISSING);
            error[month] = dice.chance(WRONG) ? dice.normal(0, ERROR) : 0;
            correctedIn[month] = month + dice.whole(1, 3);
        }
    }

    /** The values of the card as known at the end of {@code origin}. */
    List<Point> knownIn(int origin) {
        List<Point> points = new ArrayList<>();
        for (int month = 1; month <= origin; month++) {
            if (!missing[month]) {
                points.add(new Point(History.JANUARY.plusMonths(month - 1), reported(month, origin)));
            } else if (carries && !points.isEmpty()) {
                Exact carried = points.get(points.size() - 1).actual();
                points.add(new Point(History.JANUARY.plusMonths(month - 1), carried));
            }
        }
        return points;
    }

    private Exact reported(int month, int origin) {
        double factor = origin < correctedIn[month] ? 1 + error[month] : 1;
        return History.rounded(history.truth()[month - 1] * factor, history.decimals());
    }
}
