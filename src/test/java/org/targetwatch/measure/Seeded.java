package org.targetwatch.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random material that a seed repeats exactly. The seeds are fixed; a failure names the one that shows it. */
public final class Seeded {
    private final Random random;

    public Seeded(long seed) {
        this.random = new Random(seed);
    }

    /** Runs {@code check} with the seeds 1 to {@code rounds}. */
    public static void times(int rounds, Consumer<Seeded> check) {
        for (long seed = 1; seed <= rounds; seed++) {
            try {
                check.accept(new Seeded(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("new Seeded(" + seed + "): " + failure.getMessage(), failure);
            }
        }
    }

    /** Both ends included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    public <T> List<T> listOf(int size, Supplier<T> element) {
        return Stream.generate(element).limit(size).toList();
    }

    /** From {@code low} to {@code high} with up to two decimals; often whole, so that equal values meet. */
    public BigDecimal decimal(int low, int high) {
        int scale = oneOf(0, 0, 1, 2);
        int factor = BigDecimal.TEN.pow(scale).intValueExact();
        return BigDecimal.valueOf(between(low * factor, high * factor), scale);
    }

    /** A fraction with small terms, so that reducing, signs and ties all occur. */
    public Exact rational() {
        return Exact.ratio(between(-60, 60), between(1, 12));
    }
}
