package org.targetwatch.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.targetwatch.web.ProblemAnswer;

/** Shows refusals as a page to whoever uses a browser; programs get the problem document. */
public final class ErrorPages {
    private final Shell shell;

    ErrorPages(Shell shell) {
        this.shell = shell;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(ProblemAnswer problem);
    }

    @ServerResponseFilter(priority = 1_000)
    public void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemAnswer problem && isForPeople(request)) {
            String page = shell.show(Templates.error(problem)).render();
            response.setEntity(page, null, new MediaType("text", "html", "UTF-8"));
        }
    }

    private static boolean isForPeople(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().startsWith("/api/")
                && request.getAcceptableMediaTypes().stream().anyMatch(ErrorPages::isHtml);
    }

    private static boolean isHtml(MediaType accepted) {
        return accepted.getType().equals("text") && accepted.getSubtype().equals("html");
    }
}
