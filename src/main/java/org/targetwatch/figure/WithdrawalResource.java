package org.targetwatch.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.ReviewResource.ReviewReceipt;
import org.targetwatch.web.Parameters;

/** Takes figures back. */
@Path("/api/v1/plans/{plan}/figures/{indicator}/{region}/{period}/withdraw")
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
@Tag(name = "reviews")
public class WithdrawalResource {
    private final CallersPlans plans;
    private final Withdrawals withdrawals;

    WithdrawalResource(CallersPlans plans, Withdrawals withdrawals) {
        this.plans = plans;
        this.withdrawals = withdrawals;
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
                plan.requireIndicator(indicator).code(),
                plan.requireRegion(region),
                Parameters.period("period", period));
        return withdrawals.withdraw(plan, key, form.reason());
    }
}
