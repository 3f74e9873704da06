package org.targetwatch.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine's token, without its secret, which nobody knows but its holder.
 *
 * @param name how what it does is recorded; never given to another
 * @param lastUsedAt to the minute, about
 */
record Token(
        long id,
        String name,
        Grant grant,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant lastUsedAt) {

    boolean isValidAt(Instant moment) {
        return revokedAt == null && moment.isBefore(expiresAt);
    }

    Token numbered(long given) {
        return new Token(given, name, grant, createdAt, createdBy, expiresAt, revokedAt, revokedBy, lastUsedAt);
    }
}
