package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    private static final long MEGABYTE = 1024L * 1024;

    private long now;

    /** Blanks that come so many at a time, each time after so many seconds. */
    private BoundedBody body(int bytes, int atATime, int seconds) {
        InputStream sender = new ByteArrayInputStream(new byte[bytes]) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                now += TimeUnit.SECONDS.toNanos(seconds);
                return super.read(buffer, offset, Math.min(length, atATime));
            }
        };
        return new BoundedBody(sender, MEGABYTE, () -> now);
    }

    private static void assertRefused(BoundedBody body, Problem.Kind kind) {
        assertThatThrownBy(body::readAllBytes)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    @Test
    void body_upToTheSize_isReadWhole() throws IOException {
        assertThat(body((int) MEGABYTE, 8192, 0).readAllBytes()).hasSize((int) MEGABYTE);
        assertRefused(body((int) MEGABYTE + 1, 8192, 0), Problem.Kind.TOO_LARGE);
    }

    @Test
    void body_overASlowLine_isReadWhole() throws IOException {
        assertThat(body(100_000, 2048, 1).readAllBytes()).hasSize(100_000);
        assertThat(body(15, 1, 1).readAllBytes())
                .as("a small one takes its time")
                .hasSize(15);
    }

    @Test
    void body_thatTricklesIn_isRefused() {
        assertRefused(body(1_000, 1, 1), Problem.Kind.TOO_SLOW);
        assertRefused(body(1_000_000, 1000, 1), Problem.Kind.TOO_SLOW);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(now)).isLessThan(1_000);
    }

    @Test
    void timeBetweenReadings_isNotTheSenders() throws IOException {
        BoundedBody body = body(2_000, 1_000, 0);
        assertThat(body.readNBytes(1_000)).hasSize(1_000);
        now += TimeUnit.HOURS.toNanos(1);
        assertThat(body.readAllBytes()).hasSize(1_000);
    }

    @Test
    void body_thatBreaksOff_isRefusedAsSuch() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertRefused(new BoundedBody(broken, MEGABYTE, () -> now), Problem.Kind.TOO_SLOW);
    }
}
