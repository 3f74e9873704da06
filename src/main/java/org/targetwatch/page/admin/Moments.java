package org.targetwatch.page.admin;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as pages send them. */
final class Moments {
    private Moments() {}

    /** When something had changed last as somebody saw it; for what cannot be read, a moment at which nothing ever changed. */
    static Instant seen(@Nullable String sent) {
        try {
            return Instant.parse(String.valueOf(sent));
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }
}
