package org.targetwatch.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Reported;

/**
 * How the database answers what the program asks all day: by {@code EXPLAIN (ANALYZE, BUFFERS)} of every statement, with its
 * real parameters, over a year of figures and cards.
 */
final class HotQueries {
    private static final Pattern WHOLE_TABLE =
            Pattern.compile("Seq Scan on (figure|revision|card|sealed_head|target)\\b");
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** Every county, indicator and month; the judging of a plan without figures has stored the cards. */
    private static final String FIGURES =
            """
            WITH one AS (
                SELECT ? AS plan, region, indicator, period,
                    row_number() OVER (PARTITION BY region ORDER BY indicator, period) AS seq
                FROM unnest(?::text[]) AS region, unnest(?::text[]) AS indicator, generate_series(2020 * 12, 2020 * 12 + 9) AS period),
            sent AS (
                INSERT INTO batch (plan, id, recorded_at, recorded_by)
                SELECT DISTINCT plan, '00000000-0000-0000-0000-000000000001'::uuid, now(), 'synthetic' FROM one),
            kept AS (
                INSERT INTO revision (plan, region, seq, indicator, period, numerator, denominator, quality, batch, recorded_at, recorded_by, hash)
                SELECT plan, region, seq, indicator, period, 1, 2, 'certified', '00000000-0000-0000-0000-000000000001', now(),
                    'synthetic', decode(repeat('00', 32), 'hex') FROM one)
            INSERT INTO figure (plan, region, indicator, period, seq, numerator, denominator, quality, recorded_at, recorded_by, received_on)
            SELECT plan, region, indicator, period, seq, 1, 2, 'certified', now(), 'synthetic', date '2020-11-05' FROM one""";

    private static final String HEADS =
            """
            INSERT INTO chain_head (plan, region, seq) SELECT ?, region, ? FROM unnest(?::text[]) AS region
            ON CONFLICT (plan, region) DO UPDATE SET seq = EXCLUDED.seq""";

    private final DataSource service;
    private final Territory territory;

    HotQueries(DataSource service, Territory territory) {
        this.service = service;
        this.territory = territory;
    }

    void check() throws SQLException {
        awaitJudged();
        fill();
        Asked asked = new Asked(territory);
        Heard.listen(true);
        asked.reads().values().forEach(Runnable::run);
        asked.post("", 1, 1, 1);
        awaitJudged();
        List<Heard> heard = Heard.all();
        Heard.listen(false);
        assertThat(heard).anyMatch(one -> one.thread().equals("judging")).anyMatch(one -> one.thread()
                .equals("snapshot"));
        assertThat(heard)
                .filteredOn(one ->
                        one.plan() != null && WHOLE_TABLE.matcher(one.plan()).find())
                .as("statements that look through a whole table")
                .isEmpty();
        assertThat(heard).filteredOn(one -> one.plan() != null).hasSizeGreaterThan(60);
    }

    private void fill() throws SQLException {
        List<String> counties = territory.counties();
        try (Connection connection = service.getConnection();
                PreparedStatement figures = connection.prepareStatement(FIGURES);
                PreparedStatement heads = connection.prepareStatement(HEADS)) {
            List<String> indicators =
                    territory.indicators().stream().map(Reported::code).toList();
            figures.setString(1, territory.plan());
            figures.setArray(2, connection.createArrayOf("text", counties.toArray()));
            figures.setArray(3, connection.createArrayOf("text", indicators.toArray()));
            figures.executeUpdate();
            heads.setString(1, territory.plan());
            heads.setInt(2, indicators.size() * 10);
            heads.setArray(3, connection.createArrayOf("text", counties.toArray()));
            heads.executeUpdate();
        }
    }

    private void awaitJudged() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(this::isJudged);
    }

    private boolean isJudged() throws SQLException {
        try (Connection connection = service.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT NOT EXISTS (SELECT FROM judging_note) AND EXISTS (SELECT FROM judged_day)");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
