package org.targetwatch.progress;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.OfQuantity;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Forecast.Estimate;
import org.targetwatch.progress.Forecast.Point;

/** One card to forecast: 1,200 元 by December, evenly, judged from January; the tests change what they are about. */
record ForecastSample(Measure measure, Kind kind, Period from, Period due, Target target, @Nullable Exact lastYear) {
    static final Measure MONEY = new OfQuantity(Unit.of(Base.YUAN));
    static final Measure SCHOOLS = new OfQuantity(Unit.of(Base.SCHOOL));
    static final Measure SHARE = ratio(Scale.PERCENT, true);
    static final Measure GROSS_RATIO = ratio(Scale.PERCENT, false);
    static final Measure PER_PERSON = ratio(Scale.PER_UNIT, false);
    static final Period JANUARY = Period.of(2020, 1);

    static final ForecastSample FLOW = new ForecastSample(
            MONEY,
            Kind.FLOW_TO_DATE,
            JANUARY,
            Period.of(2020, 12),
            new Target(atLeast("1200"), new Trajectory.Linear(), null, null),
            null);

    private static Measure ratio(Scale scale, boolean share) {
        var people = new Measure.Part("人数", "people", Unit.of(Base.PERSON));
        Base base = scale == Scale.PERCENT ? Base.PERCENT : Base.YUAN_PER_PERSON;
        return new OfRatio(scale, Unit.of(base), people, people, share);
    }

    static Direction atLeast(String value) {
        return new Direction.AtLeast(Exact.of(value), null);
    }

    static Direction atMost(String value) {
        return new Direction.AtMost(Exact.of(value));
    }

    ForecastSample of(Measure other) {
        return new ForecastSample(other, kind, from, due, target, lastYear);
    }

    ForecastSample stock() {
        return new ForecastSample(measure, Kind.STOCK, from, due, target, lastYear);
    }

    ForecastSample judgedFrom(int year, int month) {
        return new ForecastSample(measure, kind, Period.of(year, month), due, target, lastYear);
    }

    ForecastSample due(int year, int month) {
        return new ForecastSample(measure, kind, from, Period.of(year, month), target, lastYear);
    }

    ForecastSample to(Direction direction) {
        return with(new Target(direction, target.trajectory(), target.baseline(), null));
    }

    ForecastSample by(Trajectory trajectory) {
        return with(new Target(target.direction(), trajectory, target.baseline(), null));
    }

    ForecastSample since(String baseline) {
        return with(new Target(target.direction(), target.trajectory(), Exact.of(baseline), null));
    }

    ForecastSample with(Target other) {
        return new ForecastSample(measure, kind, from, due, other, lastYear);
    }

    ForecastSample lastYear(String value) {
        return new ForecastSample(measure, kind, from, due, target, Exact.of(value));
    }

    Rules rules() {
        return new Rules(
                measure, kind, Frequency.MONTHLY, JANUARY, from, due, Commitment.STATED, Thresholds.DEFAULT, false);
    }

    /** The values of consecutive months, January first; {@code -} where nothing was reported. */
    Forecast forecast(String values) {
        return forecast(points(values));
    }

    Forecast forecast(List<Point> points) {
        return Forecast.of(rules(), target, points, lastYear);
    }

    Estimate estimate(String values) {
        return (Estimate) forecast(values);
    }

    static List<Point> points(String values) {
        List<Point> points = new ArrayList<>();
        Period period = JANUARY;
        for (String value : values.split(" ")) {
            if (!value.equals("-")) {
                points.add(new Point(period, Exact.of(value)));
            }
            period = period.next();
        }
        return points;
    }
}
