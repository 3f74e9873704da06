package org.targetwatch.bench.forecast;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.targetwatch.bench.forecast.Shape.Noise;

/** All trials of one seed: every shape, every noise level, so many years of each, forecast from April to November. */
record Backtest(long seed, int years) {
    static final List<Shape> SHAPES =
            Stream.concat(FlowShapes.all().stream(), StockShapes.all().stream()).toList();
    private static final int APRIL = 4;
    private static final int NOVEMBER = 11;

    List<Trial> trials() {
        return SHAPES.stream()
                .flatMap(shape -> Stream.of(Noise.values()).flatMap(noise -> trials(shape, noise)))
                .toList();
    }

    private Stream<Trial> trials(Shape shape, Noise noise) {
        Dice dice = new Dice(seed * 1_000_003L + 31L * shape.name().hashCode() + noise.ordinal());
        return IntStream.range(0, years).boxed().flatMap(year -> trials(shape, noise, dice));
    }

    private static Stream<Trial> trials(Shape shape, Noise noise, Dice dice) {
        History history = shape.course().draw(dice, noise);
        Reports reports = new Reports(history, dice);
        return IntStream.rangeClosed(APRIL, NOVEMBER)
                .boxed()
                .flatMap(month -> Trial.of(shape, noise, history, reports, month).stream());
    }
}
