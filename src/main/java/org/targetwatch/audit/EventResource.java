package org.targetwatch.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Paging;

/** Shows who changed what, page by page or as a file. */
@Path("/api/v1/audit")
@Tag(name = "audit")
@RolesAllowed("admin")
public class EventResource {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv; charset=UTF-8";

    private final Events events;
    private final TrailReader reader;
    private final Discretion discretion;
    private final ObjectMapper json;
    private final Clock clock;

    EventResource(Events events, TrailReader reader, Discretion discretion, ObjectMapper json, Clock clock) {
        this.events = events;
        this.reader = reader;
        this.discretion = discretion;
        this.json = json;
        this.clock = clock;
    }

    /** Which events are asked for. */
    public static class Asked {
        @QueryParam("plan")
        @Nullable
        String plan;

        @QueryParam("actor")
        @Nullable
        String actor;

        @QueryParam("act")
        @Nullable
        String act;

        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        EventFilter filter() {
            return EventFilter.of(plan, actor, act, from, to);
        }
    }

    @GET
    @Path("/events")
    @Operation(
            summary = "留痕：谁在何时改了什么，新的在前 · who changed what, newest first",
            description =
                    "Of a plan, an actor, an act (target.set; see docs/audit.md), from a moment up to before another."
                            + " What is about a confidential indicator is withheld.")
    public RestResponse<List<EventAnswer>> list(
            @BeanParam Asked asked,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        List<EventAnswer> fetched = events.newest(asked.filter(), after, paging.fetchSize());
        return paging.answer(fetched, EventAnswer::key, uri);
    }

    @GET
    @Path("/events.jsonl")
    @Produces(JSON_LINES)
    @Operation(summary = "留痕导出（JSON 行），旧的在前 · the same as JSON lines, oldest first")
    public Response jsonLines(@BeanParam Asked asked) {
        return file("jsonl", JSON_LINES, asked.filter(), new EventFile.JsonLines(json));
    }

    @GET
    @Path("/events.csv")
    @Produces("text/csv")
    @Operation(summary = "留痕导出（CSV），旧的在前 · the same as CSV in UTF-8, oldest first")
    public Response csv(@BeanParam Asked asked) {
        return file("csv", CSV, asked.filter(), new EventFile.Csv());
    }

    private Response file(String extension, String type, EventFilter filter, EventFile file) {
        StreamingOutput content = out -> write(filter, file, out);
        String name = "audit-" + LocalDate.now(clock) + "." + extension;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Closed only when everything is written: what breaks off must not look whole. */
    private void write(EventFilter filter, EventFile file, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write(file.header());
        reader.each(filter, event -> write(event, file, writer));
        writer.close();
    }

    private void write(AuditEvent event, EventFile file, Writer writer) {
        try {
            file.write(EventAnswer.of(event, discretion), writer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
