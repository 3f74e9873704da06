package org.targetwatch.scorecard;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.targetwatch.Json;
import org.targetwatch.Judged;
import org.targetwatch.Owner;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.measure.Seeded;

/** What a post says it does to the cards of its county and of all above is what judging makes of it a moment later. */
@QuarkusTest
@TestProfile(EffectsTest.ThreeLevels.class)
class EffectsTest {
    private static final int COUNTIES = 6;
    private static final Territory LAND = new Territory("effects-2020", "E", List.of(2, COUNTIES));
    private static final String PLAN = "/api/v1/plans/" + LAND.plan() + "/figures";
    private static final int LAST_MONTH = 10;
    private static final int ROUNDS = 30;
    private static final String SHARE = "public-kindergarten-share";
    private static final String MIDDLE = "E100000";

    @Inject
    CardStore cards;

    @Inject
    DataSource database;

    public static final class ThreeLevels implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Path seeds = Territory.writeSeeds(Path.of("target", "seeds-" + LAND.plan()), LAND);
            return Map.of(
                    "targetwatch.seeds", seeds.toAbsolutePath().toString(), "targetwatch.business-date", "2020-11-05");
        }
    }

    /** What people see of a card. */
    private record Seen(List<String> key, String status, @Nullable BigDecimal actual) {
        static Seen of(Card card) {
            return new Seen(
                    List.of(card.region(), card.indicator(), card.period().toString()),
                    card.assessment().status().code(),
                    Optional.ofNullable(card.assessment().actual())
                            .map(actual -> actual.rounded().stripTrailingZeros())
                            .orElse(null));
        }

        static Seen of(Map<String, Object> effect) {
            return new Seen(
                    Stream.of("region", "indicator", "period")
                            .map(field -> effect.get(field).toString())
                            .toList(),
                    effect.get("to").toString(),
                    Optional.ofNullable(effect.get("toActual"))
                            .map(actual -> new BigDecimal(actual.toString()).stripTrailingZeros())
                            .orElse(null));
        }
    }

    private final Map<List<String>, Sent> standing = new LinkedHashMap<>();

    @Test
    void effects_ofAnyHistory_areWhatJudgingMakesOfIt() {
        Seeded.times(ROUNDS, seeded -> {
            if (seeded.chance(30)) {
                withdrawOne(seeded);
            }
            List<Sent> figures = figures(seeded);
            Map<List<String>, Seen> before = cards(figures);

            Set<Seen> said = post(figures);

            Set<Seen> changed = cards(figures).values().stream()
                    .filter(card -> !card.equals(before.get(card.key())))
                    .collect(toSet());
            assertThat(said).isEqualTo(changed);
            figures.forEach(figure -> standing.put(subject(figure), figure));
        });
        assertThat(standing).hasSizeGreaterThan(ROUNDS);
    }

    /** Somebody else is busy with the region above, so that its card lags behind those below: it is not built upon. */
    @Test
    void effects_whileTheRegionAboveWaitsToBeJudged_areOfWhatWasReported() throws SQLException {
        post(month(0, 1));
        post(month(1, 1));
        cards(List.of());
        Set<Seen> said;
        try (Connection other = Owner.connect();
                Statement statement = other.createStatement()) {
            statement.execute(
                    "SELECT pg_advisory_lock(hashtextextended('%s/%s/%s', 0))".formatted(LAND.plan(), SHARE, MIDDLE));
            post(month(0, 9));
            await().until(() -> waiting().equals(Set.of(MIDDLE)));

            said = post(month(1, 2));
        }

        assertThat(said).anySatisfy(seen -> assertThat(seen.key()).startsWith(MIDDLE, SHARE));
        assertThat(cards(month(1, 2)).values()).containsAll(said);
    }

    private static List<Sent> month(int county, int revision) {
        return LAND.month(county, LAST_MONTH, revision).toList();
    }

    private Set<String> waiting() throws SQLException {
        Set<String> regions = new HashSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT region FROM judging_note")) {
            while (rows.next()) {
                regions.add(rows.getString(1));
            }
        }
        return regions;
    }

    private static List<String> subject(Sent figure) {
        return List.of(figure.indicator().code(), figure.region(), figure.period());
    }

    /** Of up to three counties all indicators in one month or two, as much as ever. */
    private static List<Sent> figures(Seeded seeded) {
        int first = seeded.between(0, COUNTIES - 1);
        int last = Math.min(COUNTIES - 1, first + seeded.between(0, 2));
        int month = seeded.between(LAST_MONTH - 3, LAST_MONTH - 1);
        int revision = seeded.between(0, 15);
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(county -> Stream.of(month, month + seeded.between(0, 1))
                        .distinct()
                        .flatMap(number -> LAND.month(county, number, revision)))
                .toList();
    }

    /** All cards of the indicators and periods of {@code figures}, when nothing waits to be judged. */
    private Map<List<String>, Seen> cards(List<Sent> figures) {
        Judged.awaitAll();
        Set<List<String>> posted = figures.stream()
                .map(figure -> List.of(figure.indicator().code(), figure.period()))
                .collect(toSet());
        return QuarkusTransaction.requiringNew().call(() -> LAND.everybody()
                .flatMap(region -> cards.of(LAND.plan(), region).stream())
                .filter(Card::isExpected)
                .filter(card ->
                        posted.contains(List.of(card.indicator(), card.period().toString())))
                .map(Seen::of)
                .collect(toMap(Seen::key, card -> card)));
    }

    private static Set<Seen> post(List<Sent> figures) {
        return given()
                .config(Json.EXACT)
                .contentType(ContentType.JSON)
                .body(Territory.json(figures.stream()))
                .post(PLAN)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("effects")
                .stream()
                .map(Seen::of)
                .collect(toSet());
    }

    /** What is gone may have been the only one of its sum. */
    private void withdrawOne(Seeded seeded) {
        standing.keySet().stream()
                .skip(seeded.between(0, standing.size()))
                .findFirst()
                .ifPresent(subject -> {
                    given().contentType(ContentType.JSON)
                            .body("{\"reason\": \"口径有误，重新核对\"}")
                            .post(PLAN + "/" + String.join("/", subject) + "/withdraw")
                            .then()
                            .statusCode(200);
                    standing.remove(subject);
                });
    }
}
