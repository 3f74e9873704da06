package org.targetwatch.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Which claims of the bureau's identity provider say who somebody is and what they may do. Each is a claim's name, or a path to one inside others:
 * {@code resource_access/targetwatch/roles}.
 */
@ConfigMapping(prefix = "targetwatch.oidc")
interface ClaimNames {
    /** Who it is; what is recorded has {@code oidc:} before it. */
    @WithDefault("preferred_username")
    String nameClaim();

    /** Holds exactly one of our roles; others than ours may stand beside it. */
    @WithDefault("role")
    String roleClaim();

    /** The code of a region: of a reporter, or of a viewer. */
    @WithDefault("region")
    String regionClaim();

    /** The names of the offices (科室) of a reviewer. */
    @WithDefault("offices")
    String officesClaim();
}
