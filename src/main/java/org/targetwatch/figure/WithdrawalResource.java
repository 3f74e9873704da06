package org.targetwatch.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.ReviewResource.ReviewReceipt;
import org.targetwatch.figure.Reviews.Verdict;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/** Takes figures back. */
@Path("/api/v1/plans/{plan}/figures/{indicator}/{region}/{period}/withdraw")
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
@Tag(name = "reviews")
public class WithdrawalResource {
    private final CallersPlans plans;
    private final Reviews reviews;
    private final BusinessDate businessDate;
    private final Caller caller;

    WithdrawalResource(CallersPlans plans, Reviews reviews, BusinessDate businessDate, Caller caller) {
        this.plans = plans;
        this.reviews = reviews;
        this.businessDate = businessDate;
        this.caller = caller;
    }

    /** @param reason why; at most 1,000 characters */
    @Schema(name = "Withdrawal")
    public record WithdrawForm(@Nullable String reason) {}

    @POST
    @Operation(
            summary = "撤回一项数据 · take a figure back",
            description = "With a reason, as a revision of its own: nothing is erased. It stands as missing until it is"
                    + " reported again.")
    public ReviewReceipt withdraw(
            @PathParam("plan") String planCode,
            @PathParam("indicator") String indicator,
            @PathParam("region") String region,
            @PathParam("period") String period,
            WithdrawForm form) {
        Plan plan = plans.require(planCode);
        Key key = new Key(
                plans.requireOwn(plan, plan.requireIndicator(indicator)).code(),
                plan.requireRegion(region),
                Parameters.period("period", period));
        if (!reviews.isReported(plan.code(), key)) {
            throw Problem.notFound(
                    Text.of("%s 没有报送过 %s 在 %s 的数据。", "%s has not reported %s for %s.", region, indicator, period));
        }
        Violations violations = new Violations();
        String reason = FreeText.reason(null, form.reason(), violations);
        violations.refuseIfAny();
        List<Verdict> verdicts = List.of(new Verdict(key, FigureState.WITHDRAWN, reason));
        Act act = Act.unsigned(plan.code(), caller.name(), businessDate.today());
        return ReviewReceipt.of(verdicts, reviews.decide(act, verdicts));
    }
}
