package org.targetwatch.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.targetwatch.access.Caller;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** The door for whoever decides about targets, with the same refusals wherever it is asked from. */
@ApplicationScoped
public class TargetActs {
    private final CallersPlans plans;
    private final Targets targets;
    private final Caller caller;

    TargetActs(CallersPlans plans, Targets targets, Caller caller) {
        this.plans = plans;
        this.targets = targets;
        this.caller = caller;
    }

    /**
     * Sets or re-plans the target of a region, as the caller may know the plan.
     *
     * @param expected the number of the decision that the caller has seen last, 0 for none; empty to not check
     * @throws Problem when it is other offices' business, the form is not in order, or someone else has decided since
     */
    public Decision decide(Plan plan, Series series, TargetForm form, Optional<Integer> expected) {
        Indicator indicator = plans.requireOwn(plan, plan.requireIndicator(series.indicator(), series.region()));
        TargetForm.Valid valid = form.validated(plan, indicator);
        Proposal proposal = valid.proposal();
        return targets.decide(plan, series, proposal.from(), proposal.target(), valid.reason(), caller.name(), expected)
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.PRECONDITION_FAILED,
                        new Text(
                                "该目标已被他人调整，未保存。请重新读取后再提交。",
                                "Someone else has decided about this target since; nothing was stored. Read it again"
                                        + " and send again.")));
    }

    /**
     * What the form would decide, whatever the reason; nothing is stored.
     *
     * @throws Problem when the form is not in order
     */
    public Proposal propose(Plan plan, Indicator indicator, TargetForm form) {
        return form.proposed(plan, indicator);
    }
}
