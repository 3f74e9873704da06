package org.targetwatch.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import org.targetwatch.audit.Hash;

/** Writes an archive line by line: a header, records, and an end by which {@link ArchiveReader} sees that it is whole. */
final class ArchiveWriter {
    static final String HEADER = "archive";
    static final String FOOTER = "end";
    static final int FORMAT = 1;

    private final OutputStream out;
    private final MessageDigest digest = Hash.sha256();
    private final ObjectNode counts = JsonNodeFactory.instance.objectNode();

    ArchiveWriter(OutputStream out) {
        this.out = out;
    }

    void header(String plan, Instant exportedAt) {
        write(Line.of(HEADER)
                .with("format", FORMAT)
                .with("plan", plan)
                .with("exportedAt", exportedAt)
                .bytes());
    }

    void record(Line line) {
        counts.put(line.type(), counts.path(line.type()).asLong() + 1);
        write(line.bytes());
    }

    void end() {
        Line end = Line.of(FOOTER).with("counts", counts);
        write(end.with("sha256", Hash.of(digest.digest())).bytes());
    }

    private void write(byte[] line) {
        try {
            digest.update(line);
            digest.update((byte) '\n');
            out.write(line);
            out.write('\n');
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
