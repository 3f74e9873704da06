package org.targetwatch.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** The lines of an archive as bytes, one in memory at a time. */
final class Lines {
    /** A plan with all its regions stands in one line; a country's regions are some five million characters. */
    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private int number;
    private boolean breaksOff;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that was asked for last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line that was read last has no end. */
    boolean breaksOff() {
        return breaksOff;
    }

    /**
     * The next line without its end; null behind the last one.
     *
     * @throws Problem when it is too long, or packed content breaks off
     */
    byte @Nullable [] next() throws IOException {
        number++;
        if (position == limit && !fill()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        do {
            int end = endOfLine();
            line.write(buffer, position, end - position);
            position = end;
            refuseTooLong(line.size());
        } while (position == limit && fill());
        breaksOff = position == limit;
        position += breaksOff ? 0 : 1;
        return line.toByteArray();
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        try {
            limit = Math.max(in.read(buffer), 0);
            position = 0;
            return limit > 0;
        } catch (Unpacked.BombException bomb) {
            throw Refusal.damaged(number, new Text("压缩内容展开后大得异常。", "packed content that would grow beyond measure."));
        } catch (EOFException | ZipException damaged) {
            throw Refusal.damaged(number, new Text("压缩内容在此中断或已损坏。", "packed content that breaks off or is damaged."));
        }
    }

    private void refuseTooLong(int size) {
        if (size > LONGEST) {
            throw Refusal.line(number, Text.of("行超过 %s 字节。", "it is longer than %s bytes.", LONGEST));
        }
    }
}
