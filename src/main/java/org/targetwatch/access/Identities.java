package org.targetwatch.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;

/** Makes what the framework's annotations look at of somebody whose name and rights are proven. */
final class Identities {
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
}
