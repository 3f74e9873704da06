package org.targetwatch.bench.forecast;

import java.util.Random;

/** Seeded chance: the same seed, the same histories, on every machine. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Both ends included. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** Positive, 1 on average, {@code spread} its relative deviation where that is small. */
    double factor(double spread) {
        return StrictMath.exp(spread * random.nextGaussian() - spread * spread / 2);
    }

    /** A count of rare events, {@code mean} on average. */
    int events(double mean) {
        int count = 0;
        for (double left = -StrictMath.log(random.nextDouble()); left < mean; count++) {
            left -= StrictMath.log(random.nextDouble());
        }
        return count;
    }
}
