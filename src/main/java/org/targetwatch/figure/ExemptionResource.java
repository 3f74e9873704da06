package org.targetwatch.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Says which indicators do not apply to which regions. */
@Path("/api/v1/plans/{plan}/exemptions")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "exemptions", description = "不适用：某单位没有该项工作 · regions that an indicator does not apply to")
public class ExemptionResource {
    private final CallersPlans plans;
    private final Exemptions exemptions;
    private final Caller caller;

    ExemptionResource(CallersPlans plans, Exemptions exemptions, Caller caller) {
        this.plans = plans;
        this.exemptions = exemptions;
        this.caller = caller;
    }

    /**
     * @param exempt true: the indicator does not apply; false: it does again
     * @param effectiveFrom {@code 2020-04}: the first period for which this holds
     * @param reason why; at most 1,000 characters
     */
    @Schema(name = "ExemptionDecision")
    public record ExemptionForm(@Nullable Boolean exempt, @Nullable String effectiveFrom, @Nullable String reason) {}

    /** One decision; the last {@code number} of an indicator and region holds from its month on. */
    @Schema(name = "Exemption")
    public record ExemptionAnswer(
            String indicator,
            String region,
            int number,
            boolean exempt,
            Period effectiveFrom,
            String reason,
            Instant recordedAt,
            String recordedBy) {
        private String key() {
            return "%s~%s~%04d".formatted(region, indicator, number);
        }

        static ExemptionAnswer of(Exemption exemption) {
            return new ExemptionAnswer(
                    exemption.indicator(),
                    exemption.region(),
                    exemption.number(),
                    exemption.exempt(),
                    exemption.from(),
                    exemption.reason(),
                    exemption.recordedAt(),
                    exemption.recordedBy());
        }
    }

    @GET
    @Operation(summary = "全部不适用的认定 · every decision, by region and indicator, oldest first")
    public RestResponse<List<ExemptionAnswer>> list(
            @PathParam("plan") String planCode,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        Plan plan = plans.require(planCode);
        List<ExemptionAnswer> fetched = exemptions.history(plan.code()).stream()
                .filter(exemption -> plan.indicators().containsKey(exemption.indicator()))
                .filter(exemption -> plan.reaches(exemption.region()))
                .map(ExemptionAnswer::of)
                .sorted(Comparator.comparing(ExemptionAnswer::key))
                .filter(exemption -> after == null || exemption.key().compareTo(after) > 0)
                .limit(paging.fetchSize())
                .toList();
        return paging.answer(fetched, ExemptionAnswer::key, uri);
    }

    @PUT
    @RolesAllowed(Role.REVIEWERS)
    @Path("/{indicator}/{region}")
    @Operation(
            summary = "认定某指标对某单位不适用 · say that an indicator does not apply to a region",
            description =
                    "From effectiveFrom on nothing is expected of the region, and what it reported counts no more;"
                            + " earlier months stay as they are. exempt=false takes it back.")
    public ExemptionAnswer put(
            @PathParam("plan") String planCode,
            @PathParam("indicator") String indicatorCode,
            @PathParam("region") String region,
            ExemptionForm form) {
        Plan plan = plans.require(planCode);
        Indicator indicator = plans.requireOwn(plan, reported(plan, indicatorCode, region));
        Violations violations = new Violations();
        Optional<Period> from = from(plan, indicator, form, violations);
        if (form.exempt() == null) {
            violations.add(new Violation(
                    null,
                    "exempt",
                    "E-MISSING",
                    new Text("缺少 exempt：true 或 false。", "exempt is missing: true or false.")));
        }
        String reason = FreeText.reason(null, form.reason(), violations);
        violations.refuseIfAny();
        Series series = new Series(indicator.code(), region);
        return ExemptionAnswer.of(
                exemptions.decide(plan.code(), series, from.orElseThrow(), form.exempt(), reason, caller.name()));
    }

    private static Optional<Period> from(Plan plan, Indicator indicator, ExemptionForm form, Violations violations) {
        Optional<Period> from = Optional.ofNullable(form.effectiveFrom())
                .flatMap(Period::parse)
                .filter(period -> !period.isBefore(plan.start()) && !period.isAfter(indicator.lastPeriod()));
        if (from.isEmpty()) {
            Text message = Text.of(
                    "effectiveFrom 的值“%s”不可用，应为 %s 至 %s 之间的月份。",
                    "effectiveFrom has the unusable value '%s'; a month from %s to %s is expected.",
                    Text.shown(String.valueOf(form.effectiveFrom())),
                    plan.start(),
                    indicator.lastPeriod());
            violations.add(new Violation(null, "effectiveFrom", "E-PERIOD", message));
        }
        return from;
    }

    private static Indicator reported(Plan plan, String code, String region) {
        return plan.indicator(code)
                .filter(indicator -> plan.reports(region, indicator))
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "填报单位 %s 不填报指标 %s。",
                        "Region %s does not report indicator %s.", Text.shown(region), Text.shown(code))));
    }
}
