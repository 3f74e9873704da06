package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.Catalogue.Edition;
import org.targetwatch.web.Problem;

/** A server with a plan file of its own, to which versions of another server are brought, and which starts again. */
@QuarkusTest
@TestProfile(RestoredVersionsTest.OwnFolder.class)
class RestoredVersionsTest {
    private static final String ALPHA = "alpha-2021";
    private static final Instant LONG_AGO = Instant.parse("2020-12-01T00:00:00Z");

    /** A small catalogue instead of the packaged one. */
    public static class OwnFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createDirectories(Path.of("target", "test-seeds-restored"));
                Files.writeString(folder.resolve("regions.yaml"), GoodFiles.REGIONS);
                Files.writeString(folder.resolve("alpha-2021.yaml"), GoodFiles.PLAN);
                return Map.of("targetwatch.seeds", folder.toString());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    @Inject
    Catalogue catalogue;

    @Inject
    CatalogueStart start;

    @Test
    void sameVersionOfAnotherServer_isThePastOfTheOwnOne() {
        Edition before = edition();
        catalogue.restore(ALPHA, List.of(version(LONG_AGO, GoodFiles.PLAN)));
        assertThat(edition()).isEqualTo(before);
        assertThat(catalogue.plan(ALPHA, LONG_AGO)).isPresent();
        assertThat(catalogue.plan(ALPHA, LONG_AGO.minusMillis(1))).isEmpty();
        start.load();
        assertThat(edition()).isEqualTo(before);
    }

    @Test
    void otherVersionOfAnotherServer_isThePastOfTheOwnOne() {
        Edition before = edition();
        catalogue.restore(ALPHA, List.of(version(LONG_AGO.plusSeconds(9), withoutSpending())));
        assertThat(edition()).isEqualTo(before);
        assertThat(catalogue.plan(ALPHA, LONG_AGO.plusSeconds(9)).orElseThrow().indicators())
                .hasSize(3);
    }

    @Test
    void laterVersionOfAnotherServer_isFollowedByTheOwnOneAgain() {
        Edition before = edition();
        Instant later = before.recordedAt().plusMillis(1);
        catalogue.restore(ALPHA, List.of(version(later, withoutSpending())));

        assertThat(edition().plan()).isEqualTo(before.plan());
        assertThat(edition().recordedAt()).isAfterOrEqualTo(later);
        assertThat(catalogue.plan(ALPHA, before.recordedAt()).orElseThrow().indicators())
                .hasSize(4);
        int version = edition().version();
        start.load();
        assertThat(edition().version()).isEqualTo(version);
    }

    @Test
    void planWithoutAFile_isWhatTheOtherServerKnewLast() {
        String regions = GoodFiles.regions("name: 丙县", "name: 丙区");
        String omega = GoodFiles.PLAN.replace(ALPHA, "omega-2021");
        catalogue.restore(
                "omega-2021",
                List.of(version(LONG_AGO, GoodFiles.REGIONS, omega), version(LONG_AGO.plusSeconds(1), regions, omega)));

        assertThat(nameOfGamma(catalogue.require("omega-2021"))).isEqualTo("丙区");
        assertThat(nameOfGamma(catalogue.plan("omega-2021", LONG_AGO).orElseThrow()))
                .isEqualTo("丙县");
        assertThat(catalogue.versions("omega-2021"))
                .extracting(PlanVersion::recordedAt)
                .containsExactly(LONG_AGO, LONG_AGO.plusSeconds(1));
        int version = edition().version();
        start.load();
        assertThat(edition().version()).isEqualTo(version);
        assertThat(nameOfGamma(catalogue.require("omega-2021"))).isEqualTo("丙区");
    }

    @Test
    void versionOfAnotherPlan_isRefused() {
        assertThatThrownBy(() -> catalogue.restore("psi-2021", List.of(version(LONG_AGO, GoodFiles.PLAN))))
                .isInstanceOf(Problem.class);
        assertThat(catalogue.plan("psi-2021")).isEmpty();
    }

    private static PlanVersion version(Instant recordedAt, String plan) {
        return version(recordedAt, GoodFiles.REGIONS, plan);
    }

    private static PlanVersion version(Instant recordedAt, String regions, String plan) {
        Seeds seeds = GoodFiles.read(GoodFiles.with(regions, plan));
        return new PlanVersion(
                recordedAt, seeds.regions(), seeds.plans().values().iterator().next());
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
}
