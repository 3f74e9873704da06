package org.targetwatch.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.Reviews.Verdict;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.PlainJudge;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Situation;
import org.targetwatch.progress.Tally;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.reference.Happening.Closed;
import org.targetwatch.reference.Happening.Decided;
import org.targetwatch.reference.Happening.Exempted;
import org.targetwatch.reference.Happening.Promised;
import org.targetwatch.reference.Happening.Reopened;
import org.targetwatch.reference.Happening.Reported;

/**
 * Everything that happened to a plan, and what follows from it, slowly: every question walks over all happenings again. No
 * SQL, no sums of sums, nothing remembered.
 */
final class PlainHistory {
    /** What stands for a figure. */
    private record Standing(Amount amount, FigureState state) {}

    private final Plan plan;
    private final LocalDate today;
    private final List<Happening> happenings = new ArrayList<>();

    PlainHistory(Plan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    /** The history up to and with the first {@code count} happenings. */
    PlainHistory upTo(int count) {
        PlainHistory earlier = new PlainHistory(plan, today);
        earlier.happenings.addAll(happenings.subList(0, count));
        return earlier;
    }

    int size() {
        return happenings.size();
    }

    /** The same history with everything left out that is about other indicators. */
    PlainHistory about(Indicator indicator) {
        PlainHistory about = new PlainHistory(plan, today);
        for (Happening happening : happenings) {
            if (happening instanceof Reported it) {
                about.add(new Reported(it.figures().stream()
                        .filter(figure -> figure.indicator().equals(indicator.code()))
                        .toList()));
            } else if (happening instanceof Decided it) {
                about.add(new Decided(it.verdicts().stream()
                        .filter(verdict -> verdict.key().indicator().equals(indicator.code()))
                        .toList()));
            } else {
                about.add(happening);
            }
        }
        return about;
    }

    void add(Happening happening) {
        happenings.add(happening);
    }

    // ---- closings ----

    boolean isClosed(String region, Period period) {
        boolean closed = false;
        for (Happening happening : happenings) {
            if (happening instanceof Closed it && it.period().equals(period)) {
                closed = true;
            }
            if (happening instanceof Reopened it
                    && it.period().equals(period)
                    && isWithin(region, it.region())
                    && !today.isAfter(it.until())) {
                closed = false;
            }
        }
        return closed;
    }

    /** Whether closing would say anything new. */
    boolean canBeClosed(Period period) {
        boolean can = true;
        for (Happening happening : happenings) {
            if (happening instanceof Closed it && it.period().equals(period)) {
                can = false;
            }
            if (happening instanceof Reopened it && it.period().equals(period)) {
                can = true;
            }
        }
        return can;
    }

    private boolean isWithin(String region, String ancestor) {
        for (String at = region; at != null; at = parent(at)) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String parent(String region) {
        return plan.regions().find(region).map(Region::parent).orElse(null);
    }

    // ---- figures ----

    private @Nullable Standing standing(Figure.Key key) {
        Standing standing = null;
        for (Happening happening : happenings) {
            if (happening instanceof Reported it) {
                for (Figure figure : it.figures()) {
                    if (figure.key().equals(key)) {
                        // What was sent back or taken back and is sent again as it was stays so.
                        boolean same = standing != null && standing.amount().sameAs(figure.amount());
                        standing = same ? standing : new Standing(figure.amount(), FigureState.PROVISIONAL);
                    }
                }
            }
            if (happening instanceof Decided it) {
                for (Verdict verdict : it.verdicts()) {
                    if (verdict.key().equals(key)) {
                        standing = new Standing(standing.amount(), verdict.state());
                    }
                }
            }
        }
        return standing;
    }

    /** The state of a figure; null when it was never reported. */
    @Nullable
    FigureState state(Figure.Key key) {
        Standing standing = standing(key);
        return standing == null ? null : standing.state();
    }

    private TreeMap<Period, Amount> counting(Series series) {
        TreeMap<Period, Amount> counting = new TreeMap<>();
        for (Period period = plan.start().plusMonths(-12);
                !period.isAfter(plan.start().plusMonths(11));
                period = period.next()) {
            Standing standing = standing(new Figure.Key(series.indicator(), series.region(), period));
            if (standing != null
                    && (standing.state() == FigureState.PROVISIONAL || standing.state() == FigureState.ACCEPTED)) {
                counting.put(period, standing.amount());
            }
        }
        return counting;
    }

    private boolean isExempt(Series series, Period period) {
        boolean exempt = false;
        for (Happening happening : happenings) {
            if (happening instanceof Exempted it
                    && it.series().equals(series)
                    && it.from().index() <= period.index()) {
                exempt = it.exempt();
            }
        }
        return exempt;
    }

    // ---- targets ----

    @Nullable
    Target target(Indicator indicator, String region, Period period) {
        Target target = region.equals(plan.region()) ? indicator.target() : null;
        boolean decided = false;
        for (Happening happening : happenings) {
            if (happening instanceof Promised it
                    && it.series().equals(new Series(indicator.code(), region))
                    && it.from().index() <= period.index()) {
                target = it.target();
                decided = true;
            }
        }
        if (decided || region.equals(plan.region()) || indicator.judgedOnlyAtTop()) {
            return target;
        }
        Target above = target(indicator, parent(region), period);
        boolean forAll = above != null
                && (indicator.measure().isRatio()
                        || above.direction() instanceof Direction.NotBelowLastYear
                        || above.direction() instanceof Direction.NotAboveLastYear
                        || above.direction() instanceof Direction.AtMost most
                                && most.value().equals(Exact.ZERO));
        return forAll ? above : null;
    }

    // ---- what arrived ----

    private Tally tally(Indicator indicator, String region, Period period) {
        if (plan.reports(region, indicator)) {
            return ofReporter(indicator, region, period);
        }
        Tally sum = Tally.EMPTY;
        for (String child : plan.regions().children(region)) {
            if (plan.concerns(child, indicator)) {
                sum = sum.plus(tally(indicator, child, period));
            }
        }
        return sum;
    }

    private Tally ofReporter(Indicator indicator, String region, Period period) {
        Rules rules = indicator.rules();
        Region place = plan.regions().find(region).orElseThrow();
        boolean over =
                place.term().last() != null && period.isAfter(place.term().last());
        if (isExempt(new Series(indicator.code(), region), period) || over && rules.kind() == Kind.STOCK) {
            return Tally.EMPTY;
        }
        TreeMap<Period, Amount> figures = counting(new Series(indicator.code(), region));
        Target target = target(indicator, region, period);
        Trajectory trajectory = target == null ? indicator.target().trajectory() : target.trajectory();
        boolean anew = trajectory instanceof Trajectory.FromMonth && !period.isBefore(rules.judgedFrom());
        Period first = anew ? rules.judgedFrom() : plan.start();
        boolean any = false;
        boolean allAsked = true;
        Period lastAsked = null;
        for (Period month = plan.start(); !month.isAfter(period); month = month.next()) {
            any |= !month.isBefore(first) && figures.containsKey(month);
            if (isAsked(rules, month)) {
                lastAsked = month;
                allAsked &= figures.containsKey(month);
            }
        }
        Coverage none = over ? new Coverage(0, 0, 0, 0) : null;
        if (!any) {
            BigDecimal frozen = indicator.frozenDenominators().get(region);
            return new Tally(
                    null, none != null ? none : new Coverage(1, 0, 0, 1), over ? BigDecimal.ZERO : frozen, null, null);
        }
        boolean complete = rules.kind() == Kind.FLOW_MONTHLY
                ? allAsked
                : lastAsked == null || hasOneWithin(figures, lastAsked, period);
        Amount amount = rules.kind() == Kind.FLOW_MONTHLY
                ? sum(figures, plan.start(), period)
                : figures.floorEntry(period).getValue();
        Amount lastYear = lastYear(rules, figures, lastAsked == null ? period : lastAsked);
        return new Tally(
                amount,
                none != null ? none : complete ? new Coverage(1, 1, 0, 0) : new Coverage(1, 0, 1, 0),
                BigDecimal.ZERO,
                lastYear == null ? null : amount,
                lastYear);
    }

    private static boolean isAsked(Rules rules, Period month) {
        if (month.isAfter(rules.due())) {
            return false;
        }
        boolean quarterEnd = List.of(3, 6, 9, 12).contains(month.monthOfYear());
        return rules.frequency() == Frequency.MONTHLY
                || rules.frequency() == Frequency.QUARTERLY && quarterEnd
                || month.equals(rules.due());
    }

    private static boolean hasOneWithin(TreeMap<Period, Amount> figures, Period first, Period last) {
        return figures.keySet().stream().anyMatch(period -> !period.isBefore(first) && !period.isAfter(last));
    }

    private static @Nullable Amount sum(TreeMap<Period, Amount> figures, Period first, Period last) {
        Amount sum = null;
        for (Map.Entry<Period, Amount> figure : figures.entrySet()) {
            if (!figure.getKey().isBefore(first) && !figure.getKey().isAfter(last)) {
                sum = sum == null ? figure.getValue() : sum.plus(figure.getValue());
            }
        }
        return sum;
    }

    private @Nullable Amount lastYear(Rules rules, TreeMap<Period, Amount> figures, Period asked) {
        Period reference = asked.plusMonths(-12);
        if (rules.kind() != Kind.FLOW_MONTHLY) {
            return figures.get(reference);
        }
        for (Period month = plan.start(); !month.isAfter(asked); month = month.next()) {
            if (isAsked(rules, month) && !figures.containsKey(month.plusMonths(-12))) {
                return null;
            }
        }
        return sum(figures, plan.start().plusMonths(-12), reference);
    }

    // ---- the judgement ----

    Situation situation(Indicator indicator, String region, Period period) {
        return situation(indicator, region, period, wasRed(indicator, region, period));
    }

    private Situation situation(Indicator indicator, String region, Period period, boolean redBefore) {
        Tally tally = tally(indicator, region, period);
        List<Situation.Child> children = new ArrayList<>();
        for (String child : plan.reports(region, indicator)
                ? List.<String>of()
                : plan.regions().children(region)) {
            if (plan.concerns(child, indicator)
                    && tally(indicator, child, period).coverage().expected() > 0) {
                PlainJudge.Standing standing = PlainJudge.standing(situation(indicator, child, period, false));
                children.add(new Situation.Child(child, standing.lagPoints(), standing.met()));
            }
        }
        boolean settled = today.isAfter(plan.dueDays().of(indicator.rules().due()))
                || tally.coverage().reported() == tally.coverage().expected();
        return new Situation(
                target(indicator, region, period), indicator.rules(), period, tally, settled, redBefore, children);
    }

    /** The month before, of those for which a figure is asked; of quarterly and yearly ones the one before the last asked. */
    private Period before(Rules rules, Period period) {
        Period before = period;
        if (rules.frequency() != Frequency.MONTHLY) {
            while (!isAsked(rules, before) && before.isAfter(plan.start())) {
                before = before.previous();
            }
        }
        do {
            before = before.previous();
        } while (!before.isBefore(plan.start()) && rules.frequency() != Frequency.MONTHLY && !isAsked(rules, before));
        return before;
    }

    private boolean wasRed(Indicator indicator, String region, Period period) {
        Period before = before(indicator.rules(), period);
        if (!indicator.rules().confirm() || before.isBefore(indicator.rules().judgedFrom())) {
            return false;
        }
        Exact points =
                PlainJudge.standing(situation(indicator, region, before, false)).lagPoints();
        return points != null && points.compareTo(Exact.of(15)) >= 0;
    }
}
