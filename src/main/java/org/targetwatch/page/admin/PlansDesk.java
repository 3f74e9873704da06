package org.targetwatch.page.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Catalogue.Edition;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Address;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Shown;
import org.targetwatch.page.Subject;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.target.Targets;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** Reads the plans, the newest first. */
@ApplicationScoped
class PlansDesk {
    private final Shell shell;
    private final Subject subject;
    private final CallersPlans plans;
    private final Targets targets;
    private final BusinessDate businessDate;
    private final Clock clock;

    PlansDesk(
            Shell shell, Subject subject, CallersPlans plans, Targets targets, BusinessDate businessDate, Clock clock) {
        this.shell = shell;
        this.subject = subject;
        this.plans = plans;
        this.targets = targets;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    @Transactional
    List<PlanLine> all() {
        return plans.editions().stream()
                .sorted(Comparator.comparingInt(
                                (Edition edition) -> edition.plan().year())
                        .reversed())
                .map(this::line)
                .toList();
    }

    private PlanLine line(Edition edition) {
        Plan plan = edition.plan();
        Language language = shell.language();
        String api = "/api/v1/plans/" + plan.code();
        return new PlanLine(
                plan.code(),
                new Text(plan.name(), plan.english()).in(language),
                plan.year(),
                Names.of(plan, plan.region(), language),
                shape(plan),
                word(plan).in(language),
                plan.workItems().size(),
                plan.indicators().size(),
                undecided(plan),
                Text.of(
                                "第 %s 版 · %s",
                                "version %s · %s",
                                edition.version(),
                                Shown.moment(edition.recordedAt(), clock.getZone()))
                        .in(language),
                subject.links(plan).board(plan.region()),
                subject.links(plan).address("/targets").toString(),
                api + "/export",
                Address.of(PlansPage.ADDRESS).below(plan.code()) + "/rollover");
    }

    private boolean isToCome(Plan plan) {
        return plan.start().isAfter(businessDate.month());
    }

    private String shape(Plan plan) {
        if (plan.isOver(businessDate.today())) {
            return "done";
        }
        return isToCome(plan) ? "not_started" : "in_progress";
    }

    private Text word(Plan plan) {
        if (plan.isOver(businessDate.today())) {
            return new Text("已结束", "over");
        }
        return isToCome(plan) ? new Text("未开始", "to come") : new Text("进行中", "under way");
    }

    private long undecided(Plan plan) {
        List<Series> own = plan.indicators().values().stream()
                .filter(indicator -> plan.concerns(plan.region(), indicator))
                .map(indicator -> new Series(indicator.code(), plan.region()))
                .toList();
        Map<Series, TargetTimeline> timelines = targets.timelines(plan, own, null);
        return own.stream()
                .filter(series -> isUndecided(plan.requireIndicator(series.indicator()), timelines.get(series)))
                .count();
    }

    private static boolean isUndecided(Indicator indicator, TargetTimeline timeline) {
        return timeline.at(indicator.rules().due()) == null;
    }
}
