package org.targetwatch.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * Takes another password from the pages' form, which posts {@code current} and {@code password}; whoever chose one logs in with it. What is refused is told as a
 * page.
 */
@Path(PasswordResource.PASSWORD)
@RolesAllowed({Role.EVERYBODY, Role.CHANGING_PASSWORD})
public class PasswordResource {
    /** Where the form stands. */
    public static final String PASSWORD = "/password";

    private final PasswordChanges changes;
    private final Caller caller;

    PasswordResource(PasswordChanges changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @RestForm @Nullable String current, @RestForm @Nullable String password, HttpServerRequest request) {
        changes.change(caller.name(), current, password, Address.of(request));
        return Response.seeOther(URI.create(LoginResource.LOGIN))
                .cookie(SessionCookie.gone(request.isSSL()))
                .build();
    }
}
