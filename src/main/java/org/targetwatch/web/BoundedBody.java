package org.targetwatch.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A body that is read up to a size, and no longer than an honest sender needs for it: whoever reads it holds a thread meanwhile. */
final class BoundedBody extends FilterInputStream {
    /** So long may be waited for a body whatever its size; behind that it must have come with the least speed on average. */
    private static final long PATIENCE_SECONDS = 20;

    private static final long LEAST_BYTES_PER_SECOND = 1024;

    private final long maxBytes;
    private final LongSupplier nanoTime;
    private long read;
    private long nanosWaited;

    BoundedBody(InputStream body, long maxBytes, LongSupplier nanoTime) {
        super(Objects.requireNonNull(body));
        this.maxBytes = maxBytes;
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int bytes = received(buffer, offset, length);
        read += Math.max(bytes, 0);
        if (read > maxBytes) {
            throw tooLarge(maxBytes);
        }
        if (nanosWaited > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS + read / LEAST_BYTES_PER_SECOND)) {
            throw tooSlow();
        }
        return bytes;
    }

    /** What is done with the body between two readings is no fault of the sender. */
    private int received(byte[] buffer, int offset, int length) {
        long since = nanoTime.getAsLong();
        try {
            return super.read(buffer, offset, length);
        } catch (IOException brokenOff) {
            throw tooSlow();
        } finally {
            nanosWaited += nanoTime.getAsLong() - since;
        }
    }

    static Problem tooLarge(long maxBytes) {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                Text.of(
                        "内容超过允许的大小（%s 字节），请分批提交。",
                        "The content is larger than allowed (%s bytes); send it in parts.", maxBytes));
    }

    private static Problem tooSlow() {
        return Problem.of(
                Problem.Kind.TOO_SLOW,
                new Text(
                        "内容传输过慢或中断，未保存任何内容，请重新提交。",
                        "The content came too slowly or broke off; nothing was stored. Send it again."));
    }
}
