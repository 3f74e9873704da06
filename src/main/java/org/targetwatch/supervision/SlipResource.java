package org.targetwatch.supervision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.web.BodyUpTo;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Language;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Text;

/** 督办单 over HTTP. */
@Path("/api/v1/plans/{plan}/slips")
@Tag(name = "slips", description = "督办单：滞后之后的回复、审核与销号 · what follows a lag: reply, review, closing")
public class SlipResource {
    private static final int LARGEST_NUMBER = 999_999_999;

    private final CallersPlans plans;
    private final SlipDesk desk;
    private final BusinessDate businessDate;

    SlipResource(CallersPlans plans, SlipDesk desk, BusinessDate businessDate) {
        this.plans = plans;
        this.desk = desk;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
    @Operation(
            summary = "督办单列表 · slips, by number",
            description =
                    "Those that the caller may see, closed ones too; with indicator it is that indicator's history."
                            + " state: open, replied, sent_back, accepted, closed, recovered, or ongoing for the first four."
                            + " office: a lead office.")
    public RestResponse<List<SlipAnswer>> list(
            @PathParam("plan") String planCode,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("region") @Nullable String region,
            @QueryParam("office") @Nullable String office,
            @QueryParam("state") @Nullable String state,
            @QueryParam("overdue") @Nullable String overdue,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Paging paging = Paging.of(size, after);
        SlipQuery query = SlipQuery.of(plan)
                .in(phases(state))
                .page(after == null ? 0 : number("after", after), paging.fetchSize())
                .overdueOn(Parameters.flag("overdue", overdue) ? businessDate.today() : null);
        query = indicator == null
                ? query
                : query.ofIndicators(List.of(plan.requireIndicator(indicator).code()));
        query = region == null ? query : query.ofRegions(List.of(plan.requireRegion(region)));
        query = office == null ? query : query.ofIndicators(led(plan, office, indicator));
        List<SlipAnswer> fetched = desk.find(plan, query).stream()
                .map(slip -> answer(plan, slip, language))
                .toList();
        return paging.answer(fetched, slip -> String.valueOf(slip.number()), uri);
    }

    private static Set<Phase> phases(@Nullable String state) {
        return "ongoing".equals(state)
                ? SlipQuery.OPEN
                : Parameters.optionalWord("state", state, Phase.class)
                        .<Set<Phase>>map(EnumSet::of)
                        .orElse(SlipQuery.ANY);
    }

    private static List<String> led(Plan plan, String office, @Nullable String only) {
        return plan.indicators().values().stream()
                .filter(indicator -> only == null || only.equals(indicator.code()))
                .filter(indicator -> plan.workItem(indicator.workItem())
                        .orElseThrow()
                        .leadOffices()
                        .contains(office))
                .map(Indicator::code)
                .toList();
    }

    private static int number(String name, String sent) {
        return Parameters.number(name, sent, 1, LARGEST_NUMBER);
    }

    private SlipAnswer answer(Plan plan, Slip slip, @Nullable String language) {
        return SlipAnswer.of(plan, slip, businessDate.today(), Language.of(language));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
    @Operation(summary = "一张督办单及其经过 · one slip and what was done to it")
    public SlipAnswer one(
            @PathParam("plan") String planCode,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Plan plan = plans.require(planCode);
        return answer(plan, desk.one(plan, number("number", number)), language);
    }

    @POST
    @RolesAllowed(Role.REVIEWERS)
    @Operation(
            summary = "开督办单 · open a slip by hand",
            description =
                    "For an indicator of the caller's own offices. What is missing is taken from the current card."
                            + " One open slip by hand for each indicator and region; 409 names the one that is open.")
    public RestResponse<SlipAnswer> open(
            @PathParam("plan") String planCode,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context UriInfo uri,
            SlipForms.Open form) {
        Plan plan = plans.require(planCode);
        SlipAnswer answer = answer(plan, desk.open(plan, form), language);
        URI address = uri.getAbsolutePathBuilder()
                .path(String.valueOf(answer.number()))
                .build();
        return ResponseBuilder.<SlipAnswer>created(address).entity(answer).build();
    }

    @POST
    @Path("/{number}/reply")
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
    @Operation(
            summary = "回复 · reply: reason, measure, new date",
            description =
                    "By the region's reporter, or by an office that answers for the indicator. Upload files before.")
    public SlipAnswer reply(
            @PathParam("plan") String planCode,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            SlipForms.Reply form) {
        Plan plan = plans.require(planCode);
        return answer(plan, desk.reply(plan, number("number", number), form), language);
    }

    @POST
    @Path("/{number}/accept")
    @RolesAllowed(Role.REVIEWERS)
    @Operation(
            summary = "采纳回复 · accept the reply",
            description = "Closes the slip, unless targetwatch.supervision.close-on-acceptance is false: then it stays"
                    + " under watch until the promised day, and closes when the figure recovers.")
    public SlipAnswer accept(
            @PathParam("plan") String planCode,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            SlipForms.Accept form) {
        Plan plan = plans.require(planCode);
        return answer(plan, desk.accept(plan, number("number", number), form), language);
    }

    @POST
    @Path("/{number}/send-back")
    @RolesAllowed(Role.REVIEWERS)
    @Operation(summary = "退回回复 · send the reply back, with reason")
    public SlipAnswer sendBack(
            @PathParam("plan") String planCode,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            SlipForms.SendBack form) {
        Plan plan = plans.require(planCode);
        return answer(plan, desk.sendBack(plan, number("number", number), form), language);
    }

    @POST
    @Path("/{number}/close")
    @RolesAllowed(Role.REVIEWERS)
    @Operation(summary = "销号 · close a slip, with reason")
    public SlipAnswer close(
            @PathParam("plan") String planCode,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            SlipForms.Close form) {
        Plan plan = plans.require(planCode);
        return answer(plan, desk.close(plan, number("number", number), form), language);
    }

    /** @param sha256 over the content */
    public record AttachmentAnswer(int seq, String name, int size, String sha256) {
        static AttachmentAnswer of(Attachment attachment) {
            return new AttachmentAnswer(
                    attachment.seq(),
                    attachment.name(),
                    attachment.content().length,
                    attachment.hash().hex());
        }
    }

    @POST
    @Path("/{number}/attachments")
    @Consumes(MediaType.WILDCARD)
    @BodyUpTo(setting = "targetwatch.supervision.attachment-max-bytes", bytes = 5 * BodyUpTo.MEGABYTE)
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
    @Operation(
            summary = "上传附件 · add a file",
            description =
                    "The body is the file, name its name: pdf, png, jpg, docx or xlsx. The same content again adds nothing.")
    public RestResponse<AttachmentAnswer> attach(
            @PathParam("plan") String planCode,
            @PathParam("number") String number,
            @QueryParam("name") @Nullable String name,
            @Context UriInfo uri,
            byte[] content) {
        Plan plan = plans.require(planCode);
        String fileName = Optional.ofNullable(name)
                .orElseThrow(
                        () -> Parameters.unreadable("name", "", new Text("请写明文件名", "the file's name is expected")));
        Attachment attachment = desk.attach(plan, number("number", number), fileName, content);
        URI address = uri.getAbsolutePathBuilder()
                .path(String.valueOf(attachment.seq()))
                .build();
        return ResponseBuilder.<AttachmentAnswer>created(address)
                .entity(AttachmentAnswer.of(attachment))
                .build();
    }

    @GET
    @Path("/{number}/attachments/{seq}")
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
    @Operation(
            summary = "下载附件 · a file, to be saved and never shown in place",
            description = "ETag is the SHA-256 over the content.")
    public RestResponse<byte[]> attachment(
            @PathParam("plan") String planCode, @PathParam("number") String number, @PathParam("seq") String seq) {
        Plan plan = plans.require(planCode);
        Attachment attachment = desk.attachment(plan, number("number", number), number("seq", seq));
        return Download.of(attachment);
    }
}
