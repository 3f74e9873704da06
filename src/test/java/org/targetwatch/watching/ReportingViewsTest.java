package org.targetwatch.watching;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.Json;
import org.targetwatch.intake.DemoProfile;

/** The views of schema {@code reporting} say what the metrics say, for the month that the metrics show. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class ReportingViewsTest {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)\\{(.*?),?} (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** Cards are stored with ten decimals, of the percentage; metrics have ten of the share. */
    private static final double ROUNDING = 1e-9;

    @Inject
    DataSource service;

    private record Sample(Map<String, String> labels, double value) {
        String card() {
            return labels.get("indicator") + " " + labels.get("region");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target",
                "floor",
                "actual",
                "expected",
                "completion_ratio",
                "lag_points",
                "gap",
                "gap_quantity",
                "status",
                "severity",
                "coverage_ratio",
                "forecast",
                "forecast_probability_ratio"
            })
    void currentCard_inTheView_saysWhatTheMetricSays(String column) throws SQLException {
        Map<String, Double> view = new TreeMap<>();
        read(
                "SELECT indicator, region, month, %s FROM reporting.card WHERE %s IS NOT NULL"
                        .formatted(column, column),
                row -> {
                    view.put(
                            row.getString(1) + " " + row.getString(2) + " "
                                    + row.getString(3).substring(0, 7),
                            row.getDouble(4));
                });
        Map<String, String> months =
                samples("period_timestamp_seconds").stream().collect(toMap(Sample::card, ReportingViewsTest::month));
        List<Sample> metric = samples(column);

        assertThat(metric).isNotEmpty().allSatisfy(sample -> assertThat(
                        view.get(sample.card() + " " + months.get(sample.card())))
                .as(sample.card())
                .isCloseTo(sample.value(), within(ROUNDING * Math.max(1, Math.abs(sample.value())))));
        assertThat(months.entrySet().stream()
                        .filter(entry -> view.containsKey(entry.getKey() + " " + entry.getValue())))
                .as("cards with a number in the view, and in the metric")
                .hasSameSizeAs(metric);
    }

    private static String month(Sample sample) {
        return Instant.ofEpochSecond((long) sample.value())
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toString()
                .substring(0, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "region", "indicator"})
    void names_inTheView_areTheLabelsOfTheMetric(String view) throws SQLException {
        List<Map<String, String>> labels =
                samples(view + "_info").stream().map(Sample::labels).toList();
        List<String> columns = List.copyOf(labels.get(0).keySet());
        List<Map<String, String>> rows = new ArrayList<>();
        read("SELECT %s FROM reporting.%s".formatted(String.join(", ", columns), view), row -> {
            Map<String, String> values = new TreeMap<>();
            for (String column : columns) {
                values.put(column, row.getString(column));
            }
            rows.add(values);
        });
        assertThat(rows).containsExactlyInAnyOrderElementsOf(labels);
    }

    @Test
    void interval_ofAShare_isTheComparisons() throws SQLException {
        List<Map<String, Object>> compared = given().config(Json.EXACT)
                .get("/api/v1/plans/leshan-2020/scorecard/public-kindergarten-share/comparison?period=2020-10")
                .then()
                .statusCode(200)
                .extract()
                .path("regions");
        Map<String, Double> lows = new TreeMap<>();
        read(
                "SELECT region, interval_low * 100 FROM reporting.card WHERE indicator = 'public-kindergarten-share' AND period = '2020-10'",
                row -> lows.put(row.getString(1), row.getDouble(2)));
        List<Map<String, Object>> withInterval =
                compared.stream().filter(one -> one.get("low") != null).toList();
        assertThat(withInterval).isNotEmpty().allSatisfy(one -> assertThat(lows.get(one.get("region")))
                .isCloseTo(((Number) one.get("low")).doubleValue(), within(1e-6)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicator", "card", "revision"})
    void confidentialIndicators_inTheViews_leaveNoTrace(String view) throws SQLException {
        List<String> indicators = new ArrayList<>();
        read("SELECT DISTINCT indicator FROM reporting." + view, row -> indicators.add(row.getString(1)));
        assertThat(indicators).isNotEmpty().noneMatch(code -> code.startsWith("gaokao"));
    }

    @Test
    void revisions_ofACorrectedFigure_areCounted() throws SQLException {
        List<Integer> corrections = new ArrayList<>();
        read(
                "SELECT corrections FROM reporting.report WHERE region = '511129' AND period = '2020-09'",
                row -> corrections.add(row.getInt(1)));
        assertThat(corrections).containsExactly(1);
    }

    @Test
    void lateReports_inTheView_areThoseOfTheCalendar() throws SQLException {
        Map<String, String> view = new TreeMap<>();
        read("SELECT region, period, due_on FROM reporting.report WHERE late > 0", row -> {
            view.put(row.getString(1) + " " + row.getString(2), row.getString(3));
        });
        assertThat(view).isNotEmpty().containsExactlyInAnyOrderEntriesOf(lateInTheCalendar());
    }

    private static Map<String, String> lateInTheCalendar() {
        Map<String, String> late = new TreeMap<>();
        for (int month = 1; month <= 10; month++) {
            String period = "2020-%02d".formatted(month);
            List<Map<String, Object>> regions = given().get("/api/v1/plans/leshan-2020/calendar?period=" + period)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("$");
            regions.stream()
                    .filter(one -> !one.get("late").equals(0))
                    .forEach(one -> late.put(
                            one.get("region") + " " + period, one.get("dueDay").toString()));
        }
        return late;
    }

    @Test
    void dueDays_inTheView_areThePlans() throws SQLException {
        List<Map<String, String>> days = given().get("/api/v1/plans/leshan-2020")
                .then()
                .statusCode(200)
                .extract()
                .path("dueDays");
        Map<String, String> view = new TreeMap<>();
        read("SELECT period, due_on FROM reporting.due_day", row -> view.put(row.getString(1), row.getString(2)));
        assertThat(days).isNotEmpty().allSatisfy(day -> assertThat(view)
                .containsEntry(day.get("period"), day.get("due")));
    }

    @Test
    void serviceRole_readingTheViews_isRefused() throws SQLException {
        try (Connection connection = service.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM reporting.card"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(String sql, RowReader reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.flyway.username"),
                        setting("quarkus.flyway.password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static List<Sample> samples(String metric) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        String scrape =
                given().port(port).accept("text/plain").get("/q/metrics").asString();
        return SAMPLE.matcher(scrape)
                .results()
                .filter(sample -> sample.group(1).equals("targetwatch_" + metric))
                .map(sample -> new Sample(labels(sample.group(2)), Double.parseDouble(sample.group(3))))
                .toList();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return labels;
    }
}
