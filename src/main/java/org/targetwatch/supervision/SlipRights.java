package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.measure.Series;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Who may do what to a slip, beyond what the role alone decides. */
@ApplicationScoped
class SlipRights {
    private final Caller caller;

    SlipRights(Caller caller) {
        this.caller = caller;
    }

    String name() {
        return caller.name();
    }

    /** The regions whose slips the caller may see. */
    List<String> regions(Plan plan) {
        return plan.regionCodes()
                .filter(region -> caller.reaches(region, plan.regions()))
                .toList();
    }

    void requireSight(Plan plan, Series series) {
        if (!caller.reaches(series.region(), plan.regions())) {
            throw forbidden(Text.of(
                    "填报单位 %s 不在您的范围内，只能查看和办理本单位及其下级的督办单。",
                    "Region %s is beyond yours: you see and answer slips of your own region and below.",
                    series.region()));
        }
    }

    /** The region's reporter replies; so may the office that answers for it, for a region that rang up. */
    void requireReply(Plan plan, Series series) {
        if (caller.role() == Role.REVIEWER) {
            requireOffice(plan, series);
        } else {
            requireSight(plan, series);
        }
    }

    /** Whether the caller is one of those who reply, and one of those who decide: for whoever shows them the buttons. */
    boolean mayReply(Plan plan, Series series) {
        return mayDecide(plan, series)
                || caller.role() == Role.REPORTER && caller.reaches(series.region(), plan.regions());
    }

    boolean mayDecide(Plan plan, Series series) {
        return caller.role() == Role.REVIEWER && worksOn(plan, series);
    }

    /** Reviewers act on what their own offices lead or are responsible for. */
    void requireOffice(Plan plan, Series series) {
        requireSight(plan, series);
        if (!worksOn(plan, series)) {
            throw forbidden(Text.of(
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

    private static List<String> offices(Plan plan, Series series) {
        WorkItem item = plan.workItem(plan.requireIndicator(series.indicator()).workItem())
                .orElseThrow();
        return Stream.concat(item.leadOffices().stream(), item.responsibleOffices().stream())
                .toList();
    }

    private static Problem forbidden(Text why) {
        return Problem.of(Problem.Kind.FORBIDDEN, why);
    }
}
