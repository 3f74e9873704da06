package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.ReviewResource.ReviewReceipt;
import org.targetwatch.figure.Reviews.Verdict;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/** The door for whoever takes a figure back, with the same refusals wherever it is asked from. */
@ApplicationScoped
public class Withdrawals {
    private final CallersPlans plans;
    private final Reviews reviews;
    private final BusinessDate businessDate;
    private final Caller caller;

    Withdrawals(CallersPlans plans, Reviews reviews, BusinessDate businessDate, Caller caller) {
        this.plans = plans;
        this.reviews = reviews;
        this.businessDate = businessDate;
        this.caller = caller;
    }

    /**
     * Takes a figure back, as a revision of its own: nothing is erased.
     *
     * @throws Problem when it is somebody else's business, was never reported, has no reason, or its month is closed
     */
    public ReviewReceipt withdraw(Plan plan, Key key, @Nullable String sentReason) {
        plans.requireOwn(plan, plan.requireIndicator(key.indicator()));
        plan.requireRegion(key.region());
        if (!reviews.isReported(plan.code(), key)) {
            throw Problem.notFound(Text.of(
                    "%s 没有报送过 %s 在 %s 的数据。",
                    "%s has not reported %s for %s.", key.region(), key.indicator(), key.period()));
        }
        Violations violations = new Violations();
        String reason = FreeText.reason(null, sentReason, violations);
        violations.refuseIfAny();
        List<Verdict> verdicts = List.of(new Verdict(key, FigureState.WITHDRAWN, reason));
        Act act = Act.unsigned(plan.code(), caller.name(), businessDate.today());
        return ReviewReceipt.of(verdicts, reviews.decide(act, verdicts));
    }
}
