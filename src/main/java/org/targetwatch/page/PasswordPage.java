package org.targetwatch.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.targetwatch.access.PasswordResource;
import org.targetwatch.access.Role;

/** 修改密码: asks for another password. What is posted is looked at in {@code access}. */
@Path(PasswordResource.PASSWORD)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Role.EVERYBODY, Role.CHANGING_PASSWORD})
public class PasswordPage {
    private final Shell shell;

    PasswordPage(Shell shell) {
        this.shell = shell;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance password();
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance ask() {
        return shell.show(Templates.password());
    }
}
