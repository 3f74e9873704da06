package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.ReviewResource.ReviewReceipt;
import org.targetwatch.figure.Reviews.Verdict;
import org.targetwatch.measure.Period;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/** The door for whoever works in an office: decides about figures, closes and reopens months, with the same refusals wherever it is asked from. */
@ApplicationScoped
public class OfficeActs {
    private final Reviews reviews;
    private final Closings closings;
    private final CallersPlans plans;
    private final Caller caller;
    private final BusinessDate businessDate;

    OfficeActs(Reviews reviews, Closings closings, CallersPlans plans, Caller caller, BusinessDate businessDate) {
        this.reviews = reviews;
        this.closings = closings;
        this.plans = plans;
        this.caller = caller;
        this.businessDate = businessDate;
    }

    /** Accepts and returns figures of the caller's own offices, all or nothing. */
    public ReviewReceipt decide(Plan plan, ReviewForm form) {
        List<Verdict> verdicts = form.validated(plan, indicator -> plans.decides(plan, indicator));
        Act act = Act.unsigned(plan.code(), caller.name(), businessDate.today());
        return ReviewReceipt.of(verdicts, reviews.decide(act, verdicts));
    }

    /** Closes a month that has ended and is not closed, for every region. */
    public Closing close(Plan plan, Period period, @Nullable String sentReason) {
        refuseUnfinished(period);
        Violations violations = new Violations();
        String reason = FreeText.optionalReason(null, sentReason, violations);
        violations.refuseIfAny();
        return closings.close(plan, period, reason, caller.name())
                .orElseThrow(() -> Problem.conflict(Text.of("%s 已经关账。", "%s is closed already.", period)));
    }

    private void refuseUnfinished(Period period) {
        if (!hasEnded(period)) {
            throw Problem.conflict(Text.of(
                    "%s 尚未结束，不能关账；最晚可关 %s。",
                    "%s has not ended and cannot be closed yet; the last one that can is %s.",
                    period,
                    businessDate.month().previous()));
        }
    }

    /** Whether a month is over, so that it may be closed. */
    public boolean hasEnded(Period period) {
        return period.isBefore(businessDate.month());
    }

    /** Opens a closed month again, for a region with all below it. */
    public Closing reopen(Plan plan, Period period, ReopenForm form) {
        ReopenForm.Valid valid = form.validated(plan, businessDate.today());
        return closings.reopen(plan, period, valid.region(), valid.until(), valid.reason(), caller.name())
                .orElseThrow(() ->
                        Problem.conflict(Text.of("%s 对 %s 并未关账。", "%s is not closed for %s.", period, valid.region())));
    }
}
