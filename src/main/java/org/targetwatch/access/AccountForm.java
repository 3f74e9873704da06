package org.targetwatch.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new account as it is sent.
 *
 * @param role reporter, reviewer, leader, viewer or admin
 * @param region of a reporter, or of a viewer who sees one region only
 * @param offices of a reviewer
 * @param password the first one; drawn when absent
 */
@Schema(name = "NewAccount")
public record AccountForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable String region,
        @Nullable List<@Nullable String> offices,
        @Nullable String password) {
    GrantForm grant() {
        return new GrantForm(name, role, region, offices);
    }
}
