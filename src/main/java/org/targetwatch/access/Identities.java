package org.targetwatch.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.web.Problem;

/** Makes what the framework's annotations look at of somebody whose name and rights are proven. */
final class Identities {
    private static final String REFUSAL = "refusal";

    private Identities() {}

    static SecurityIdentity of(Who who) {
        Set<String> roles = who.mustChange()
                ? Set.of(Role.CHANGING_PASSWORD)
                : Set.of(who.grant().role().code(), Role.EVERYBODY);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(who)
                .addRoles(roles)
                .build();
    }

    /** Somebody who is known elsewhere and has no rights here; who asks for something that needs some is told {@code why}. */
    static SecurityIdentity refused(Problem why) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(""))
                .addAttribute(REFUSAL, why)
                .build();
    }

    static Optional<Problem> refusal(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(REFUSAL));
    }
}
