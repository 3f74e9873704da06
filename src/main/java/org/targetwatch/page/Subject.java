package org.targetwatch.page;

import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Which plan and which region a page is about. */
@RequestScoped
public class Subject {
    private final CallersPlans plans;
    private final BusinessDate businessDate;

    Subject(CallersPlans plans, BusinessDate businessDate) {
        this.plans = plans;
        this.businessDate = businessDate;
    }

    /** The plan asked for; without a wish this year's, or else the newest that has begun, or else the first to come. */
    public Plan plan(@Nullable String code) {
        return code == null || code.isEmpty() ? current().orElseThrow(Subject::noPlan) : plans.require(code);
    }

    private Optional<Plan> current() {
        int year = businessDate.today().getYear();
        List<Plan> all =
                plans.all().stream().sorted(Comparator.comparingInt(Plan::year)).toList();
        return all.stream()
                .filter(plan -> plan.year() <= year)
                .reduce((earlier, later) -> later)
                .or(() -> all.stream().findFirst());
    }

    private static Problem noPlan() {
        return Problem.notFound(new Text("目录中还没有工作要点。", "There is no plan in the catalogue yet."));
    }

    /** The region asked for, which must be within the caller's; without a wish as far up as the caller sees. */
    public String region(Plan plan, @Nullable String code) {
        return code == null || code.isEmpty() ? plan.scope() : plan.requireRegion(code);
    }

    /** The month asked for; without a wish the one that has ended last. */
    public Period period(Plan plan, @Nullable String sent) {
        return sent == null || sent.isEmpty()
                ? businessDate.month().previous().earlierOf(plan.lastPeriod()).laterOf(plan.start())
                : plan.requirePeriod("period", sent);
    }

    /** Links to pages of {@code plan}, which name it only where it is not the one that is shown anyway. */
    public Links links(Plan plan) {
        return new Links(
                plan,
                current().filter(shown -> shown.code().equals(plan.code())).isEmpty());
    }
}
