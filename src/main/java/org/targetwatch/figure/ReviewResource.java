package org.targetwatch.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.figure.Reviews.Verdict;

/** Takes the decisions of an office about figures that were reported. */
@Path("/api/v1/plans/{plan}/reviews")
@RolesAllowed(Role.REVIEWERS)
@Tag(name = "reviews", description = "审核：通过、退回、撤回 · what becomes of reported figures")
public class ReviewResource {
    private final CallersPlans plans;
    private final OfficeActs office;

    ReviewResource(CallersPlans plans, OfficeActs office) {
        this.plans = plans;
        this.office = office;
    }

    /** How many decisions arrived, and how many of them changed something. */
    @Schema(name = "ReviewReceipt")
    public record ReviewReceipt(int received, int changed, int unchanged) {
        static ReviewReceipt of(List<Verdict> verdicts, int changed) {
            return new ReviewReceipt(verdicts.size(), changed, verdicts.size() - changed);
        }
    }

    @POST
    @Operation(
            summary = "审核：通过或退回 · accept or return figures, all or nothing",
            description = "Figures count as soon as they are reported; a returned one does not any more and stands as"
                    + " missing until it is reported again. The same decision again changes nothing.")
    public ReviewReceipt review(@PathParam("plan") String planCode, ReviewForm form) {
        return office.decide(plans.require(planCode), form);
    }
}
