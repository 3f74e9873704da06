package org.targetwatch.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;

/**
 * Logs browsers in. The pages' form posts {@code name}, {@code password} and {@code to}, the page to go on to, to {@code /login}; it is shown again,
 * with {@code ?failed} or {@code ?wait}, when that was not right. Other sites cannot post to it.
 */
@Path(LoginResource.LOGIN)
@PermitAll
public class LoginResource {
    /** Where the form stands. */
    public static final String LOGIN = "/login";

    private final Logins logins;
    private final Sessions sessions;
    private final AccessConfig config;

    LoginResource(Logins logins, Sessions sessions, AccessConfig config) {
        this.logins = logins;
        this.sessions = sessions;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response login(
            @RestForm @Nullable String name,
            @RestForm @Nullable String password,
            @RestForm @Nullable String to,
            HttpServerRequest request) {
        SameOrigin.refuseOthers(request);
        try {
            return logins.verify(String.valueOf(name), String.valueOf(password), Address.of(request))
                    .map(account -> loggedIn(account, to, request))
                    .orElseGet(() -> again("failed", to));
        } catch (Problem tooMany) {
            return again("wait", to);
        }
    }

    private Response loggedIn(Account account, @Nullable String to, HttpServerRequest request) {
        String next = account.mustChange() ? PasswordResource.PASSWORD : own(to);
        return Response.seeOther(URI.create(next))
                .cookie(SessionCookie.of(sessions.open(account), config.session(), request.isSSL()))
                .build();
    }

    private static Response again(String why, @Nullable String to) {
        URI form = UriBuilder.fromUri(address(own(to))).queryParam(why, "").build();
        return Response.seeOther(form).build();
    }

    /** Of the form that leads on to {@code to}, a page of ours. */
    static URI address(String to) {
        return UriBuilder.fromPath(LOGIN).queryParam("to", "{to}").build(to);
    }

    /** A page of ours to go on to; whatever else was sent leads to the first one. */
    static String own(@Nullable String to) {
        return to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e]*") && isAddress(to) ? to : "/";
    }

    private static boolean isAddress(String to) {
        try {
            return !new URI(to).getRawPath().isEmpty();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
