package org.targetwatch.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** 登录: asks whoever uses a browser for name and password. What is posted is looked at in {@code access}. */
@Path("/login")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class LoginPage {
    private final Shell shell;

    LoginPage(Shell shell) {
        this.shell = shell;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(String to, boolean failed, boolean wait);
    }

    /**
     * @param to the page to go on to
     * @param failed present when name or password were wrong
     * @param wait present when too many attempts have failed
     */
    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(
            @QueryParam("to") @Nullable String to,
            @QueryParam("failed") @Nullable String failed,
            @QueryParam("wait") @Nullable String wait) {
        return shell.show(Templates.login(to == null ? "/" : to, failed != null, wait != null));
    }
}
