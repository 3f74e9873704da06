package org.targetwatch.scorecard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.figure.Figures;
import org.targetwatch.target.Targets;

/** Wherever the clock jumps, the cards are those of the day it shows; two replicas that disagree about midnight do not fight. */
@QuarkusTest
@TestProfile(JumpingClockTest.NoFixedDate.class)
class JumpingClockTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String PLAN = "leshan-2020";
    private static final String NOVEMBER_ENDS = "2020-11-30T23:59:58";
    private static final String DECEMBER_BEGINS = "2020-12-01T00:00:01";

    @Inject
    Catalogue catalogue;

    @Inject
    Scorecards scorecards;

    @Inject
    CardStore cards;

    @Inject
    Figures figures;

    @Inject
    Targets targets;

    @Inject
    Exemptions exemptions;

    @Inject
    DataSource database;

    public static final class NoFixedDate implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("targetwatch.business-date", "");
        }
    }

    @BeforeEach
    void reportOctober() {
        itIs("2020-11-09T10:00:00");
        awaitJudgedOn("2020-11-09");
        report(COUNTIES.stream()
                .map(county -> quantity("petition-backlog", county, "2020-10", "3", "件"))
                .toArray(String[]::new));
        awaitJudgedOn("2020-11-09");
    }

    private void itIs(String time) {
        QuarkusMock.installMockForType(
                Clock.fixed(LocalDateTime.parse(time).atZone(SHANGHAI).toInstant(), SHANGHAI), Clock.class);
    }

    @Test
    void cards_whereverTheClockJumps_areThoseOfItsDay() {
        for (String day : List.of("2020-12-20", "2020-10-15", "2021-01-08", "2020-11-09")) {
            itIs(day + "T10:00:00");
            awaitJudgedOn(day);
            assertCardsAreJudgedOn(day);
        }
    }

    @Test
    void replicas_whoseClocksDifferAtMidnight_agreeOnTheLaterDay() throws SQLException {
        itIs(NOVEMBER_ENDS);
        awaitJudgedOn("2020-11-30");
        itIs(DECEMBER_BEGINS);
        awaitJudgedOn("2020-12-01");
        String before = newestVersion();

        itIs(NOVEMBER_ENDS);
        report(quantity("petition-backlog", COUNTIES.get(0), "2020-10", "4", "件"));
        await().until(() ->
                !newestVersion().equals(before) && scorecards.backlog().size() == 0);

        assertThat(judgedDay()).isEqualTo("2020-12-01");
        assertCardsAreJudgedOn("2020-12-01");
    }

    /** A due day passes without a card being written: what is shown moves all the same. */
    @Test
    void metrics_behindADueDay_showTheNextMonth() throws SQLException {
        itIs("2020-11-04T10:00:00");
        awaitJudgedOn("2020-11-04");
        await().untilAsserted(() -> assertThat(shownMonth()).contains(YearMonth.of(2020, 9)));
        String before = newestVersion();

        itIs("2020-11-06T10:00:00");
        awaitJudgedOn("2020-11-06");
        await().untilAsserted(() -> assertThat(shownMonth()).contains(YearMonth.of(2020, 10)));
        assertThat(newestVersion()).isEqualTo(before);
    }

    /** Of an indicator about which nothing was reported; empty before the first look. */
    private static Optional<YearMonth> shownMonth() {
        String start =
                "targetwatch_period_timestamp_seconds{plan=\"leshan-2020\",indicator=\"disabled-enrolment-rate\",region=\"%s\"} "
                        .formatted(CITY);
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port)
                .accept("text/plain")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> (long) Double.parseDouble(line.substring(start.length())))
                .map(seconds -> YearMonth.from(Instant.ofEpochSecond(seconds).atZone(SHANGHAI)))
                .findFirst();
    }

    private void awaitJudgedOn(String day) {
        await().until(() -> judgedDay().equals(day) && scorecards.backlog().size() == 0);
    }

    private void assertCardsAreJudgedOn(String day) {
        Plan plan = catalogue.require(PLAN);
        QuarkusTransaction.requiringNew().run(() -> {
            PlanCards scratch = new KnownCards(
                    plan,
                    LocalDate.parse(day),
                    Instant.parse("2100-01-01T00:00:00Z"),
                    figures,
                    targets,
                    exemptions.of(PLAN, null));
            for (String region : List.of(CITY, COUNTIES.get(0))) {
                assertThat(cards.of(PLAN, region).stream().map(CardRow::of))
                        .as("%s on %s", region, day)
                        .containsExactlyInAnyOrderElementsOf(scratch.ofRegion(region).stream()
                                .map(CardRow::of)
                                .toList());
            }
        });
    }

    private String judgedDay() throws SQLException {
        return ask("SELECT day::text FROM judged_day WHERE plan = 'leshan-2020'")
                .orElse("none");
    }

    private String newestVersion() throws SQLException {
        return ask("SELECT max(version)::text FROM card").orElseThrow();
    }

    private Optional<String> ask(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
