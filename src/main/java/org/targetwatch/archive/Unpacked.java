package org.targetwatch.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a body holds, plain or packed with gzip, whichever its first bytes say. What is unpacked may not grow beyond all
 * measure: a small body that stands for more than a server can hold is refused while it is read.
 */
final class Unpacked extends InputStream {
    /** Archives shrink to an eighth or less at best, for hashes do not shrink. */
    private static final int MOST_TIMES = 100;

    private static final long FREE = 1 << 20;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** The body is packed such that it would grow beyond measure. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Counted packed;
    private @Nullable InputStream unpacked;
    private long count;

    private Unpacked(Counted packed) {
        this.packed = packed;
    }

    static InputStream of(InputStream body) throws IOException {
        BufferedInputStream start = new BufferedInputStream(body);
        start.mark(2);
        int magic = start.read() << 8 | start.read();
        start.reset();
        return magic == GZIP_MAGIC ? new Unpacked(new Counted(start)) : start;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (unpacked == null) {
            unpacked = new GZIPInputStream(packed, 1 << 16);
        }
        int read = unpacked.read(buffer, offset, length);
        count += Math.max(read, 0);
        if (count > FREE + MOST_TIMES * packed.count) {
            throw new BombException();
        }
        return read;
    }

    /** Counts what is read of the packed bytes. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream packed) {
            super(packed);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
