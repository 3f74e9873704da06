package org.targetwatch.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading when one record grows beyond reason, as it does behind a quote that is never closed. */
final class RecordReader extends FilterReader {
    private static final int LONGEST = 100_000;

    private int sinceRecord;

    RecordReader(Reader text) {
        super(text);
    }

    /** To be called when a record is complete. */
    void recordIsComplete() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        return counted(read, read);
    }

    private int counted(int result, int characters) throws IOException {
        sinceRecord += Math.max(characters, 0);
        if (sinceRecord > LONGEST) {
            throw new IOException("A record has more than " + LONGEST + " characters");
        }
        return result;
    }
}
