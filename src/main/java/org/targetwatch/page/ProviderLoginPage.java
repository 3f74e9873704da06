package org.targetwatch.page;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.ProviderLogins;

/** 统一身份认证登录: where browsers leave for the bureau's identity provider, and come back to. */
@Path(ProviderLogins.LOGIN)
@Produces(MediaType.TEXT_HTML)
@Blocking
@Authenticated
@AuthorizationCodeFlow
public class ProviderLoginPage {
    private static final MediaType HTML = new MediaType("text", "html", "UTF-8");

    private final Shell shell;
    private final ProviderLogins logins;

    ProviderLoginPage(Shell shell, ProviderLogins logins) {
        this.shell = shell;
        this.logins = logins;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance entered(String to);
    }

    /**
     * A page that leads on by itself: after a redirect that began at the provider's site a browser would not send the session's cookie, which no other site
     * can make it send.
     *
     * @param to the page to go on to
     */
    @GET
    @Operation(hidden = true)
    public Response enter(@QueryParam("to") @Nullable String to, HttpServerRequest request) {
        String page = shell.show(Templates.entered(logins.next(to))).render();
        return Response.ok(page, HTML).cookie(logins.enter(request)).build();
    }
}
