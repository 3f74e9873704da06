package org.targetwatch.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.measure.Period;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;

/** Closes periods, and opens them again. */
@Path("/api/v1")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "closings", description = "关账：一个报告期不再接收数据 · a period takes no figures any more")
public class ClosingResource {
    private final CallersPlans plans;
    private final Closings closings;
    private final OfficeActs office;

    ClosingResource(CallersPlans plans, Closings closings, OfficeActs office) {
        this.plans = plans;
        this.closings = closings;
        this.office = office;
    }

    /** @param reason optional, at most 1,000 characters */
    @Schema(name = "PeriodClosing")
    public record CloseForm(@Nullable String reason) {}

    /**
     * A period was closed or reopened.
     *
     * @param seq its number in the plan
     * @param act {@code closed} or {@code reopened}
     * @param region for which it was reopened, with everything below it
     * @param until the last day on which it is open
     * @param seal SHA-256 over all chains as they were and over every closing before; of a reopening: over itself and those
     */
    @Schema(name = "Closing")
    public record ClosingAnswer(
            long seq,
            Period period,
            String act,
            @Nullable String region,
            @Nullable LocalDate until,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy,
            String seal) {
        static ClosingAnswer of(Closing closing) {
            Reopened reopened = closing.what() instanceof Reopened some ? some : null;
            return new ClosingAnswer(
                    closing.seq(),
                    closing.period(),
                    closing.what().act(),
                    reopened == null ? null : reopened.region(),
                    reopened == null ? null : reopened.until(),
                    closing.reason(),
                    closing.recordedAt(),
                    closing.recordedBy(),
                    closing.hash().hex());
        }
    }

    @GET
    @Path("/plans/{plan}/closings")
    @Operation(summary = "关账与重新开放的记录 · what was closed and reopened, oldest first")
    public RestResponse<List<ClosingAnswer>> list(
            @PathParam("plan") String planCode,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Paging paging = Paging.of(size, after);
        int seen = after == null ? 0 : Parameters.number("after", after, 0, Integer.MAX_VALUE);
        List<ClosingAnswer> fetched = closings.history(plan.code()).stream()
                .filter(closing -> closing.seq() > seen)
                .filter(closing -> concerns(plan, closing))
                .limit(paging.fetchSize())
                .map(ClosingAnswer::of)
                .toList();
        return paging.answer(fetched, closing -> String.valueOf(closing.seq()), uri);
    }

    @POST
    @RolesAllowed(Role.REVIEWERS)
    @Path("/plans/{plan}/periods/{period}/close")
    @Operation(
            summary = "关账 · close a period",
            description =
                    "From now on it takes no figures, reviews or withdrawals (409, E-CLOSED). All regions' chains are"
                            + " sealed as they are; the seal is to be printed in the bulletin.")
    public ClosingAnswer close(
            @PathParam("plan") String planCode, @PathParam("period") String periodText, @Nullable CloseForm form) {
        Plan plan = plans.require(planCode);
        Period period = plan.requirePeriod("period", periodText);
        return ClosingAnswer.of(office.close(plan, period, form == null ? null : form.reason()));
    }

    /** What was reopened for others only is theirs. */
    private static boolean concerns(Plan plan, Closing closing) {
        return !(closing.what() instanceof Reopened reopened)
                || plan.reaches(reopened.region())
                || plan.regions().isWithin(plan.scope(), reopened.region());
    }

    @POST
    @RolesAllowed(Role.REVIEWERS)
    @Path("/plans/{plan}/periods/{period}/reopen")
    @Operation(
            summary = "重新开放 · open a closed period again",
            description =
                    "For one region and everything below it (default: the plan's own), up to and including a day, with"
                            + " a reason. After that day it is closed again by itself; closing it anew seals what came in.")
    public ClosingAnswer reopen(
            @PathParam("plan") String planCode, @PathParam("period") String periodText, ReopenForm form) {
        Plan plan = plans.require(planCode);
        Period period = plan.requirePeriod("period", periodText);
        return ClosingAnswer.of(office.reopen(plan, period, form));
    }
}
