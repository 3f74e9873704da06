package org.targetwatch.page.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.page.Shell;
import org.targetwatch.web.Parameters;

/** 审计: who changed what, and whether the records are whole. */
@Path(AuditWish.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.ADMINS)
public class AuditPage {
    private final Shell shell;
    private final AuditDesk desk;

    AuditPage(Shell shell, AuditDesk desk) {
        this.shell = shell;
        this.desk = desk;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(AuditView view);
    }

    /** @param verify {@code true} to walk every chain */
    @GET
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("act") @Nullable String act,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("after") @Nullable String after,
            @QueryParam("verify") @Nullable String verify) {
        AuditWish wish = AuditWish.of(plan, actor, act, from, to);
        return shell.show(Templates.audit(desk.read(wish, after, Parameters.flag("verify", verify))));
    }
}
