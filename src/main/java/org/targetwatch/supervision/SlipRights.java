package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Who may do what to a slip, beyond what the role alone decides. Plans are the caller's view of them. */
@ApplicationScoped
class SlipRights {
    private final Caller caller;

    SlipRights(Caller caller) {
        this.caller = caller;
    }

    String name() {
        return caller.name();
    }

    /** Whoever reports for the region of a slip that is seen replies; so may the office that answers for it, for a region that rang up. */
    void requireReply(Plan plan, Series series) {
        if (caller.role() == Role.REVIEWER) {
            requireOffice(plan, series);
        }
    }

    /** Whether the caller is one of those who reply, and one of those who decide: for whoever shows them the buttons. */
    boolean mayReply(Plan plan, Series series) {
        return mayDecide(plan, series) || caller.role() == Role.REPORTER && plan.reaches(series.region());
    }

    boolean mayDecide(Plan plan, Series series) {
        return caller.role() == Role.REVIEWER && worksOn(plan, series);
    }

    /** Reviewers act on what their own offices lead or are responsible for. */
    void requireOffice(Plan plan, Series series) {
        plan.requireRegion(series.region());
        if (!worksOn(plan, series)) {
            throw Problem.forbidden(Text.of(
                    "指标 %s 由 %s 负责，其督办单只能由这些科室办理。",
                    "Indicator %s is the business of %s; only these offices act on its slips.",
                    series.indicator(),
                    String.join("、", offices(plan, series))));
        }
    }

    /** Whether what a reviewer is asked to act on is the business of the own offices. */
    boolean worksOn(Plan plan, Series series) {
        return caller.role() != Role.REVIEWER || caller.worksFor(offices(plan, series));
    }

    private static Set<String> offices(Plan plan, Series series) {
        return plan.offices(plan.requireIndicator(series.indicator()));
    }
}
