package org.targetwatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.ElevenCounties;
import org.targetwatch.Program;

/** The machine of the database dies while eleven counties post. */
class PrimaryLostIT {
    @TempDir
    Path folder;

    @TempDir
    Path servers;

    @Test
    void everythingAnswered_primaryLostWhilePosting_isThereAndTheServiceGoesOnByItself() throws Exception {
        ElevenCounties counties = new ElevenCounties();
        try (Patroni database = Patroni.start(servers);
                Program program = Program.launch(
                                folder, database.environment(), "-Dtargetwatch.business-date=2020-11-09")
                        .awaitReady()) {
            counties.postTo(program.url(), () -> {
                await().atMost(Program.PATIENCE).until(() -> counties.answers() > 200);
                database.killPrimary();
                Instant lost = Instant.now();
                counties.awaitOneMoreEach(Program.PATIENCE);
                System.out.printf(
                        "Primary lost while eleven counties post: every county is answered again after %.1f s; %d answered, %d told to try again.%n",
                        Duration.between(lost, Instant.now()).toMillis() / 1000.0,
                        counties.answers(),
                        counties.refusals().size());
            });
            assertThat(counties.refusals()).allMatch(PrimaryLostIT::saysToTryAgain);
            counties.checkNothingWasLost(program.url());
            counties.checkCardsAgainstJudgingFromScratch(program.url(), program.managementUrl());
        }
    }

    private static boolean saysToTryAgain(String refusal) {
        return refusal.startsWith("503 ") && refusal.contains("urn:targetwatch:problem:unavailable");
    }
}
