package org.targetwatch.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.targetwatch.web.Problem;
import org.targetwatch.web.ProblemAnswer;
import org.targetwatch.web.Text;

/** What somebody is told who is not let in. */
public final class Refusals {
    private static final String CHALLENGE =
            "Bearer realm=\"targetwatch\", Basic realm=\"targetwatch\", charset=\"UTF-8\"";

    private final SecurityIdentity identity;
    private final ProviderLogins provider;

    Refusals(SecurityIdentity identity, ProviderLogins provider) {
        this.identity = identity;
        this.provider = provider;
    }

    @ServerExceptionMapper
    public Uni<Response> nobody(
            UnauthorizedException exception, HttpHeaders request, UriInfo uri, RoutingContext context) {
        if (uri.getPath().equals(ProviderLogins.LOGIN)) {
            return provider.begin(context)
                    .onFailure(OIDCException.class)
                    .transform(away -> ProviderLogins.away())
                    .onFailure(Problem.class)
                    .recoverWithItem(problem -> ProblemAnswer.of(problem, request));
        }
        return Uni.createFrom().item(isForPeople(request, uri) ? toLogin(uri) : unauthenticated(request));
    }

    /** Those who came from the identity provider, and cannot be asked about there just now. */
    @ServerExceptionMapper
    public Response unanswered(OIDCException exception, HttpHeaders request) {
        return ProblemAnswer.of(ProviderLogins.away(), request);
    }

    @ServerExceptionMapper
    public Response unfinished(AuthenticationCompletionException exception, HttpHeaders request) {
        return ProblemAnswer.of(
                exception.getCause() instanceof OIDCException || exception.getCause() instanceof IOException
                        ? ProviderLogins.away()
                        : ProviderLogins.unfinished(),
                request);
    }

    private static boolean isForPeople(HttpHeaders request, UriInfo uri) {
        return !uri.getPath().startsWith("/api/")
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.getSubtype().equals("html"));
    }

    private static Response toLogin(UriInfo uri) {
        URI asked = uri.getRequestUri();
        String to = asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
        return Response.seeOther(LoginResource.address(to)).build();
    }

    private static Response unauthenticated(HttpHeaders request) {
        return unauthenticated(
                new Text(
                        "请先登录：使用令牌（Authorization: Bearer …）或账号密码（HTTP Basic）。",
                        "Say who you are: with a token (Authorization: Bearer …) or an account's name and password (HTTP Basic)."),
                request);
    }

    @ServerExceptionMapper
    public Response unproven(AuthenticationFailedException exception, HttpHeaders request) {
        return exception.getCause() instanceof Problem problem
                ? ProblemAnswer.of(problem, request)
                : unauthenticated(
                        new Text(
                                "令牌、账号或密码不正确，或已停用、已过期。",
                                "The token, the account or the password is wrong, or was disabled, revoked or has expired."),
                        request);
    }

    private static Response unauthenticated(Text detail, HttpHeaders request) {
        Response answer = ProblemAnswer.of(Problem.of(Problem.Kind.UNAUTHENTICATED, detail), request);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException exception, HttpHeaders request) {
        return ProblemAnswer.of(Identities.refusal(identity).orElseGet(this::beyondRights), request);
    }

    private Problem beyondRights() {
        Text detail = identity.hasRole(Role.CHANGING_PASSWORD)
                ? new Text(
                        "请先修改密码（PUT /api/v1/me/password），之后才能使用其他功能。",
                        "Choose another password first (PUT /api/v1/me/password); until then nothing else is open to you.")
                : new Text(
                        "您的角色无权进行此操作，各角色的权限见 docs/access.md。",
                        "Your role may not do this; docs/access.md says which role may do what.");
        return Problem.forbidden(detail);
    }
}
