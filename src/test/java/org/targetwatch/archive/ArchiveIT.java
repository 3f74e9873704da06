package org.targetwatch.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Program;

/** The demonstration moves to an empty server, which is then started once more. */
class ArchiveIT {
    private static final String BUSINESS_DATE = "-Dtargetwatch.business-date=2020-11-09";

    @TempDir
    Path oldFolder;

    @TempDir
    Path newFolder;

    private ArchiveFile archive;
    private Instant[] moments;
    private Map<String, String> answers;

    @Test
    void emptyServer_fedWithTheArchiveOfAnother_answersAsThatDid() {
        exportTheDemonstration();
        try (Program program = Program.start(newFolder, BUSINESS_DATE)) {
            Server server = new Server(program.url());
            server.restore(archive.packed()).statusCode(201).body("plan", equalTo("leshan-2020"));
            assertSame(program);
            server.restore(archive.bytes()).statusCode(409);
            program.stop();
        }
        try (Program program = Program.start(newFolder, BUSINESS_DATE)) {
            assertSame(program);
        }
    }

    private void exportTheDemonstration() {
        try (Program program = Program.start(oldFolder, "-Dquarkus.profile=demo", "-Dtargetwatch.data-dir=data")) {
            Server server = new Server(program.url());
            Instant demonstration = Instant.now();
            moments = new Instant[] {demonstration, server.live()};
            await().atMost(Program.PATIENCE).until(() -> isJudged(program));
            answers = server.answers(moments);
            archive = server.export();
            server.assertIntact();
        }
    }

    private static boolean isJudged(Program program) {
        return RestAssured.get(program.managementUrl() + "/q/metrics")
                .asString()
                .contains("targetwatch_judging_queue_size 0.0");
    }

    /** Comparing takes long enough that it should not begin before all is judged. */
    private void assertSame(Program program) {
        Server server = new Server(program.url());
        await().atMost(Program.PATIENCE).until(() -> isJudged(program));
        await().atMost(Program.PATIENCE)
                .untilAsserted(() -> assertThat(server.answers(moments)).isEqualTo(answers));
        assertThat(server.export().records()).isEqualTo(archive.records());
        server.assertIntact();
    }
}
