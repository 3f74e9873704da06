package org.targetwatch.access;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param mustChangePassword whether all it may do is to choose another password
 */
@Schema(name = "Account")
public record AccountAnswer(
        String name,
        Role role,
        @Nullable String region,
        List<String> offices,
        boolean disabled,
        boolean mustChangePassword,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {
    static AccountAnswer of(Account account) {
        Grant grant = account.grant();
        return new AccountAnswer(
                account.name(),
                grant.role(),
                grant.region(),
                grant.offices().stream().sorted().toList(),
                account.disabled(),
                account.mustChange(),
                account.createdAt(),
                account.createdBy(),
                account.changedAt(),
                account.changedBy());
    }
}
