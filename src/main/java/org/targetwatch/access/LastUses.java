package org.targetwatch.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Remembers when tokens were used, and writes it down once a minute: a token's use costs no statement of its own. The same minute makes rows of what
 * commands did beside the program.
 */
@ApplicationScoped
class LastUses {
    private static final Logger LOG = Logger.getLogger(LastUses.class);
    private static final long SECONDS_BETWEEN = 60;
    private static final long SECONDS_TO_END = 5;

    private final AccessChange change;
    private final Clock clock;
    private final Map<Long, Instant> noted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writes =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "last-uses"));

    LastUses(AccessChange change, Clock clock) {
        this.change = change;
        this.clock = clock;
    }

    void note(long token) {
        noted.put(token, clock.instant());
    }

    void start(@Observes StartupEvent started) {
        writes.scheduleWithFixedDelay(this::write, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        writes.shutdown();
        writes.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        write();
    }

    /** A failed write loses nothing but the minute: what was noted since is written next time. */
    void write() {
        Map<Long, Instant> written = new HashMap<>(noted);
        try {
            change.takeNotes();
            if (!written.isEmpty()) {
                change.read(store -> {
                    store.used(written);
                    return written.size();
                });
                written.forEach(noted::remove);
            }
        } catch (RuntimeException failure) {
            LOG.warnf(
                    failure,
                    "When tokens were used last could not be written and is tried again: %s",
                    failure.getMessage());
        }
    }
}
