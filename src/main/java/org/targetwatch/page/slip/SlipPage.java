package org.targetwatch.page.slip;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.page.Links;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.supervision.Seen;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.SlipDesk;
import org.targetwatch.supervision.SlipForms;
import org.targetwatch.web.BodyUpTo;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** One slip: what is missing, what was replied and decided, and what the reader can do about it now. */
@Path("/slips/{number: \\d+}")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.REVIEWERS)
public class SlipPage {
    private static final int LARGEST_NUMBER = 999_999_999;

    private final Shell shell;
    private final Subject subject;
    private final SlipReader reader;
    private final SlipDesk desk;
    private final Replies replies;

    SlipPage(Shell shell, Subject subject, SlipReader reader, SlipDesk desk, Replies replies) {
        this.shell = shell;
        this.subject = subject;
        this.reader = reader;
        this.desk = desk;
        this.replies = replies;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance slip(SlipView view);
    }

    @GET
    @RolesAllowed(Role.EVERYBODY)
    @Operation(hidden = true)
    public TemplateInstance show(
            @PathParam("number") String number,
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("done") @Nullable String done) {
        return page(subject.plan(plan), number(number), SlipSaid.of(done, shell.language()));
    }

    private static int number(String sent) {
        return Parameters.number("number", sent, 1, LARGEST_NUMBER);
    }

    private TemplateInstance page(Plan plan, int number, SlipSaid said) {
        return shell.show(Templates.slip(reader.one(plan, number, said)));
    }

    /** With files, all or nothing. */
    @POST
    @Path("/reply")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyUpTo(setting = "targetwatch.supervision.attachment-max-bytes", bytes = 5 * BodyUpTo.MEGABYTE)
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
    @Operation(hidden = true)
    public Response reply(
            @PathParam("number") String number,
            @RestForm @Nullable String plan,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String measure,
            @RestForm @Nullable String newDate,
            @RestForm("file") List<FileUpload> sent)
            throws IOException {
        Map<String, String> typed = Map.of(
                "reason", Optional.ofNullable(reason).orElse(""),
                "measure", Optional.ofNullable(measure).orElse(""),
                "newDate", Optional.ofNullable(newDate).orElse(""));
        List<Replies.File> files = files(sent);
        SlipForms.Reply form = new SlipForms.Reply(reason, measure, newDate);
        return answer(seen(plan, number, seen), "reply", typed, one -> replies.reply(one, form, files));
    }

    /** A file more, as long as the slip is not settled. */
    @POST
    @Path("/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyUpTo(setting = "targetwatch.supervision.attachment-max-bytes", bytes = 5 * BodyUpTo.MEGABYTE)
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
    @Operation(hidden = true)
    public Response attach(
            @PathParam("number") String number,
            @RestForm @Nullable String plan,
            @RestForm("file") List<FileUpload> sent)
            throws IOException {
        List<Replies.File> files = files(sent);
        return answer(seen(plan, number, null), "attach", Map.of(), one -> replies.attach(one, files));
    }

    /** A field in which no file was chosen comes as one without content. */
    private static List<Replies.File> files(List<FileUpload> sent) throws IOException {
        List<Replies.File> files = new ArrayList<>();
        for (FileUpload upload : sent) {
            if (upload.size() > 0) {
                files.add(new Replies.File(upload.fileName(), Files.readAllBytes(upload.uploadedFile())));
            }
        }
        return files;
    }

    /** {@code act} is {@code accept}, {@code send-back} or {@code close}. */
    @POST
    @Path("/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(@PathParam("number") String number, MultivaluedMap<String, String> form) {
        Seen seen = seen(form.getFirst("plan"), number, form.getFirst("seen"));
        String act = String.valueOf(form.getFirst("act"));
        return answer(seen, act, Fields.of(form), one -> decide(one, act, form));
    }

    private Slip decide(Seen seen, String act, MultivaluedMap<String, String> form) {
        String reason = form.getFirst("reason");
        return switch (act) {
            case "accept" -> desk.accept(seen, new SlipForms.Accept(reason));
            case "send-back" -> desk.sendBack(seen, new SlipForms.SendBack(reason, Fields.sent(form, "due")));
            case "close" -> desk.close(seen, new SlipForms.Close(reason));
            default ->
                throw Parameters.unreadable(
                        "act", act, new Text("应为 accept、send-back 或 close", "accept, send-back or close is expected"));
        };
    }

    private Seen seen(@Nullable String plan, String number, @Nullable String steps) {
        return new Seen(subject.plan(plan), number(number), Parameters.ifMatch(steps));
    }

    /** Goes on to a page of its own, so that reading it again does nothing again; a refusal is said where it was asked for. */
    private Response answer(Seen seen, String what, Map<String, String> typed, Function<Seen, Slip> act) {
        try {
            return done(act.apply(seen), subject.links(seen.plan()), what);
        } catch (Problem refusal) {
            if (refusal.kind() == Problem.Kind.NOT_FOUND) {
                throw refusal;
            }
            SlipSaid said = SlipSaid.refused(refusal, what, typed, shell.language());
            return html(page(seen.plan(), seen.number(), said));
        }
    }

    static Response done(Slip slip, Links links, String what) {
        String address =
                links.address("/slips/" + slip.number()).with("done", what).toString();
        return Response.seeOther(URI.create(address)).build();
    }

    static Response html(TemplateInstance page) {
        return Response.ok(page.render(), "text/html;charset=UTF-8").build();
    }
}
