package org.targetwatch.page.review;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.bulletin.Bulletins;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Closing;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.figure.Closings;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.figure.Figures.Filter;
import org.targetwatch.figure.OfficeActs;
import org.targetwatch.figure.ReportCalendar;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.figure.ReviewForm;
import org.targetwatch.intake.Signals;
import org.targetwatch.measure.Period;
import org.targetwatch.page.Subject;
import org.targetwatch.page.review.ReviewReading.Arrived;
import org.targetwatch.supervision.Act;
import org.targetwatch.supervision.SlipDesk;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Reads what came in for a month, in one go. */
@ApplicationScoped
class ReviewDesk {
    /** More are chosen by region. */
    private static final int MOST_SHOWN = 300;

    private final Subject subject;
    private final CallersPlans plans;
    private final Caller caller;
    private final Figures figures;
    private final Signals signals;
    private final ReportCalendar calendar;
    private final Closings closings;
    private final OfficeActs office;
    private final Bulletins bulletins;
    private final SlipDesk slips;
    private final BusinessDate businessDate;

    ReviewDesk(
            Subject subject,
            CallersPlans plans,
            Caller caller,
            Figures figures,
            Signals signals,
            ReportCalendar calendar,
            Closings closings,
            OfficeActs office,
            Bulletins bulletins,
            SlipDesk slips,
            BusinessDate businessDate) {
        this.subject = subject;
        this.plans = plans;
        this.caller = caller;
        this.figures = figures;
        this.signals = signals;
        this.calendar = calendar;
        this.closings = closings;
        this.office = office;
        this.bulletins = bulletins;
        this.slips = slips;
        this.businessDate = businessDate;
    }

    @Transactional
    ReviewReading read(ReviewWish wish) {
        Plan plan = subject.plan(wish.plan());
        Period period = subject.period(plan, wish.period());
        String region = wish.isOfAllRegions() ? null : subject.region(plan, wish.region());
        ReviewShow show = ReviewShow.of(wish.show());
        List<Arrived> arrived = arrived(plan, region, period).toList();
        List<Arrived> matching = ReviewReading.inOrder(arrived.stream()
                .filter(one -> isWanted(one, wish))
                .filter(one -> show.takes(one.current().entry().state(), one.isOdd())));
        List<Arrived> shown = matching.stream().limit(MOST_SHOWN).toList();
        return new ReviewReading(
                plan,
                period,
                region,
                show,
                arrived,
                shown,
                matching.size(),
                figures.counting(
                        plan.code(),
                        shown.stream()
                                .map(one -> one.current().figure().series())
                                .distinct()
                                .toList()),
                calendar(plan, period),
                closings(plan, period),
                office.hasEnded(period),
                bulletins.issued(plan.code()).stream()
                        .filter(issued -> issued.period().equals(period))
                        .findFirst(),
                slips.ongoing(plan).stream()
                        .filter(slip -> slip.can().contains(Act.ACCEPTED) && slips.mayDecide(plan, slip))
                        .count());
    }

    /**
     * Accepts or returns figures as they were shown, all or nothing.
     *
     * @return how many of them changed
     * @throws Problem when one has changed since it was shown, or may not be decided about
     */
    @Transactional
    int decide(ReviewWish wish, List<ReviewPick> picks, String verdict, @Nullable String reason) {
        Plan plan = subject.plan(wish.plan());
        Period period = subject.period(plan, wish.period());
        refuseChanged(plan, period, picks);
        List<ReviewForm.Item> items = picks.stream()
                .map(pick -> pick.verdict(period, verdict, reason))
                .toList();
        return office.decide(plan, new ReviewForm(items)).changed();
    }

    private void refuseChanged(Plan plan, Period period, List<ReviewPick> picks) {
        Set<ReviewPick> standing =
                standing(plan, null, period).map(ReviewPick::of).collect(toSet());
        long changed = picks.stream().filter(pick -> !standing.contains(pick)).count();
        if (picks.isEmpty() || changed > 0) {
            throw Problem.conflict(
                    picks.isEmpty()
                            ? new Text("请先勾选要审核的数据。", "Choose the figures to decide about first.")
                            : Text.of(
                                    "有 %s 项在您查看之后又有变动，未处理任何数据；请核对后重新勾选。",
                                    "%s figures have changed since you looked, nothing was stored; look at them and choose again.",
                                    changed));
        }
    }

    /** Reviewers see what is theirs, unless they ask for more; leaders see all. */
    private boolean isWanted(Arrived one, ReviewWish wish) {
        return one.own() || wish.isOfAllOffices() || !decides();
    }

    /** Whether the caller decides about anything. */
    boolean decides() {
        return caller.role() == Role.REVIEWER;
    }

    private Stream<Arrived> arrived(Plan plan, @Nullable String region, Period period) {
        Map<Key, List<Text>> odd = signals.of(plan, region == null ? plan.scope() : region, period);
        return standing(plan, region, period).map(current -> arrived(plan, current, odd));
    }

    private Stream<Current> standing(Plan plan, @Nullable String region, Period period) {
        Filter counting = new Filter(null, region, period, null);
        Stream<Filter> others = Stream.of(FigureState.RETURNED, FigureState.WITHDRAWN)
                .map(state -> new Filter(null, region, period, state));
        return Stream.concat(Stream.of(counting), others)
                .flatMap(filter -> figures.current(plan, filter, Optional.empty(), Integer.MAX_VALUE).stream());
    }

    private Arrived arrived(Plan plan, Current current, Map<Key, List<Text>> odd) {
        Indicator indicator = plan.requireIndicator(current.figure().indicator());
        boolean own = decides() && plans.decides(plan, indicator);
        return new Arrived(current, indicator, odd.getOrDefault(current.figure().key(), List.of()), own);
    }

    private List<List<RegionMonth>> calendar(Plan plan, Period period) {
        List<String> regions = plan.seenRegions()
                .filter(region ->
                        plan.indicators().values().stream().anyMatch(indicator -> plan.reports(region, indicator)))
                .toList();
        Period last = businessDate.month().laterOf(period).earlierOf(plan.lastPeriod());
        return plan.start()
                .through(last)
                .map(month -> calendar.of(plan, month, regions))
                .toList();
    }

    private List<Closing> closings(Plan plan, Period period) {
        return closings.history(plan.code()).stream()
                .filter(closing -> closing.period().equals(period))
                .filter(closing -> !(closing.what() instanceof Reopened reopened) || plan.reaches(reopened.region()))
                .toList();
    }
}
