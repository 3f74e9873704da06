package org.targetwatch.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.targetwatch.access.Role;

/** 告警处置手册: what an alert means and what to do. Every message of an alert leads here, to the heading with its name. */
@Path("/runbook")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
public class RunbookPage {
    private final Shell shell;
    private final String text = html(source());

    RunbookPage(Shell shell) {
        this.shell = shell;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance runbook(String text);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show() {
        return shell.show(Templates.runbook(text));
    }

    private static String source() {
        try (InputStream runbook = RunbookPage.class.getResourceAsStream("/runbook.md")) {
            return new String(Objects.requireNonNull(runbook).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .extensions(List.of(HeadingAnchorExtension.create()))
                .build()
                .render(Parser.builder().build().parse(markdown));
    }
}
