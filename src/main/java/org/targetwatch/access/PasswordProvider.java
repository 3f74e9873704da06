package org.targetwatch.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.targetwatch.web.Problem;

/** HTTP Basic: whose name and password these are. */
@ApplicationScoped
class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final Logins logins;

    PasswordProvider(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
        String address = Address.of(http.request());
        return context.runBlocking(() -> identity(request, address));
    }

    private SecurityIdentity identity(UsernamePasswordAuthenticationRequest request, String address) {
        try {
            String password = new String(request.getPassword().getPassword());
            return logins.verify(request.getUsername(), password, address)
                    .map(account -> Identities.of(Who.of(account)))
                    .orElseThrow(AuthenticationFailedException::new);
        } catch (Problem tooMany) {
            throw new AuthenticationFailedException(tooMany);
        }
    }
}
