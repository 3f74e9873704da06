package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.progress.ForecastSample.FLOW;
import static org.targetwatch.progress.ForecastSample.GROSS_RATIO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Seeded;
import org.targetwatch.progress.Forecast.Estimate;
import org.targetwatch.progress.Forecast.Point;

/** What must hold for every series. */
class ForecastPropertiesTest {
    private static final int ROUNDS = 1_000;
    private static final Scaled NEGATED = new Scaled(BigDecimal.ONE.negate());

    @Test
    void estimate_liesInOrderAndInRange() {
        AtomicInteger estimates = new AtomicInteger();

        Seeded.times(ROUNDS, seeded -> {
            ForecastSample sample = sample(seeded, direction(seeded));
            if (sample.forecast(points(seeded)) instanceof Estimate estimate) {
                estimates.incrementAndGet();
                assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
                assertThat(estimate.probability()).isBetween(Exact.of("0.01"), Exact.of("0.99"));
            }
        });

        assertThat(estimates).hasValueGreaterThan(ROUNDS / 2);
    }

    /** Unless the range cuts it, or the due month is so near that rounding swallows it. */
    @Test
    void interval_ofAnUnlimitedStock_isNeverEmpty() {
        Seeded.times(ROUNDS, seeded -> {
            ForecastSample sample =
                    sample(seeded, direction(seeded)).of(GROSS_RATIO).stock();
            if (sample.forecast(points(seeded)) instanceof Estimate estimate) {
                assertThat(estimate.high()).isGreaterThan(estimate.low());
            }
        });
    }

    @Test
    void raisedLastActual_neverLowersTheChanceOfAtLeast() {
        AtomicInteger raised = new AtomicInteger();

        Seeded.times(ROUNDS, seeded -> {
            ForecastSample sample = sample(seeded, atLeastOrNotBelow(seeded));
            List<Point> points = points(seeded);
            List<Point> better = raised(points, Exact.of(seeded.decimal(0, seeded.oneOf(1, 10, 200))));
            if (sample.forecast(points) instanceof Estimate before
                    && sample.forecast(better) instanceof Estimate after) {
                assertThat(after.probability()).isGreaterThanOrEqualTo(before.probability());
                raised.addAndGet(after.probability().equals(before.probability()) ? 0 : 1);
            }
        });

        assertThat(raised).hasValueGreaterThan(ROUNDS / 5);
    }

    @Test
    void raisedLastActual_neverRaisesTheChanceOfAtMost() {
        Seeded.times(ROUNDS, seeded -> {
            ForecastSample sample =
                    sample(seeded, seeded.oneOf(new Direction.AtMost(value(seeded)), new Direction.NotAboveLastYear()));
            List<Point> points = points(seeded);
            List<Point> worse = raised(points, Exact.of(seeded.decimal(0, seeded.oneOf(1, 10, 200))));
            if (sample.forecast(points) instanceof Estimate before
                    && sample.forecast(worse) instanceof Estimate after) {
                assertThat(after.probability()).isLessThanOrEqualTo(before.probability());
            }
        });
    }

    /** A gross ratio has no range that would cut one side; the baseline makes the start explicit. */
    @Test
    void negatedSeries_withTheDirectionTurned_isMirrored() {
        AtomicInteger estimates = new AtomicInteger();

        Seeded.times(ROUNDS, seeded -> {
            ForecastSample sample = sample(seeded, direction(seeded))
                    .of(GROSS_RATIO)
                    .stock()
                    .since(value(seeded).toString());
            List<Point> points = points(seeded);
            Forecast forecast = sample.forecast(points);
            assertThat(mirrored(sample).forecast(mirrored(points))).isEqualTo(mirrored(forecast));
            estimates.addAndGet(forecast instanceof Estimate ? 1 : 0);
        });

        assertThat(estimates).hasValueGreaterThan(ROUNDS / 2);
    }

    @Test
    void hundredfoldFlow_isForecastHundredfold() {
        Seeded.times(ROUNDS, seeded -> {
            Exact target = value(seeded).abs().plus(Exact.ONE);
            List<Point> points = points(seeded);
            List<Point> larger = points.stream()
                    .map(point -> new Point(point.period(), point.actual().times(100)))
                    .toList();
            Forecast small = FLOW.to(new Direction.AtLeast(target, null)).forecast(points);
            Forecast large =
                    FLOW.to(new Direction.AtLeast(target.times(100), null)).forecast(larger);
            if (small instanceof Estimate one && large instanceof Estimate hundred) {
                assertThat(hundred.probability()).isEqualTo(one.probability());
                assertThat(hundred.value().minus(one.value().times(100)).abs()).isLessThanOrEqualTo(Exact.ONE);
            }
        });
    }

    // ---- random cases ----

    private static ForecastSample sample(Seeded seeded, Direction direction) {
        Period from = Period.of(2020, seeded.oneOf(1, 1, 2, 4));
        Trajectory trajectory = trajectory(seeded, from);
        Exact baseline = seeded.chance(50) ? value(seeded) : null;
        return new ForecastSample(
                RandomSituation.of(seeded).measure(),
                seeded.oneOf(Kind.values()),
                from,
                Period.of(seeded.oneOf(2020, 2020, 2021), seeded.oneOf(11, 12)),
                new Target(direction, trajectory, baseline, null),
                value(seeded));
    }

    private static Direction direction(Seeded seeded) {
        Exact low = value(seeded);
        Direction between = new Direction.Between(low, low.plus(Exact.of(seeded.decimal(0, 20))));
        return seeded.oneOf(
                atLeastOrNotBelow(seeded), new Direction.AtMost(low), new Direction.NotAboveLastYear(), between);
    }

    private static Direction atLeastOrNotBelow(Seeded seeded) {
        return seeded.oneOf(new Direction.AtLeast(value(seeded), null), new Direction.NotBelowLastYear());
    }

    private static Trajectory trajectory(Seeded seeded, Period from) {
        TreeMap<Period, Exact> steps = new TreeMap<>(Map.of(Period.of(2020, 6), value(seeded)));
        steps.put(Period.of(2020, 11), value(seeded));
        Exact share = Exact.ratio(seeded.between(0, 12), 12);
        List<Exact> shares = Stream.concat(
                        Stream.of(share, Exact.ONE.minus(share)),
                        Stream.generate(() -> Exact.ZERO).limit(10))
                .toList();
        return seeded.oneOf(
                new Trajectory.Linear(),
                new Trajectory.Steps(steps),
                new Trajectory.Seasonal(shares),
                new Trajectory.FromMonth(from));
    }

    private static Exact value(Seeded seeded) {
        return Exact.of(seeded.decimal(-20, 120));
    }

    /** Three to ten months of a walk, sometimes with a hole, mostly upwards. */
    private static List<Point> points(Seeded seeded) {
        List<Point> points = new ArrayList<>();
        Exact value = Exact.of(seeded.decimal(0, 60));
        int months = seeded.between(3, 10);
        for (int month = 1; month <= months; month++) {
            value = value.plus(Exact.of(seeded.decimal(seeded.oneOf(0, 0, -6), 9)));
            if (month == months || seeded.chance(90)) {
                points.add(new Point(Period.of(2020, month), value));
            }
        }
        return points;
    }

    private static List<Point> raised(List<Point> points, Exact by) {
        List<Point> raised = new ArrayList<>(points);
        Point last = raised.remove(raised.size() - 1);
        raised.add(new Point(last.period(), last.actual().plus(by)));
        return raised;
    }

    // ---- mirrors ----

    private static ForecastSample mirrored(ForecastSample sample) {
        Situation situation =
                new Situation(sample.target(), sample.rules(), sample.from(), Tally.EMPTY, false, false, List.of());
        return new ForecastSample(
                sample.measure(),
                sample.kind(),
                sample.from(),
                sample.due(),
                NEGATED.of(situation).target(),
                NEGATED.of(sample.lastYear()));
    }

    private static List<Point> mirrored(List<Point> points) {
        return points.stream()
                .map(point -> new Point(point.period(), point.actual().negated()))
                .toList();
    }

    private static Forecast mirrored(Forecast forecast) {
        return forecast instanceof Estimate estimate
                ? new Estimate(
                        estimate.value().negated(),
                        estimate.high().negated(),
                        estimate.low().negated(),
                        estimate.probability())
                : forecast;
    }
}
