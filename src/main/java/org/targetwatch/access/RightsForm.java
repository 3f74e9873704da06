package org.targetwatch.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Other rights of an account as they are sent.
 *
 * @param role reporter, reviewer, leader, viewer or admin
 * @param region of a reporter, or of a viewer who sees one region only
 * @param offices of a reviewer
 */
@Schema(name = "Rights")
public record RightsForm(@Nullable String role, @Nullable String region, @Nullable List<@Nullable String> offices) {
    GrantForm of(String account) {
        return new GrantForm(account, role, region, offices);
    }
}
