package org.targetwatch.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Outcome;
import org.targetwatch.scorecard.Effect;
import org.targetwatch.web.BodyUpTo;
import org.targetwatch.web.Language;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.ViolationAnswer;
import org.targetwatch.web.Violations;

/** Takes figures in: all of a batch, or nothing and every reason why. */
@Path("/api/v1/plans/{plan}/figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
@Tag(name = "figures")
public class IntakeResource {
    private static final String EXAMPLE =
            """
            {"figures": [
              {"indicator": "major-project-investment", "region": "511102", "period": "2020-09",
               "value": 1.25, "unit": "亿元"},
              {"indicator": "preprimary-ger", "region": "511102", "period": "2020-09",
               "numerator": 13020, "denominator": 14000, "quality": "preliminary", "note": "9月1日统计时点"}],
             "signatures": {"preparedBy": "张三", "checkedBy": "李四", "approvedBy": "王五"}}""";

    private static final String CSV_EXAMPLE =
            """
            指标,填报单位,报告期,数值,单位,分子,分母,备注
            major-project-investment,511102,2020-09,1.25,亿元,,,
            preprimary-ger,511102,2020-09,,,13020,14000,9月1日统计时点
            """;

    private static final int EFFECTS_SHOWN = 1_000;

    private final CallersPlans plans;
    private final Reporting reporting;
    private final HttpHeaders headers;

    IntakeResource(CallersPlans plans, Reporting reporting, HttpHeaders headers) {
        this.plans = plans;
        this.reporting = reporting;
        this.headers = headers;
    }

    /**
     * What became of the batch; sent again, everything is {@code unchanged}.
     *
     * @param warnings what looks odd, the first thousand; nothing is held back because of them
     * @param effects what the figures do to the cards of the sender and of the regions above: the first thousand; null
     *     for a batch that is too large to say
     */
    public record Receipt(
            int received,
            int created,
            int revised,
            int unchanged,
            List<ViolationAnswer> warnings,
            int warningsTotal,
            @Nullable List<Effect> effects,
            @Nullable Integer effectsTotal) {
        static Receipt of(Intake.Recorded recorded, Language language) {
            Outcome outcome = recorded.stored().outcome();
            Violations warnings = recorded.stored().warnings();
            return new Receipt(
                    outcome.received(),
                    outcome.created(),
                    outcome.revised(),
                    outcome.unchanged(),
                    ViolationAnswer.of(warnings, language),
                    warnings.total(),
                    recorded.effects()
                            .map(effects ->
                                    effects.stream().limit(EFFECTS_SHOWN).toList())
                            .orElse(null),
                    recorded.effects().map(List::size).orElse(null));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyUpTo(setting = "targetwatch.intake.max-bytes", bytes = 256 * BodyUpTo.MEGABYTE)
    @Operation(
            summary = "Report figures, all or nothing 填报数据",
            description =
                    "With dryRun=true nothing is stored, and the answer is the one that storing would give. Warnings"
                            + " mark what looks odd, in the language of Accept-Language; they hold nothing back.")
    public Receipt post(
            @PathParam("plan") String planCode,
            @QueryParam("dryRun") @Nullable String dryRun,
            @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
                    InputStream body)
            throws IOException {
        return receipt(planCode, dryRun, JsonReader::read, body);
    }

    @POST
    @Consumes("text/csv")
    @BodyUpTo(setting = "targetwatch.intake.max-bytes", bytes = 256 * BodyUpTo.MEGABYTE)
    @Operation(
            summary = "Report figures in a table 以 CSV 填报",
            description = "UTF-8 or GB18030; comma, semicolon or tab; the columns of the JSON fields, or in Chinese.")
    public Receipt postCsv(
            @PathParam("plan") String planCode,
            @QueryParam("dryRun") @Nullable String dryRun,
            @RequestBody(content = @Content(mediaType = "text/csv", example = CSV_EXAMPLE)) InputStream body)
            throws IOException {
        return receipt(planCode, dryRun, CsvReader::read, body);
    }

    @POST
    @Consumes(XlsxReader.MEDIA_TYPE)
    @BodyUpTo(setting = "targetwatch.intake.max-xlsx-bytes", bytes = 10 * BodyUpTo.MEGABYTE)
    @Operation(
            summary = "Report figures in the form 以填报表（XLSX）填报",
            description = "The form comes from /plans/{plan}/templates/{region}/{period}.xlsx.")
    public Receipt postXlsx(
            @PathParam("plan") String planCode, @QueryParam("dryRun") @Nullable String dryRun, InputStream body)
            throws IOException {
        return receipt(planCode, dryRun, XlsxReader::read, body);
    }

    /** {@code dryRun} is read strictly: whoever writes dryRun=1 must not find the figures stored. */
    private Receipt receipt(String planCode, @Nullable String dryRun, Format format, InputStream body)
            throws IOException {
        boolean storesNothing = Parameters.flag("dryRun", dryRun);
        Plan plan = plans.require(planCode);
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return reporting.take(plan, format, body, storesNothing, language);
    }
}
