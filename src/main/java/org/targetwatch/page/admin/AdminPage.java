package org.targetwatch.page.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.targetwatch.access.Role;

/** 管理: leads to what administrators come for most. */
@Path("/admin")
@RolesAllowed(Role.ADMINS)
public class AdminPage {
    @GET
    @Operation(hidden = true)
    public Response show() {
        return Response.seeOther(URI.create(AccountsPage.ADDRESS)).build();
    }
}
