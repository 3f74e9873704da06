package org.targetwatch.page;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of every page: nothing from elsewhere, no script or style inside it, no frame around it, and no copy kept. */
public final class PageHeaders {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Shell shell;

    PageHeaders(Shell shell) {
        this.shell = shell;
    }

    @ServerResponseFilter(priority = 0)
    public void add(ContainerResponseContext response) {
        if (isPage(response.getMediaType()) && !response.getHeaders().containsKey("Content-Security-Policy")) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle("Content-Security-Policy", POLICY);
            headers.putSingle("Referrer-Policy", "same-origin");
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, shell.tag());
            headers.putSingle(HttpHeaders.VARY, "Accept-Language, Cookie");
        }
    }

    private static boolean isPage(MediaType type) {
        return type != null
                && type.getType().equals("text")
                && type.getSubtype().equals("html");
    }
}
