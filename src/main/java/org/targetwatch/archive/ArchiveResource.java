package org.targetwatch.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.archive.Archives.Restored;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.web.BodyUpTo;

@Path("/api/v1")
@RolesAllowed(Role.ADMINS)
@Tag(name = "archive", description = "导出与导入整份工作要点 · a whole plan as one file, for backup and moving")
public class ArchiveResource {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String GZIP = "application/gzip";

    private final Archives archives;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Caller caller;

    ArchiveResource(Archives archives, Catalogue catalogue, Clock clock, Caller caller) {
        this.archives = archives;
        this.catalogue = catalogue;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Path("/plans/{plan}/export")
    @Produces(JSON_LINES)
    @Operation(
            summary = "导出整份工作要点 · everything of a plan as JSON lines",
            description = "The plan as it is at one moment, with its whole past; Accept-Encoding: gzip packs it. The"
                    + " format is described in docs/archive.md.")
    public Response export(
            @PathParam("plan") String planCode,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding) {
        String plan = catalogue.require(planCode).code();
        boolean packs = acceptEncoding != null && acceptEncoding.matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\b).*");
        archives.recordExport(plan, caller.name());
        StreamingOutput content = out -> write(plan, packs, out);
        String name = plan + "-" + LocalDate.now(clock) + ".jsonl";
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_ENCODING, packs ? "gzip" : null)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Closed only when everything is written: what breaks off must not look whole. */
    private void write(String plan, boolean packs, OutputStream out) throws IOException {
        OutputStream content = new BufferedOutputStream(packs ? new GZIPOutputStream(out) : out, 1 << 16);
        archives.export(plan, content);
        content.close();
    }

    @POST
    @Path("/imports")
    @Consumes({JSON_LINES, GZIP, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @BodyUpTo(setting = "targetwatch.archive.max-bytes", bytes = 1024 * BodyUpTo.MEGABYTE)
    @Operation(
            summary = "导入整份工作要点 · import a plan that was exported, all or nothing",
            description = "Plain or packed with gzip. Every hash is computed again. Refused where the plan has figures,"
                    + " targets, deliverables, exemptions or closings already.")
    @APIResponseSchema(value = Restored.class, responseCode = "201")
    public RestResponse<Restored> restore(InputStream body, @Context UriInfo uri) throws IOException {
        Restored restored = archives.restore(body, caller.name());
        return ResponseBuilder.create(RestResponse.Status.CREATED, restored)
                .location(uri.getBaseUriBuilder().path("api/v1/plans/{plan}").build(restored.plan()))
                .build();
    }
}
