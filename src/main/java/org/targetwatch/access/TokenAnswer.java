package org.targetwatch.access;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token as administrators see it, without its secret.
 *
 * @param lastUsedAt to the minute, about; null when it never was
 */
@Schema(name = "Token")
public record TokenAnswer(
        long id,
        String name,
        Role role,
        @Nullable String region,
        List<String> offices,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant lastUsedAt) {
    static TokenAnswer of(Token token) {
        Grant grant = token.grant();
        return new TokenAnswer(
                token.id(),
                token.name(),
                grant.role(),
                grant.region(),
                grant.offices().stream().sorted().toList(),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                token.revokedAt(),
                token.revokedBy(),
                token.lastUsedAt());
    }
}
