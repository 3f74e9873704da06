package org.targetwatch;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import org.targetwatch.scorecard.Scorecards;

/** The judging of a {@code @QuarkusTest}, which follows a change within moments. */
public final class Judged {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Judged() {}

    /**
     * Returns when nothing waits to be judged. What was changed before shows on every card then, and not half of it: a card
     * that is read between two judgings may already look as expected and still be of the first.
     */
    public static void awaitAll() {
        Scorecards scorecards = CDI.current().select(Scorecards.class).get();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> scorecards.backlog().size() == 0);
    }
}
