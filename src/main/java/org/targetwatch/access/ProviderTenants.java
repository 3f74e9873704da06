package org.targetwatch.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's identity provider, where {@code quarkus.oidc.auth-server-url} names one: programs send its tokens, and browsers log in there at one address of
 * ours and nowhere else. It is asked when the first comes from there, not at the start; its settings are looked at there.
 */
@Startup
@ApplicationScoped
class ProviderTenants implements TenantConfigResolver {
    private final io.quarkus.oidc.runtime.OidcTenantConfig settings;
    private final @Nullable OidcTenantConfig programs;
    private final @Nullable OidcTenantConfig browsers;

    ProviderTenants(OidcConfig config) {
        settings = OidcConfig.getDefaultTenant(config);
        programs = isNamed() ? tenant("programs", ApplicationType.SERVICE) : null;
        browsers = isNamed() ? tenant("browsers", ApplicationType.WEB_APP) : null;
    }

    /** Whether there is one. */
    boolean isNamed() {
        return settings.authServerUrl().isPresent();
    }

    /** Whom a token is for is always looked at: for our client, or whom {@code quarkus.oidc.token.audience} names beside it. */
    private OidcTenantConfig tenant(String id, ApplicationType type) {
        String client = settings.clientId()
                .orElseThrow(() -> new IllegalStateException(
                        "quarkus.oidc.auth-server-url is set: set quarkus.oidc.client-id, too"));
        return OidcTenantConfig.builder(settings)
                .tenantId(id)
                .tenantEnabled(true)
                .applicationType(type)
                .token()
                .audience(client)
                .end()
                .build();
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().item(request.request().path().equals(ProviderLogins.LOGIN) ? browsers : programs);
    }
}
