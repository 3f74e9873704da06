package org.targetwatch.target;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;
import org.targetwatch.web.Parameters;

@Path("/api/v1/plans/{plan}/targets/{indicator}/{region}")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "targets", description = "目标与进度计划 · what was promised, and by which way")
public class TargetResource {
    private final CallersPlans plans;
    private final Targets targets;
    private final TargetActs acts;

    TargetResource(CallersPlans plans, Targets targets, TargetActs acts) {
        this.plans = plans;
        this.targets = targets;
        this.acts = acts;
    }

    /** A target in base units, null where a line does not exist. */
    @Schema(name = "Target")
    public record TargetAnswer(
            String direction,
            @Nullable BigDecimal value,
            @Nullable BigDecimal stretch,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal floor,
            JsonNode trajectory) {
        static TargetAnswer of(Target target) {
            Direction direction = target.direction();
            return new TargetAnswer(
                    direction.code(),
                    direction instanceof Direction.AtLeast atLeast
                            ? rounded(atLeast.value())
                            : direction instanceof Direction.AtMost atMost ? rounded(atMost.value()) : null,
                    direction instanceof Direction.AtLeast atLeast ? rounded(atLeast.stretch()) : null,
                    direction instanceof Direction.Between between ? rounded(between.low()) : null,
                    direction instanceof Direction.Between between ? rounded(between.high()) : null,
                    rounded(target.baseline()),
                    rounded(target.floor()),
                    TrajectoryForm.write(target.trajectory(), number -> number));
        }

        private static @Nullable BigDecimal rounded(@Nullable Exact number) {
            return number == null ? null : number.rounded();
        }
    }

    /** Which target is in force from {@code from} on; null while the region has none (未分解), or it is undecided. */
    public record InForce(Period from, @Nullable TargetAnswer target) {}

    /** One decision, as it was made. */
    public record DecisionAnswer(
            int number,
            Period effectiveFrom,
            TargetAnswer target,
            String reason,
            Instant recordedAt,
            String recordedBy) {
        static DecisionAnswer of(Decision decision) {
            return new DecisionAnswer(
                    decision.number(),
                    decision.from(),
                    TargetAnswer.of(decision.target()),
                    decision.reason(),
                    decision.recordedAt(),
                    decision.recordedBy());
        }
    }

    /**
     * @param inForce by month, merged where nothing changes
     * @param inherited whether the region has never decided itself and lives by what is handed down
     * @param decisions newest first
     */
    public record TargetsAnswer(
            String indicator,
            String region,
            Unit unit,
            boolean inherited,
            List<InForce> inForce,
            List<DecisionAnswer> decisions) {}

    @GET
    @Operation(summary = "一个单位的目标及其沿革 · a region's target, by month, and its history")
    public RestResponse<TargetsAnswer> get(
            @PathParam("plan") String planCode,
            @PathParam("indicator") String indicatorCode,
            @PathParam("region") String region) {
        Plan plan = plans.require(planCode);
        return answer(plan, plan.requireIndicator(indicatorCode, region), region);
    }

    @PUT
    @RolesAllowed({Role.REVIEWERS, Role.ADMINS})
    @Operation(
            summary = "设定或调整一个单位的目标 · set or re-plan a region's target",
            description = "Holds from effectiveFrom on; earlier months stay judged by what was in force then. Send the"
                    + " ETag of the last reading as If-Match to be told (412) when someone else decided since.")
    public RestResponse<TargetsAnswer> put(
            @PathParam("plan") String planCode,
            @PathParam("indicator") String indicatorCode,
            @PathParam("region") String region,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            TargetForm form) {
        Plan plan = plans.require(planCode);
        Indicator indicator = plan.requireIndicator(indicatorCode, region);
        acts.decide(plan, new Series(indicator.code(), region), form, Parameters.ifMatch(ifMatch));
        return answer(plan, indicator, region);
    }

    private RestResponse<TargetsAnswer> answer(Plan plan, Indicator indicator, String region) {
        TargetTimeline timeline = targets.timeline(plan, new Series(indicator.code(), region));
        List<Decision> decisions = timeline.decisions();
        TargetsAnswer answer = new TargetsAnswer(
                indicator.code(),
                region,
                Unit.of(indicator.rules().measure().unit().base()),
                decisions.isEmpty() && !region.equals(plan.region()),
                inForce(plan, indicator, timeline).toList(),
                decisions.stream().map(DecisionAnswer::of).toList());
        int last = decisions.isEmpty() ? 0 : decisions.get(0).number();
        return ResponseBuilder.ok(answer)
                .tag(new EntityTag(String.valueOf(last)))
                .build();
    }

    private static Stream<InForce> inForce(Plan plan, Indicator indicator, TargetTimeline timeline) {
        return plan.start()
                .through(indicator.rules().lastPeriod())
                .filter(period -> period.equals(plan.start())
                        || !Objects.equals(timeline.at(period), timeline.at(period.previous())))
                .map(period -> new InForce(
                        period,
                        Optional.ofNullable(timeline.at(period))
                                .map(TargetAnswer::of)
                                .orElse(null)));
    }
}
