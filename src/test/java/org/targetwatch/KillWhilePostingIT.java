package org.targetwatch;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Program, database or both are killed in the middle of eleven counties' posting, again and again, on the same data. */
class KillWhilePostingIT {
    private static final int ROUNDS = 20;
    private static final int MANY_ROUNDS = 1_000;
    private static final String BUSINESS_DATE = "-Dtargetwatch.business-date=2020-11-09";

    private enum What {
        PROGRAM,
        DATABASE,
        BOTH
    }

    private final ElevenCounties counties = new ElevenCounties();
    private final Random random = new Random(9);

    @TempDir
    Path folder;

    @Test
    void everythingAnswered_programDatabaseOrBothKilledWhilePosting_isThereAndJudged() throws Exception {
        kill(ROUNDS);
    }

    @Test
    @Tag("long")
    void everythingAnswered_killedAThousandTimes_isThereAndJudged() throws Exception {
        kill(MANY_ROUNDS);
    }

    private void kill(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            try (Program program = Program.start(folder, BUSINESS_DATE)) {
                counties.checkNothingWasLost(program.url());
                killWhilePosting(program, What.values()[round % What.values().length]);
            }
        }
        try (Program program = Program.start(folder, BUSINESS_DATE)) {
            counties.checkNothingWasLost(program.url());
            counties.checkCardsAgainstJudgingFromScratch(program.url(), program.managementUrl());
        }
    }

    /** A database that is killed alone is back without anybody's doing; the program is killed after that. */
    private void killWhilePosting(Program program, What what) throws Exception {
        int enough = counties.answers() + 50 + random.nextInt(200);
        counties.postTo(program.url(), () -> {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> counties.answers() > enough);
            if (what != What.PROGRAM) {
                program.database().orElseThrow().destroyForcibly();
            }
            if (what == What.DATABASE) {
                counties.awaitOneMoreEach(Program.PATIENCE);
            }
            program.kill();
        });
    }
}
