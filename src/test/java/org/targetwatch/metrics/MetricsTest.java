package org.targetwatch.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.ratio;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.targetwatch.Tool;
import org.targetwatch.scorecard.Demonstration;

@QuarkusTest
@TestProfile(Demonstration.class)
class MetricsTest {

    @Test
    void postedFigure_withinASecond_isInTheMetrics() {
        report(quantity("compulsory-improvement-floor-area", "511102", "2020-10", "1.9", "万平方米"));

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    assertThat(value("actual", "compulsory-improvement-floor-area", CITY))
                            .contains("19000.0");
                    assertThat(value("target", "compulsory-improvement-floor-area", CITY))
                            .contains("76000.0");
                    assertThat(value("completion_ratio", "compulsory-improvement-floor-area", CITY))
                            .contains("0.25");
                });
        assertThat(value("target", "compulsory-improvement-floor-area", "511102"))
                .isEmpty();
        assertThat(value("status", "compulsory-improvement-floor-area", "511102"))
                .contains("1.0");
    }

    @Test
    void percentages_inMetrics_areShares() {
        report(ratio("inclusive-kindergarten-share", "511129", "2020-10", "850", "1000"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(value("actual", "inclusive-kindergarten-share", "511129"))
                        .contains("0.85"));
        assertThat(value("target", "inclusive-kindergarten-share", "511129")).contains("0.83");
        assertThat(value("floor", "inclusive-kindergarten-share", "511129")).contains("0.8");
        // The end of October in Shanghai.
        assertThat(value("period_timestamp_seconds", "inclusive-kindergarten-share", "511129"))
                .contains("1.604159999E9");
    }

    @Test
    void confidentialIndicators_inMetrics_leaveNoTrace() {
        report(ratio("gaokao-tier1-rate", CITY, "2020-10", "2000", "10000"));

        assertThat(scrape()).contains("targetwatch_indicator_info").doesNotContain("gaokao");
    }

    @Test
    void reports_perRegion_areCounted() {
        report(quantity("after-school-service", "511133", "2020-10", "12", "所"));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        line("targetwatch_reports_received{plan=\"leshan-2020\",region=\"511133\",}"))
                .isPresent()
                .hasValueSatisfying(line -> assertThat(Double.parseDouble(line)).isPositive()));
        double due = number("reports_due");
        assertThat(due).isPositive();
        assertThat(number("reports_overdue")).isEqualTo(due - number("reports_received"));
        String missing = "targetwatch_report_missing{plan=\"leshan-2020\",indicator=\"%s\",region=\"511133\",}";
        assertThat(line(missing.formatted("after-school-service"))).isEmpty();
        assertThat(line(missing.formatted("unconnected-schools"))).contains("1.0");
    }

    @Test
    void floor_brokenOrHeld_isTold() {
        report(
                ratio("oversized-class-rate", "511111", "2020-10", "6", "100"),
                ratio("oversized-class-rate", "511112", "2020-10", "5", "100"));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(value("floor_broken", "oversized-class-rate", "511111")).contains("1.0");
            assertThat(value("floor_broken", "oversized-class-rate", "511112")).contains("0.0");
        });
        assertThat(value("floor_broken", "after-school-service", CITY)).isEmpty();
    }

    @Test
    void status_unknown_namesItsReason() {
        assertThat(scrape())
                .contains(
                        "targetwatch_unknown_reason{plan=\"leshan-2020\",indicator=\"disabled-enrolment-rate\",region=\"511181\",reason=\"no_figure\"} 1.0");
    }

    @Test
    void plan_inMetrics_isDescribed() {
        assertThat(scrape())
                .contains("targetwatch_plan_info{plan=\"leshan-2020\",plan_name=\"乐山市教育局2020年工作要点\"")
                .contains("unit=\"%\",count_unit=\"人\",commitment=\"stated\"");
    }

    @Test
    void snapshot_whileTheDatabaseAnswers_isFresh() {
        double takenAt = line("targetwatch_snapshot_timestamp_seconds ")
                .map(Double::parseDouble)
                .orElseThrow();
        assertThat(takenAt).isCloseTo(Instant.now().getEpochSecond(), within(60.0));
    }

    @Test
    void scrape_duringRejudging_neverFails() throws Exception {
        ExecutorService scraper = Executors.newSingleThreadExecutor();
        try {
            Future<List<Integer>> sizes = scraper.submit(() -> IntStream.range(0, 100)
                    .mapToObj(scrape -> cardLines("targetwatch_status"))
                    .toList());
            for (int round = 0; round < 30; round++) {
                String value = String.valueOf(1_000 + round);
                report(COUNTIES.stream()
                        .map(county -> quantity("compulsory-dropouts", county, "2020-10", value, "人"))
                        .toArray(String[]::new));
            }
            assertThat(sizes.get()).as("cards in each scrape").containsOnly(cardLines("targetwatch_status"));
        } finally {
            scraper.shutdown();
        }
    }

    @Test
    void ownMetrics_checkedByPromtool_areClean() throws IOException, InterruptedException {
        report(ratio("preprimary-ger", "511102", "2020-10", "980", "1000"));
        String own = scrape().lines()
                .filter(line -> line.contains("targetwatch_"))
                .reduce("", (all, line) -> all + line + "\n");

        Process promtool = new ProcessBuilder(
                        Tool.require("promtool", "prometheus").toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        promtool.outputWriter().append(own).close();

        assertThat(new String(promtool.getInputStream().readAllBytes())).isEmpty();
        assertThat(promtool.waitFor()).isZero();
    }

    @Test
    void scrape_inOpenMetrics_saysTheSameAndEndsOnce() {
        String text = scrape();
        String open = scrape("application/openmetrics-text");

        assertThat(open).endsWith("# EOF\n").containsOnlyOnce("# EOF");
        assertThat(cards(open)).isNotEmpty().isEqualTo(cards(text));
    }

    private static List<String> cards(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith("targetwatch_status{"))
                .toList();
    }

    private static String scrape() {
        return scrape("text/plain");
    }

    private static String scrape(String format) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port)
                .accept(format)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static int cardLines(String metric) {
        return (int)
                scrape().lines().filter(line -> line.startsWith(metric + "{")).count();
    }

    private static Optional<String> value(String metric, String indicator, String region) {
        return line("targetwatch_" + metric + "{plan=\"leshan-2020\",indicator=\"" + indicator + "\",region=\"" + region
                + "\"}");
    }

    private static Optional<String> line(String start) {
        return scrape().lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    private static double number(String metric) {
        return line("targetwatch_" + metric + "{plan=\"leshan-2020\",region=\"511133\",}")
                .map(Double::parseDouble)
                .orElseThrow();
    }
}
