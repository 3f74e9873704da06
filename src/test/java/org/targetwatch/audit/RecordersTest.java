package org.targetwatch.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordersTest {
    @Inject
    Recorders recorders;

    @Inject
    Session session;

    private Object waiting() {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", Long.class)
                .getSingleResult());
    }

    /** What has taken its time but not committed would change the answer for that time afterwards. */
    @Test
    void reader_whileSomebodyIsRecording_waitsForTheCommit() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> recording = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    recorders.time(Optional.empty());
                    taken.countDown();
                    awaitUnchecked(commit);
                }));
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> recorders.await());
        await().until(() -> waiting().equals(1L));
        assertThat(reading).isNotDone();

        commit.countDown();
        await().untilAsserted(() -> assertThat(reading).isCompleted());
        recording.get(10, TimeUnit.SECONDS);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void time_afterTheClockWasSetBack_isNotBeforeTheRecordBefore() {
        Instant future = Instant.parse("2199-01-01T00:00:00Z");
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(recorders.time(Optional.of(future))).isEqualTo(future);
            assertThat(recorders.time(Optional.of(Instant.EPOCH))).isBetween(Instant.EPOCH, Instant.now());
        });
    }

    @Test
    void time_outsideATransaction_isRefused() {
        assertThatThrownBy(() -> recorders.time(Optional.empty())).isInstanceOf(Exception.class);
    }
}
