package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.targetwatch.access.Caller;
import org.targetwatch.catalogue.Catalogue.Edition;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;

/** The door for whoever keeps the plans, with the same refusals wherever it is asked from. */
@ApplicationScoped
public class PlanActs {
    private final Catalogue catalogue;
    private final CallersPlans plans;
    private final BusinessDate businessDate;
    private final Caller caller;

    PlanActs(Catalogue catalogue, CallersPlans plans, BusinessDate businessDate, Caller caller) {
        this.catalogue = catalogue;
        this.plans = plans;
        this.businessDate = businessDate;
        this.caller = caller;
    }

    /**
     * Makes the draft of another year's plan, as the caller may know it.
     *
     * @throws Problem when the form is not in order, or there is a plan of that code already
     */
    public Edition rollOver(String from, RolloverForm form) {
        Draft draft = form.validated(plans.require(from), businessDate.today());
        return plans.seen(catalogue.rollOver(from, draft, caller.name()));
    }
}
