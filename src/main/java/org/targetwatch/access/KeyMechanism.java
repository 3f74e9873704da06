package org.targetwatch.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Takes {@code Authorization: Bearer} with a token of ours, or the cookie of a browser that has logged in. */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization != null) {
            return bearer(authorization)
                    .map(secret -> identities.authenticate(new KeyRequest(Secret.Kind.TOKEN, secret)))
                    .orElseGet(() -> Uni.createFrom().nullItem());
        }
        return session(context)
                .map(secret -> ofSession(secret, context, identities))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static Optional<Secret> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Secret.parse(
                        Secret.Kind.TOKEN,
                        authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    static Optional<Secret> session(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(SessionCookie.NAME))
                .map(Cookie::getValue)
                .flatMap(value -> Secret.parse(Secret.Kind.SESSION, value));
    }

    /** A session that has ended is as none: the browser may go on to what needs no login. */
    private static Uni<SecurityIdentity> ofSession(
            Secret secret, RoutingContext context, IdentityProviderManager identities) {
        if (!SameOrigin.permits(context.request())) {
            return Uni.createFrom().failure(new AuthenticationFailedException(SameOrigin.refusal()));
        }
        return identities
                .authenticate(new KeyRequest(Secret.Kind.SESSION, secret))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"targetwatch\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1_000;
    }
}
