package org.targetwatch.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Facts;

/**
 * What an account or a token may do.
 *
 * @param region whose figures are its business, with all below it; null for the whole tree
 * @param offices (科室) it works for; empty for all but reviewers
 */
public record Grant(Role role, @Nullable String region, Set<String> offices) {
    public Grant {
        offices = Set.copyOf(offices);
    }

    /** The administrator's. */
    static Grant admin() {
        return new Grant(Role.ADMIN, null, Set.of());
    }

    /** For the row that granting it leaves. */
    Facts facts() {
        String works = offices.isEmpty() ? null : String.join("、", new TreeSet<>(offices));
        return Facts.of("role", role).and("region", region).and("offices", works);
    }

    Optional<String> ownRegion() {
        return Optional.ofNullable(region);
    }
}
