package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.measure.Exact;

class ForecastSpreadTest {

    /** From printed tables of Student's t. */
    @ParameterizedTest
    @CsvSource({
        "1, 1.000, 0.75",
        "1, 6.314, 0.95",
        "2, 0.816, 0.75",
        "2, 2.920, 0.95",
        "3, 2.353, 0.95",
        "4, 3.747, 0.99",
        "5, 2.015, 0.95",
        "8, 1.860, 0.95",
        "9, 2.821, 0.99",
        "15, 0.691, 0.75",
        "20, 2.845, 0.995"
    })
    void share_agreesWithThePrintedTable(int freedom, double t, double below) {
        assertThat(ForecastSpread.standardBelow(t, freedom)).isCloseTo(below, within(0.0005));
        assertThat(ForecastSpread.standardBelow(-t, freedom)).isCloseTo(1 - below, within(0.0005));
    }

    @Test
    void reach_holdsTheMiddleEightyPercentForEveryFreedom() {
        IntStream.rangeClosed(1, 20).forEach(freedom -> {
            ForecastSpread spread = new ForecastSpread(Exact.of(7), freedom);
            assertThat(spread.below(spread.reach()).rounded(3).doubleValue())
                    .as("freedom %d", freedom)
                    .isCloseTo(0.9, within(0.0011));
        });
    }

    @Test
    void reach_beyondTheTable_isThatOfItsLastRow() {
        assertThat(new ForecastSpread(Exact.ONE, 21).reach()).isEqualTo(Exact.of("1.325"));
    }

    @Test
    void scale_isTheRootOfTheVariance() {
        assertThat(ForecastSpread.ofVariance(Exact.of("0.000004"), 5))
                .isEqualTo(new ForecastSpread(Exact.of("0.002"), 5));
    }

    @Test
    void below_countsInScales() {
        Exact half = new ForecastSpread(Exact.of(100), 5).below(Exact.of("201.5"));

        assertThat(half.rounded(3)).isEqualByComparingTo("0.950");
    }
}
