package org.targetwatch.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Logs browsers out: the session ends on every replica, not only in the browser. */
@Path("/logout")
@PermitAll
public class LogoutResource {
    private final Sessions sessions;

    LogoutResource(Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Operation(hidden = true)
    public Response logout(RoutingContext context) {
        SameOrigin.refuseOthers(context.request());
        KeyMechanism.session(context).ifPresent(sessions::end);
        return Response.seeOther(URI.create(LoginResource.LOGIN))
                .cookie(SessionCookie.gone(context.request().isSSL()))
                .build();
    }
}
