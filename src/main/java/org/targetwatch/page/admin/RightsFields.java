package org.targetwatch.page.admin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.AccountAnswer;
import org.targetwatch.access.RightsForm;
import org.targetwatch.access.Role;
import org.targetwatch.measure.Coded;

/** Role, region and offices as somebody chose them. What does not go with the role stands hidden on the page, and is not sent on. */
record RightsFields(@Nullable String role, @Nullable String region, List<String> offices) {
    static final RightsFields NONE = new RightsFields(Role.REPORTER.code(), null, List.of());

    static RightsFields of(MultivaluedMap<String, String> form) {
        String role = form.getFirst("role");
        String region = form.getFirst("region");
        boolean regional = is(role, Role.REPORTER) || is(role, Role.VIEWER);
        return new RightsFields(
                role,
                regional && region != null && !region.isEmpty() ? region : null,
                is(role, Role.REVIEWER) ? form.getOrDefault("office", List.of()) : List.of());
    }

    static RightsFields of(AccountAnswer account) {
        return new RightsFields(account.role().code(), account.region(), account.offices());
    }

    private static boolean is(@Nullable String sent, Role role) {
        return role.code().equals(sent);
    }

    RightsForm form() {
        return new RightsForm(role, region, offices);
    }

    boolean isOf(Coded other) {
        return other.code().equals(role);
    }
}
