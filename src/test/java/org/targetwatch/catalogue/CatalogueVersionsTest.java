package org.targetwatch.catalogue;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.catalogue.Catalogue.Edition;
import org.targetwatch.catalogue.Catalogue.PlanRolledOver;
import org.targetwatch.catalogue.Mistakes.CatalogueRefusedException;
import org.targetwatch.web.Problem;

/** The program starts on a folder of its own, named by {@code targetwatch.seeds}, and starts again and again on it. */
@QuarkusTest
@TestProfile(CatalogueVersionsTest.OwnFolder.class)
class CatalogueVersionsTest {
    private static final Path FOLDER = Path.of("target", "test-seeds");
    private static final String ALPHA = "alpha-2021";

    /** A small catalogue instead of the packaged one. */
    public static class OwnFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            writeFiles(GoodFiles.REGIONS, GoodFiles.PLAN);
            return Map.of("targetwatch.seeds", FOLDER.toString(), "targetwatch.due-day", "10");
        }
    }

    /** Hears what other features hear, and asks at that moment, as they do. */
    @ApplicationScoped
    public static class Listener {
        private final List<Integer> indicatorsThen = new ArrayList<>();
        private boolean fails;

        @Inject
        Catalogue catalogue;

        List<Integer> indicatorsThen() {
            return indicatorsThen;
        }

        void setFails(boolean fails) {
            this.fails = fails;
        }

        void changed(@Observes PlanChanged changed) {
            indicatorsThen.add(
                    catalogue.plan(changed.plan()).orElseThrow().indicators().size());
            if (fails) {
                throw new IllegalStateException("A listener failed, on purpose");
            }
        }
    }

    @Inject
    Catalogue catalogue;

    @Inject
    CatalogueStart start;

    @Inject
    CatalogueStore store;

    @Inject
    CatalogueConfig config;

    @Inject
    Clock clock;

    @Inject
    AuditTrail trail;

    @Inject
    Event<PlanChanged> planChanged;

    @Inject
    Event<PlanRolledOver> planRolledOver;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Listener listener;

    @Inject
    DataSource database;

    @BeforeEach
    void startOnTheGoodFiles() {
        writeFiles(GoodFiles.REGIONS, GoodFiles.PLAN);
        start.load();
        listener.indicatorsThen().clear();
    }

    @Test
    void ownFolder_replacesThePackagedCatalogue() {
        when().get("/api/v1/plans").then().body("code", hasItem(ALPHA)).body("code", not(hasItem("leshan-2020")));
        when().get("/api/v1/regions").then().body("name", contains("甲市", "市直属", "乙县", "丙县"));
        when().get("/api/v1/plans/" + ALPHA)
                .then()
                .body("dueDays.find { it.period == '2021-05' }.due", equalTo("2021-06-10"));
    }

    @Test
    void startingAgain_withTheSameContent_storesAndAnnouncesNothing() {
        int before = edition().version();
        writeFiles("# 新加的注释\n" + GoodFiles.REGIONS, GoodFiles.PLAN.replace("year: 2021", "year:    '2021'"));
        start.load();
        assertThat(edition().version()).isEqualTo(before);
        assertThat(listener.indicatorsThen()).isEmpty();
    }

    @Test
    void startingAgain_withAChangedPlan_storesANewVersionAndKeepsTheOldOne() {
        Edition before = edition();
        writeFiles(GoodFiles.REGIONS, withoutSpending());
        start.load();
        assertThat(edition().version()).isEqualTo(before.version() + 1);
        assertThat(edition().plan().indicators()).doesNotContainKey("spending");
        assertThat(catalogue.plan(ALPHA, before.recordedAt()))
                .hasValueSatisfying(plan ->
                        assertThat(plan.indicators()).containsKey("spending").hasSize(4));
        assertThat(catalogue.plan(ALPHA, clock.instant()))
                .hasValueSatisfying(plan -> assertThat(plan.indicators()).hasSize(3));
        assertThat(catalogue.plan(ALPHA, Instant.EPOCH)).isEmpty();
        assertThat(listener.indicatorsThen()).containsExactly(3);
    }

    @Test
    void startingAgain_withChangedRegions_storesANewVersionOfThePlanToo() {
        Edition before = edition();
        writeFiles(GoodFiles.regions("name: 丙县", "name: 丙区"), GoodFiles.PLAN);
        start.load();
        assertThat(edition().version()).isEqualTo(before.version() + 1);
        assertThat(nameOfGamma(edition().plan())).isEqualTo("丙区");
        assertThat(nameOfGamma(catalogue.plan(ALPHA, before.recordedAt()).orElseThrow()))
                .isEqualTo("丙县");
        when().get("/api/v1/regions").then().body("find { it.code == '100002' }.name", equalTo("丙区"));
    }

    @Test
    void startingAgain_withAMistake_storesNothing() {
        int before = edition().version();
        writeFiles(GoodFiles.regions("name: 丙县", "name: 丙区"), GoodFiles.plan("unit: 亿元", "unit: 亿园"));
        assertThatThrownBy(() -> start.load())
                .isInstanceOf(CatalogueRefusedException.class)
                .hasMessageContaining("alpha-2021.yaml:44 indicators[investment].unit");
        assertThat(edition().version()).isEqualTo(before);
        assertThat(nameOfGamma(edition().plan())).isEqualTo("丙县");
    }

    @Test
    void indicatorWithFigures_keepsItsKindAndMeasure_butMayBeRenamed() {
        given().contentType(ContentType.JSON)
                .body(
                        """
                        {"figures": [{"indicator": "investment", "region": "100001", "period": "2020-10", "value": 6, "unit": "亿元"}]}""")
                .post("/api/v1/plans/" + ALPHA + "/figures")
                .then()
                .statusCode(200);
        writeFiles(GoodFiles.REGIONS, GoodFiles.plan("kind: flow-to-date", "kind: stock"));
        assertStartRefusedFor("investment");
        writeFiles(
                GoodFiles.REGIONS,
                GoodFiles.plan(
                        "unit: 亿元\n    kind: flow-to-date\n    trajectory: {steps: {2021-03: 5, 2021-09: 12.5}}",
                        "unit: 所\n    kind: flow-to-date"));
        assertStartRefusedFor("investment");
        writeFiles(GoodFiles.REGIONS, GoodFiles.plan("unit: 亿元", "unit: 万元"));
        start.load();
        assertThat(edition()
                        .plan()
                        .requireIndicator("investment")
                        .measure()
                        .unit()
                        .symbol())
                .isEqualTo("万元");
    }

    @Test
    void indicatorWithADecidedTarget_keepsItsDirection() {
        given().contentType(ContentType.JSON)
                .body(
                        """
                        {"value": 52, "unit": "%", "effectiveFrom": "2021-10", "reason": "会议纪要"}""")
                .put("/api/v1/plans/" + ALPHA + "/targets/share/100001")
                .then()
                .statusCode(200);
        writeFiles(
                GoodFiles.REGIONS,
                GoodFiles.plan("target: 50\n    floor: 45", "target: 50\n    direction: at-most\n    floor: 55"));
        assertStartRefusedFor("share");
        when().get("/api/v1/plans/" + ALPHA + "/targets/share/100001").then().statusCode(200);
    }

    private void assertStartRefusedFor(String indicator) {
        int before = edition().version();
        assertThatThrownBy(() -> start.load())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("targets of " + indicator + " already");
        assertThat(edition().version()).isEqualTo(before);
    }

    @Test
    void eightProgramsStartingAtOnce_storeOneNewVersion() {
        int before = edition().version();
        Seeds changed = GoodFiles.read(GoodFiles.with(GoodFiles.REGIONS, withoutSpending()));
        IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> catalogue.store(changed)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(edition().version()).isEqualTo(before + 1);
        assertThat(listener.indicatorsThen()).containsExactly(3);
    }

    @Test
    void anotherReplica_picksUpWhatThisOneStored() {
        Catalogue replica = anotherCatalogue();
        assertThat(replica.plan(ALPHA).orElseThrow().indicators()).hasSize(4);
        writeFiles(GoodFiles.REGIONS, withoutSpending());
        start.load();
        assertThat(replica.plan(ALPHA).orElseThrow().indicators()).hasSize(4);
        QuarkusTransaction.requiringNew().run(replica::reloadIfNewer);
        assertThat(replica.plan(ALPHA).orElseThrow().indicators()).hasSize(3);
        assertThat(replica.edition(ALPHA))
                .map(Edition::version)
                .hasValue(edition().version());
    }

    @Test
    void planThatLeftTheFolder_isStillThere() throws IOException {
        Files.writeString(FOLDER.resolve("beta.yaml"), GoodFiles.plan("code: alpha-2021", "code: beta-2021"));
        start.load();
        Files.delete(FOLDER.resolve("beta.yaml"));
        start.load();
        assertThat(catalogue.plan("beta-2021")).isPresent();
    }

    // ---- plans that were rolled over ----

    @Test
    void rolledOverPlan_isLeftAloneByStartsWithoutAFileOfIt() {
        Edition draft = catalogue.rollOver(ALPHA, draft("gamma-2022", "新"), "local");
        assertThat(listener.indicatorsThen()).containsExactly(4);

        writeFiles(GoodFiles.regions("name: 丙县", "name: 丙区"), withoutSpending());
        start.load();
        Edition restarted = anotherCatalogue().requireEdition("gamma-2022");

        assertThat(restarted.version()).isEqualTo(1);
        assertThat(restarted.recordedAt()).isEqualTo(draft.recordedAt());
        assertThat(restarted.plan().indicators()).isEqualTo(draft.plan().indicators());
        assertThat(nameOfGamma(restarted.plan()))
                .as("its regions are those it was made with")
                .isEqualTo("丙县");
    }

    @Test
    void fileOfARolledOverPlan_isItsNextVersion() throws IOException {
        catalogue.rollOver(ALPHA, draft("delta-2022", "新"), "local");
        Path file = FOLDER.resolve("delta-2022.yaml");
        Files.writeString(
                file, GoodFiles.PLAN.replace("alpha-2021", "delta-2022").replace("2021", "2022"));
        try {
            start.load();
        } finally {
            Files.delete(file);
        }
        Edition issued = catalogue.requireEdition("delta-2022");
        assertThat(issued.version()).isEqualTo(2);
        assertThat(issued.plan().requireIndicator("schools").target().isDecided())
                .isTrue();
    }

    @Test
    void rollOver_thatFails_leavesNothingBehind() {
        listener.setFails(true);
        try {
            assertThatThrownBy(() -> catalogue.rollOver(ALPHA, draft("epsilon-2022", "失败"), "local"))
                    .hasMessageContaining("on purpose");
        } finally {
            listener.setFails(false);
        }
        assertThat(catalogue.plan("epsilon-2022")).isEmpty();

        catalogue.rollOver(ALPHA, draft("epsilon-2022", "成功"), "local");
        assertThat(catalogue.require("epsilon-2022").name()).isEqualTo("成功");
    }

    @Test
    void rollOver_underWay_isSeenByNobodyElse() {
        QuarkusTransaction.requiringNew().run(() -> {
            catalogue.rollOver(ALPHA, draft("zeta-2022", "新"), "local");
            assertThat(catalogue.plan("zeta-2022")).isPresent();
            assertThat(CompletableFuture.supplyAsync(() -> catalogue.plan("zeta-2022"))
                            .join())
                    .isEmpty();
        });
        assertThat(CompletableFuture.supplyAsync(() -> catalogue.plan("zeta-2022"))
                        .join())
                .isPresent();
    }

    private Draft draft(String code, String name) {
        return new Draft(edition().plan(), code, 2022, name, "New plan", LocalDate.of(2021, 12, 20));
    }

    private Catalogue anotherCatalogue() {
        Catalogue another = new Catalogue(store, config, clock, trail, planChanged, planRolledOver, transaction);
        QuarkusTransaction.requiringNew().run(another::reloadIfNewer);
        return another;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE plan_version SET version = version + 1000",
                "DELETE FROM plan_version",
                "UPDATE regions_version SET content = '{}'",
                "DELETE FROM regions_version"
            })
    void serviceRole_cannotRewriteHistory(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private Edition edition() {
        return catalogue.edition(ALPHA).orElseThrow();
    }

    private static String nameOfGamma(Plan plan) {
        return plan.regions().find("100002").orElseThrow().name();
    }

    private static String withoutSpending() {
        return GoodFiles.PLAN.substring(0, GoodFiles.PLAN.indexOf("  - code: spending"));
    }

    private static void writeFiles(String regions, String plan) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("regions.yaml"), regions);
            Files.writeString(FOLDER.resolve("alpha-2021.yaml"), plan);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
