package org.targetwatch.access;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Logs browsers in whose people the bureau's identity provider vouches for. From then on they have a session like everybody else. */
@ApplicationScoped
public class ProviderLogins {
    /** Where browsers are sent to the provider, and come back to. */
    public static final String LOGIN = LoginResource.LOGIN + "/oidc";

    private final ProviderTenants tenants;
    private final Sessions sessions;
    private final AccessConfig config;
    private final SecurityIdentity identity;
    private final OidcSession provider;

    ProviderLogins(
            ProviderTenants tenants,
            Sessions sessions,
            AccessConfig config,
            SecurityIdentity identity,
            OidcSession provider) {
        this.tenants = tenants;
        this.sessions = sessions;
        this.config = config;
        this.identity = identity;
        this.provider = provider;
    }

    /** Where a login at the provider begins that leads on to {@code to}; empty where there is no provider. */
    public Optional<URI> address(String to) {
        return tenants.isNamed()
                ? Optional.of(
                        UriBuilder.fromPath(LOGIN).queryParam("to", "{to}").build(to))
                : Optional.empty();
    }

    /**
     * Begins a session of whom the provider has sent back with {@code request}, and forgets what it told: neither the rights nor the end of the session
     * hang on the framework's own cookie.
     *
     * @throws Problem when what it told gives no rights
     */
    public NewCookie enter(HttpServerRequest request) {
        provider.logout().await().indefinitely();
        Identities.refusal(identity).ifPresent(refusal -> {
            throw refusal;
        });
        return SessionCookie.of(sessions.open((Who) identity.getPrincipal()), config.session(), request.isSSL());
    }

    /** The page of ours to go on to; whatever else was sent leads to the first one. */
    public String next(@Nullable String to) {
        return LoginResource.own(to);
    }

    /** Sends a browser that nobody has logged in with to the provider. */
    Uni<Response> begin(RoutingContext request) {
        if (!tenants.isNamed()) {
            return Uni.createFrom()
                    .failure(Problem.notFound(new Text("本系统未接入统一身份认证。", "No identity provider is configured here.")));
        }
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(ProviderLogins::answer);
    }

    private static Response answer(ChallengeData challenge) {
        if (challenge.status != Response.Status.FOUND.getStatusCode()) {
            throw unfinished();
        }
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    static Problem unfinished() {
        return Problem.of(
                Problem.Kind.UNAUTHENTICATED,
                new Text(
                        "统一身份认证登录未完成或已过期，请从登录页重新开始。",
                        "Logging in at the identity provider was not completed or took too long; begin again at the login page."));
    }

    static Problem away() {
        return Problem.of(
                Problem.Kind.UNAVAILABLE,
                new Text(
                        "统一身份认证暂时不可用，请稍后重试，或使用本系统的账号登录。",
                        "The identity provider is not available for the moment. Try again later, or log in with an account of this service."));
    }
}
