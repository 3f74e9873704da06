package org.targetwatch.figure;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.figure.DeliverableReport.Revision;
import org.targetwatch.measure.Period;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

@Path("/api/v1/plans/{plan}/deliverables")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "deliverables", description = "没有数量的成果 · documents and acts that are done or not")
public class DeliverableResource {
    private final CallersPlans plans;
    private final Deliverables deliverables;
    private final BusinessDate businessDate;
    private final Caller caller;

    DeliverableResource(CallersPlans plans, Deliverables deliverables, BusinessDate businessDate, Caller caller) {
        this.plans = plans;
        this.deliverables = deliverables;
        this.businessDate = businessDate;
        this.caller = caller;
    }

    /** What the plan asks for, with its work item. */
    private record Asked(WorkItem item, WorkItem.Deliverable deliverable) {
        String code() {
            return deliverable.code();
        }
    }

    /**
     * A deliverable and how far it is.
     *
     * @param due the month in which it should be done
     * @param overdue whether that month has ended, by the business date, and it is not done
     * @param recordedAt when this was said; null while nothing was
     */
    @Schema(name = "Deliverable")
    public record DeliverableAnswer(
            String code,
            String name,
            String english,
            int workItem,
            Period due,
            DeliverableState state,
            boolean overdue,
            @Nullable LocalDate doneOn,
            @Nullable String evidence,
            @Nullable String note,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {

        private static DeliverableAnswer of(Asked asked, Optional<Revision> last, LocalDate today) {
            Optional<DeliverableReport> report = last.map(Revision::report);
            DeliverableState state = report.map(DeliverableReport::state).orElse(DeliverableState.NOT_STARTED);
            return new DeliverableAnswer(
                    asked.code(),
                    asked.deliverable().name(),
                    asked.deliverable().english(),
                    asked.item().number(),
                    asked.deliverable().due(),
                    state,
                    state.isOverdue(asked.deliverable().due(), today),
                    report.map(DeliverableReport::doneOn).orElse(null),
                    report.map(DeliverableReport::evidence).orElse(null),
                    report.map(DeliverableReport::note).orElse(null),
                    last.map(Revision::recordedAt).orElse(null),
                    last.map(Revision::recordedBy).orElse(null));
        }
    }

    /** What was said at one time. */
    @Schema(name = "DeliverableRevision")
    public record RevisionAnswer(
            int number,
            Instant recordedAt,
            String recordedBy,
            DeliverableState state,
            @Nullable LocalDate doneOn,
            @Nullable String evidence,
            @Nullable String note) {
        static RevisionAnswer of(Revision revision) {
            DeliverableReport report = revision.report();
            return new RevisionAnswer(
                    revision.number(),
                    revision.recordedAt(),
                    revision.recordedBy(),
                    report.state(),
                    report.doneOn(),
                    report.evidence(),
                    report.note());
        }
    }

    /** A deliverable with everything that was ever said about it, oldest first. */
    @Schema(name = "DeliverableWithRevisions")
    public record WithRevisions(@JsonUnwrapped DeliverableAnswer current, List<RevisionAnswer> revisions) {}

    @GET
    @Operation(summary = "全部成果及其完成情况 · all deliverables by code, and how far they are")
    public RestResponse<List<DeliverableAnswer>> list(
            @PathParam("plan") String planCode,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Paging paging = Paging.of(size, after);
        Map<String, Revision> last = deliverables.current(plan.code());
        List<DeliverableAnswer> fetched = asked(plan)
                .sorted(comparing(Asked::code))
                .filter(asked -> after == null || asked.code().compareTo(after) > 0)
                .limit(paging.fetchSize())
                .map(asked ->
                        DeliverableAnswer.of(asked, Optional.ofNullable(last.get(asked.code())), businessDate.today()))
                .toList();
        return paging.answer(fetched, DeliverableAnswer::code, uri);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "一项成果及其沿革 · one deliverable and its history")
    public RestResponse<WithRevisions> one(@PathParam("plan") String planCode, @PathParam("code") String code) {
        Plan plan = plans.require(planCode);
        return answer(plan, asked(plan, code));
    }

    @PUT
    @RolesAllowed(Role.REVIEWERS)
    @Path("/{code}")
    @Operation(
            summary = "标记完成情况 · say how far it is",
            description =
                    "What is done needs evidence and a day. The same again changes nothing; what was said before is"
                            + " kept. Send the ETag of the last reading as If-Match to be told (412) when someone else reported"
                            + " since.")
    public RestResponse<WithRevisions> put(
            @PathParam("plan") String planCode,
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            DeliverableForm form) {
        Plan plan = plans.require(planCode);
        Asked asked = asked(plan, code);
        plans.requireOwn(asked.item().offices());
        DeliverableReport report = form.validated(plan, businessDate.today());
        if (!deliverables.record(plan.code(), asked.code(), report, caller.name(), Parameters.ifMatch(ifMatch))) {
            throw Problem.of(
                    Problem.Kind.PRECONDITION_FAILED,
                    new Text(
                            "该成果已被他人更新，未保存。请重新读取后再提交。",
                            "Someone else has reported about this deliverable since; nothing was stored. Read it again"
                                    + " and send again."));
        }
        return answer(plan, asked);
    }

    private RestResponse<WithRevisions> answer(Plan plan, Asked asked) {
        List<Revision> history = deliverables.history(plan.code(), asked.code());
        Optional<Revision> last = history.stream().reduce((earlier, later) -> later);
        WithRevisions answer = new WithRevisions(
                DeliverableAnswer.of(asked, last, businessDate.today()),
                history.stream().map(RevisionAnswer::of).toList());
        return ResponseBuilder.ok(answer)
                .tag(new EntityTag(last.map(Revision::number).orElse(0).toString()))
                .build();
    }

    private static Stream<Asked> asked(Plan plan) {
        return plan.workItems().stream()
                .flatMap(item -> item.deliverables().stream().map(deliverable -> new Asked(item, deliverable)));
    }

    private static Asked asked(Plan plan, String code) {
        return asked(plan)
                .filter(asked -> asked.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "没有成果 %s，可用的见 /api/v1/plans/%s/deliverables。",
                        "There is no deliverable %s; see /api/v1/plans/%s/deliverables.",
                        Text.shown(code),
                        plan.code())));
    }
}
