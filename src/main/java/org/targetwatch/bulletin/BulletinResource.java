package org.targetwatch.bulletin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.audit.Hash;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.FileName;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Hands out bulletins, takes what is written into drafts, and issues them. */
@Path("/api/v1/plans/{plan}/bulletins")
@Tag(name = "bulletins", description = "通报 · the monthly bulletin")
public class BulletinResource {
    private static final String PERIOD = "{period: \\d{4}-\\d{2}}";

    private final CallersPlans plans;
    private final Bulletins bulletins;
    private final Caller caller;
    private final BusinessDate businessDate;
    private final Clock clock;

    BulletinResource(CallersPlans plans, Bulletins bulletins, Caller caller, BusinessDate businessDate, Clock clock) {
        this.plans = plans;
        this.bulletins = bulletins;
        this.caller = caller;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    /**
     * An issued bulletin.
     *
     * @param number 期号
     * @param knownAt the moment up to which figures are in it
     * @param seal of the closing that held the month closed; null when it was open
     * @param hash over it, its files and the bulletin before
     */
    @Schema(name = "IssuedBulletin")
    public record IssuedAnswer(
            int number,
            Period period,
            Instant knownAt,
            Instant issuedAt,
            String issuedBy,
            int catalogueVersion,
            @Nullable String seal,
            String hash) {
        static IssuedAnswer of(Issued issued) {
            return new IssuedAnswer(
                    issued.number(),
                    issued.period(),
                    issued.knownAt(),
                    issued.issuedAt(),
                    issued.issuedBy(),
                    issued.catalogueVersion(),
                    Optional.ofNullable(issued.seal()).map(Hash::hex).orElse(null),
                    issued.hash().hex());
        }
    }

    /**
     * What was written into a draft.
     *
     * @param number of this state; {@code If-Match} takes it
     */
    @Schema(name = "WrittenBulletinText")
    public record TextAnswer(int number, @Nullable Instant recordedAt, @Nullable String recordedBy, TextForm text) {
        static TextAnswer of(Optional<WrittenText> written) {
            return written.map(one ->
                            new TextAnswer(one.number(), one.recordedAt(), one.recordedBy(), TextForm.of(one.text())))
                    .orElse(new TextAnswer(0, null, null, TextForm.of(BulletinText.NONE)));
        }
    }

    /** @param knownAt the {@code knownAt} of the draft that was looked at; without it, the moment of now */
    @Schema(name = "BulletinIssuing")
    public record IssueForm(@Nullable String knownAt) {}

    @GET
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
    @Operation(summary = "已印发的通报 · the issued bulletins, by number")
    public RestResponse<List<IssuedAnswer>> list(
            @PathParam("plan") String planCode,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Paging paging = Paging.of(size, after);
        int seen = after == null ? 0 : Parameters.number("after", after, 0, Integer.MAX_VALUE);
        List<IssuedAnswer> fetched = bulletins.issued(plan.code()).stream()
                .filter(issued -> issued.number() > seen)
                .limit(paging.fetchSize())
                .map(IssuedAnswer::of)
                .toList();
        return paging.answer(fetched, issued -> String.valueOf(issued.number()), uri);
    }

    @GET
    @Path(PERIOD + ".{format: html|docx|xlsx}")
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
    @Operation(
            summary = "一个月的通报 · the bulletin of a month",
            description =
                    "As HTML to print, DOCX or XLSX, in Chinese. An issued one is served as it was issued. Reviewers,"
                            + " leaders and administrators get the draft of a month that is not, and with knownAt the bulletin"
                            + " made anew from what was known then: of an issued one's own knownAt, the same bytes.")
    public Response file(
            @PathParam("plan") String planCode,
            @PathParam("period") String periodText,
            @PathParam("format") String extension,
            @QueryParam("knownAt") @Nullable String knownAt) {
        Plan plan = plans.require(planCode);
        Period period = begun(plan, periodText);
        Format format = Format.of(extension).orElseThrow();
        Optional<Instant> moment = Parameters.knownAt(knownAt, clock);
        Optional<byte[]> issued = moment.isPresent()
                ? Optional.empty()
                : bulletins.kept(plan.code(), period).map(kept -> kept.file(format));
        byte[] file = issued.orElseGet(() -> bulletins.file(draft(plan, period, moment), format));
        return Response.ok(file, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(plan, period, format))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .build();
    }

    @GET
    @Path(PERIOD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTERS, Role.REVIEWERS, Role.LEADERS, Role.VIEWERS, Role.ADMINS})
    @Operation(
            summary = "通报内容，每个数字注明出自哪张记分卡 · the bulletin as data, each number with the card it was read from",
            description = "The same as the files, with the same rights.")
    public String data(
            @PathParam("plan") String planCode,
            @PathParam("period") String periodText,
            @QueryParam("knownAt") @Nullable String knownAt) {
        Plan plan = plans.require(planCode);
        Period period = begun(plan, periodText);
        Optional<Instant> moment = Parameters.knownAt(knownAt, clock);
        Optional<String> issued = moment.isPresent()
                ? Optional.empty()
                : bulletins.kept(plan.code(), period).map(KeptBulletin::model);
        return issued.orElseGet(() -> PaperJson.of(draft(plan, period, moment)));
    }

    private Bulletin draft(Plan plan, Period period, Optional<Instant> knownAt) {
        if (caller.role() == Role.REPORTER || caller.role() == Role.VIEWER) {
            throw Problem.notFound(Text.of(
                    "%s 的通报尚未印发，或不能按其他时间查阅。",
                    "The bulletin of %s is not issued yet, or cannot be read as of another moment.", period));
        }
        return bulletins.made(plan.code(), period, knownAt.orElseGet(bulletins::now));
    }

    @GET
    @Path(PERIOD + "/text")
    @RolesAllowed({Role.REVIEWERS, Role.LEADERS, Role.ADMINS})
    @Operation(summary = "通报中由人填写的文字 · what people have written into it")
    public TextAnswer text(@PathParam("plan") String planCode, @PathParam("period") String periodText) {
        Plan plan = plans.require(planCode);
        return TextAnswer.of(bulletins.text(plan.code(), begun(plan, periodText)));
    }

    @POST
    @Path(PERIOD)
    @RolesAllowed(Role.REVIEWERS)
    @Operation(
            summary = "填写草稿 · write into the draft",
            description = "下一步要求、印发单位、滞后事项的原因、措施和新的完成时限。 The whole text each time; every state is kept. If-Match:"
                    + " the number of the text it replaces (0: none yet), otherwise 412.")
    public TextAnswer write(
            @PathParam("plan") String planCode,
            @PathParam("period") String periodText,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            TextForm form) {
        Plan plan = plans.require(planCode);
        Period period = begun(plan, periodText);
        Integer expected = Parameters.ifMatch(ifMatch).orElse(null);
        BulletinText text = form.validated(plan);
        return TextAnswer.of(Optional.of(bulletins.write(plan.code(), period, text, expected, caller.name())));
    }

    @POST
    @Path(PERIOD + "/issue")
    @RolesAllowed(Role.REVIEWERS)
    @Operation(
            summary = "印发 · issue the bulletin of a month that has ended",
            description =
                    "It gets the next number and never changes again. Bulletins are issued in the order of months.")
    public IssuedAnswer issue(
            @PathParam("plan") String planCode, @PathParam("period") String periodText, @Nullable IssueForm form) {
        Plan plan = plans.require(planCode);
        Period period = begun(plan, periodText);
        refuseUnfinished(period);
        Optional<Instant> knownAt = Parameters.knownAt(form == null ? null : form.knownAt(), clock);
        return IssuedAnswer.of(bulletins.issue(plan, period, knownAt, caller.name()));
    }

    private Period begun(Plan plan, String periodText) {
        Period period = plan.requirePeriod("period", periodText);
        if (period.isAfter(businessDate.month())) {
            throw Problem.notFound(Text.of("%s 尚未开始，没有通报。", "%s has not begun; there is no bulletin of it.", period));
        }
        return period;
    }

    private void refuseUnfinished(Period period) {
        if (!period.isBefore(businessDate.month())) {
            throw Problem.conflict(
                    Text.of("%s 尚未结束，不能印发通报。", "%s has not ended; its bulletin cannot be issued yet.", period));
        }
    }

    private static String disposition(Plan plan, Period period, Format format) {
        FileName name = new FileName(
                "bulletin-%s-%s.%s".formatted(plan.code(), period, format.extension()),
                plan.name() + "通报（" + Words.month(period) + "）." + format.extension());
        return format == Format.HTML ? name.inline() : name.attachment();
    }
}
