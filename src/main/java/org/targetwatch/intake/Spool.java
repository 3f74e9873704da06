package org.targetwatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body kept on disk while it is read more than once, so that its size needs no memory; closing deletes it. */
record Spool(Path file) implements AutoCloseable {

    static Spool of(InputStream body) throws IOException {
        Spool spool = new Spool(Files.createTempFile("targetwatch-", ".tmp"));
        try (OutputStream out = Files.newOutputStream(spool.file)) {
            body.transferTo(out);
            return spool;
        } catch (IOException | RuntimeException interrupted) {
            spool.close();
            throw interrupted;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
