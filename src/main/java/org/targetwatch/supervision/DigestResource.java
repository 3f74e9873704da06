package org.targetwatch.supervision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.supervision.Digest.Kind;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Language;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** What an office has before it today, and had before it on a day that has passed. */
@Path("/api/v1/plans/{plan}/digests")
@Tag(name = "digests", description = "日报、周报：滞后、未报、督办 · what is open, due and new for an office")
public class DigestResource {
    private final CallersPlans plans;
    private final Digests digests;
    private final BusinessDate businessDate;

    DigestResource(CallersPlans plans, Digests digests, BusinessDate businessDate) {
        this.plans = plans;
        this.digests = digests;
        this.businessDate = businessDate;
    }

    @GET
    @Path("/{office}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REVIEWERS, Role.LEADERS, Role.ADMINS})
    @Operation(
            summary = "科室日报、周报 · the digest of a lead office",
            description =
                    "kind: daily (default) or weekly. Without day, or for today, as things are now; for a day that has passed,"
                            + " what was kept, which holds nothing confidential. text is the whole in words, as it is mailed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DigestAnswer.class)))
    public String get(
            @PathParam("plan") String planCode,
            @PathParam("office") String office,
            @QueryParam("day") @Nullable String day,
            @QueryParam("kind") @Nullable String kindText,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Plan plan = plans.require(planCode);
        Kind kind = Parameters.optionalWord("kind", kindText, Kind.class).orElse(Kind.DAILY);
        LocalDate today = businessDate.today();
        LocalDate wanted = day == null ? today : Parameters.dayUpTo("day", day, today);
        return wanted.equals(today)
                ? today(plan, office, kind, Language.of(language))
                : digests.kept(plan, office, kind, wanted).orElseThrow(() -> notKept(office, wanted));
    }

    private String today(Plan plan, String office, Kind kind, Language language) {
        return digests.json(digests.today(plan, office, kind, language), language);
    }

    private static Problem notKept(String office, LocalDate day) {
        return Problem.notFound(Text.of(
                "没有“%s” %s 的报告：日报只在工作日生成。请换一天，或不带 day 查询今天的。",
                "Nothing was made for '%s' on %s: digests are made on working days. Ask for another day, or for today's.",
                Text.shown(office),
                day));
    }
}
