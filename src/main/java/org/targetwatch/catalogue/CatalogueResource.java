package org.targetwatch.catalogue;

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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Catalogue.Edition;
import org.targetwatch.measure.Period;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;

@Path("/api/v1")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "catalogue", description = "工作要点、任务、指标、填报单位 · plans, work items, indicators, regions")
public class CatalogueResource {
    private final Catalogue catalogue;
    private final CallersPlans plans;
    private final PlanActs acts;

    CatalogueResource(Catalogue catalogue, CallersPlans plans, PlanActs acts) {
        this.catalogue = catalogue;
        this.plans = plans;
        this.acts = acts;
    }

    /**
     * A plan without its items.
     *
     * @param version from 1; it grows with every change of the plan or its regions
     * @param dueDays the last day on which the figures of each period are on time
     */
    @Schema(name = "Plan")
    public record PlanAnswer(
            String code,
            String name,
            String english,
            int year,
            String region,
            String source,
            LocalDate published,
            int version,
            Instant recordedAt,
            List<Section> sections,
            int workItems,
            int indicators,
            List<DueDay> dueDays) {
        static PlanAnswer of(Edition edition) {
            Plan plan = edition.plan();
            return new PlanAnswer(
                    plan.code(),
                    plan.name(),
                    plan.english(),
                    plan.year(),
                    plan.region(),
                    plan.source(),
                    plan.published(),
                    edition.version(),
                    edition.recordedAt(),
                    plan.sections(),
                    plan.workItems().size(),
                    plan.indicators().size(),
                    plan.start()
                            .through(plan.lastPeriod())
                            .map(period -> new DueDay(period, plan.dueDays().of(period)))
                            .toList());
        }
    }

    /** When a period's figures are due. */
    public record DueDay(Period period, LocalDate due) {}

    /** A work item with the codes of its indicators. */
    @Schema(name = "WorkItem")
    public record WorkItemAnswer(
            int number,
            int section,
            String name,
            String english,
            @Schema(description = "as printed; what the source leaves blank stays blank (__)") List<String> leadLeaders,
            List<String> leadOffices,
            List<String> responsibleOffices,
            List<String> indicators,
            List<WorkItem.Deliverable> deliverables) {
        static WorkItemAnswer of(WorkItem item, Plan plan) {
            return new WorkItemAnswer(
                    item.number(),
                    item.section(),
                    item.name(),
                    item.english(),
                    item.leadLeaders(),
                    item.leadOffices(),
                    item.responsibleOffices(),
                    plan.indicators().values().stream()
                            .filter(indicator -> indicator.workItem() == item.number())
                            .map(Indicator::code)
                            .toList(),
                    item.deliverables());
        }
    }

    @GET
    @Path("/plans")
    @Operation(summary = "全部工作要点 · all plans")
    public RestResponse<List<PlanAnswer>> plans(
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        List<Edition> page = page(plans.editions(), edition -> edition.plan().code(), paging);
        return paging.answer(page.stream().map(PlanAnswer::of).toList(), PlanAnswer::code, uri);
    }

    @GET
    @Path("/plans/{plan}")
    @Operation(summary = "一份工作要点及各报告期截止日 · a plan, with the due day of each period")
    public PlanAnswer plan(@PathParam("plan") String plan) {
        return PlanAnswer.of(plans.requireEdition(plan));
    }

    @POST
    @RolesAllowed(Role.ADMINS)
    @Path("/plans/{plan}/rollover")
    @Operation(
            summary = "由本年工作要点结转新一年的草案 · roll the plan over into a draft for another year",
            description = "Targets are undecided until PUT for the plan's own region; months move with the year;"
                    + " stretches, baselines, floors, steps, frozen denominators and deliverables are left out. The old"
                    + " plan's figures become the new one's reference figures where its year is the year before.")
    @APIResponseSchema(value = PlanAnswer.class, responseCode = "201")
    public RestResponse<PlanAnswer> rollOver(
            @PathParam("plan") String planCode, RolloverForm form, @Context UriInfo uri) {
        PlanAnswer answer = PlanAnswer.of(acts.rollOver(planCode, form));
        return ResponseBuilder.create(RestResponse.Status.CREATED, answer)
                .location(uri.getBaseUriBuilder().path("api/v1/plans/{plan}").build(answer.code()))
                .build();
    }

    @GET
    @Path("/plans/{plan}/work-items")
    @Operation(summary = "工作任务及其领导、科室 · work items with their leaders and offices")
    public RestResponse<List<WorkItemAnswer>> workItems(
            @PathParam("plan") String planCode,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Paging paging = Paging.of(size, after);
        int last = after == null ? 0 : Parameters.number("after", after, 0, Integer.MAX_VALUE);
        List<WorkItemAnswer> page = plan.workItems().stream()
                .filter(item -> item.number() > last)
                .sorted(Comparator.comparingInt(WorkItem::number))
                .limit(paging.fetchSize())
                .map(item -> WorkItemAnswer.of(item, plan))
                .toList();
        return paging.answer(page, item -> String.valueOf(item.number()), uri);
    }

    @GET
    @Path("/plans/{plan}/indicators")
    @Operation(summary = "全部指标，按代码排列 · all indicators in code order")
    public RestResponse<List<IndicatorAnswer>> indicators(
            @PathParam("plan") String planCode,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Paging paging = Paging.of(size, after);
        List<IndicatorAnswer> page = page(plan.indicators().values(), Indicator::code, paging).stream()
                .map(indicator -> IndicatorAnswer.of(indicator, plan))
                .toList();
        return paging.answer(page, IndicatorAnswer::code, uri);
    }

    @GET
    @Path("/plans/{plan}/indicators/{indicator}")
    @Operation(summary = "一项指标 · an indicator")
    public IndicatorAnswer indicator(@PathParam("plan") String planCode, @PathParam("indicator") String indicatorCode) {
        Plan plan = plans.require(planCode);
        return IndicatorAnswer.of(plan.requireIndicator(indicatorCode), plan);
    }

    @GET
    @Path("/plans/{plan}/relations")
    @Operation(
            summary = "指标间关系，按代码排列 · what figures of different indicators have to do with each other",
            description = "A batch that would break one of them is refused (E-RELATION); where one side is not reported"
                    + " there is nothing to compare.")
    public RestResponse<List<Relation>> relations(
            @PathParam("plan") String planCode,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        List<Relation> page = page(plans.require(planCode).relations(), Relation::code, paging);
        return paging.answer(page, Relation::code, uri);
    }

    @GET
    @Path("/regions")
    @Operation(summary = "填报单位 · the regions that report")
    public RestResponse<List<Region>> regions(
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        return paging.answer(page(catalogue.regions(), Region::code, paging), Region::code, uri);
    }

    private static <T> List<T> page(Collection<T> all, Function<T, String> key, Paging paging) {
        String after = paging.after();
        return all.stream()
                .filter(element -> after == null || key.apply(element).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(paging.fetchSize())
                .toList();
    }
}
