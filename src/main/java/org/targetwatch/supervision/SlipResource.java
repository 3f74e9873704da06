package org.targetwatch.supervision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** Which slip, and how its state is to be worded. */
    public static class One {
        @PathParam("plan")
        String plan;

        @PathParam("number")
        String number;

        @HeaderParam(HttpHeaders.IF_MATCH)
        @Nullable
        String ifMatch;

        @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
        @Nullable
        String language;
    }

    private Seen seen(One one) {
        return new Seen(plans.require(one.plan), number("number", one.number), Parameters.ifMatch(one.ifMatch));
    }

    /** Answers what the slip has become, with the tag that says how much was done to it. */
    private RestResponse<SlipAnswer> answer(One one, Function<Seen, Slip> act) {
        Seen seen = seen(one);
        SlipAnswer answer = answer(seen.plan(), act.apply(seen), one.language);
        return ResponseBuilder.ok(answer)
                .tag(new EntityTag(String.valueOf(answer.steps().size())))
                .build();
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
    @Operation(
            summary = "一张督办单及其经过 · one slip and what was done to it",
            description =
                    "ETag is the number of steps: sent back as If-Match, what is done is done to the slip as it was"
                            + " read, or refused (412).")
    public RestResponse<SlipAnswer> one(@BeanParam One one) {
        return answer(one, seen -> desk.one(seen.plan(), seen.number()));
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
    public RestResponse<SlipAnswer> reply(@BeanParam One one, SlipForms.Reply form) {
        return answer(one, seen -> desk.reply(seen, form));
    }

    @POST
    @Path("/{number}/accept")
    @RolesAllowed(Role.REVIEWERS)
    @Operation(
            summary = "采纳回复 · accept the reply",
            description = "Closes the slip, unless targetwatch.supervision.close-on-acceptance is false: then it stays"
                    + " under watch until the promised day, and closes when the figure recovers.")
    public RestResponse<SlipAnswer> accept(@BeanParam One one, SlipForms.Accept form) {
        return answer(one, seen -> desk.accept(seen, form));
    }

    @POST
    @Path("/{number}/send-back")
    @RolesAllowed(Role.REVIEWERS)
    @Operation(summary = "退回回复 · send the reply back, with reason")
    public RestResponse<SlipAnswer> sendBack(@BeanParam One one, SlipForms.SendBack form) {
        return answer(one, seen -> desk.sendBack(seen, form));
    }

    @POST
    @Path("/{number}/close")
    @RolesAllowed(Role.REVIEWERS)
    @Operation(summary = "销号 · close a slip, with reason")
    public RestResponse<SlipAnswer> close(@BeanParam One one, SlipForms.Close form) {
        return answer(one, seen -> desk.close(seen, form));
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
            @BeanParam One one, @QueryParam("name") @Nullable String name, @Context UriInfo uri, byte[] content) {
        String fileName = Optional.ofNullable(name)
                .orElseThrow(
                        () -> Parameters.unreadable("name", "", new Text("请写明文件名", "the file's name is expected")));
        Attachment attachment = desk.attach(seen(one), fileName, content);
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
    public RestResponse<byte[]> attachment(@BeanParam One one, @PathParam("seq") String seq) {
        Seen seen = seen(one);
        return Download.of(desk.attachment(seen.plan(), seen.number(), number("seq", seq)));
    }
}
