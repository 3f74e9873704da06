package org.targetwatch.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.ProviderLogins;

/** 登录: asks whoever uses a browser for name and password. What is posted is looked at in {@code access}. */
@Path("/login")
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class LoginPage {
    private final Shell shell;
    private final ProviderLogins provider;

    LoginPage(Shell shell, ProviderLogins provider) {
        this.shell = shell;
        this.provider = provider;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(String to, boolean failed, boolean wait, @Nullable URI provider);
    }

    /** @param to the page to go on to; {@code failed} and {@code wait} in the address say why the form is shown again */
    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(@QueryParam("to") @Nullable String to, @Context UriInfo uri) {
        Set<String> said = uri.getQueryParameters().keySet();
        String next = to == null ? "/" : to;
        return shell.show(Templates.login(
                next,
                said.contains("failed"),
                said.contains("wait"),
                provider.address(next).orElse(null)));
    }
}
