package org.targetwatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.targetwatch.web.Problem;

/** Many who guess at once: hashing passwords is dear, and whoever waits for it holds a thread. */
@QuarkusTest
class LoginsTest {
    private static final int MANY = 200;

    @Inject
    Logins logins;

    private boolean isSentAway(int number) {
        try {
            logins.verify("nobody-" + number, "a-guess-of-twelve", "192.0.2." + number % 250);
            return false;
        } catch (Problem crowded) {
            return crowded.kind() == Problem.Kind.TOO_MANY;
        }
    }

    @Test
    void guesses_moreThanCanBeHashed_areSentAwayAndHoldNoThread() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(MANY);
        try {
            List<Callable<Boolean>> guesses = IntStream.range(0, MANY)
                    .<Callable<Boolean>>mapToObj(number -> () -> isSentAway(number))
                    .toList();
            int sentAway = 0;
            for (Future<Boolean> guess : people.invokeAll(guesses)) {
                sentAway += guess.get() ? 1 : 0;
            }
            assertThat(sentAway).isBetween(1, MANY - 20);
        } finally {
            people.shutdown();
        }
        assertThat(isSentAway(MANY)).as("when the crowd is gone").isFalse();
    }
}
