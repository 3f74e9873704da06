package org.targetwatch.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Runs the back-test and writes its tables into {@code docs/forecast.md}; fails when the forecast is not worth showing.
 *
 * <pre>./mvnw -Pbench test -Dtest=ForecastBench</pre>
 */
class ForecastBench {
    private static final Path PAGE = Path.of("docs", "forecast.md");
    private static final String BEGIN = "<!-- results: written by ForecastBench -->\n";
    private static final String END = "<!-- end of results -->";
    private static final long TRAINING_SEED = 2019;
    private static final long EVALUATION_SEED = 20_201_109;
    private static final int YEARS = 200;

    @Test
    void forecast_onYearsItHasNotSeen_coversEightyPercentAndBeatsBaseRateAndLine() throws IOException {
        Results results = new Results(new Backtest(TRAINING_SEED, YEARS), new Backtest(EVALUATION_SEED, YEARS));
        publish(results.markdown());
        check("all", results.overall());
        results.byKind().forEach(ForecastBench::check);
    }

    private static void check(String group, Score score) {
        assertThat(score.coverage()).as("coverage, %s", group).isBetween(0.75, 0.85);
        assertThat(score.brier())
                .as("Brier score, %s", group)
                .isLessThan(score.constantBrier())
                .isLessThan(score.lineBrier());
    }

    private static void publish(String tables) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        Files.writeString(PAGE, page.substring(0, begin) + "\n" + tables + "\n" + page.substring(end));
    }
}
