package org.targetwatch.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Assessor;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Forecast.Point;
import org.targetwatch.progress.Situation;
import org.targetwatch.progress.Tally;
import org.targetwatch.progress.Target;
import org.targetwatch.scorecard.Card.Marks;
import org.targetwatch.target.TargetTimeline;

/**
 * Makes the cards of one indicator in one region: the same code for what is stored and for what was known then.
 *
 * @param scope which cards are wanted
 */
record Judge(Plan plan, Indicator indicator, LocalDate today, Scope scope) {

    /**
     * Up to which period cards are made.
     *
     * @param looksAhead whether they have a forecast, which costs more than all else on them
     */
    record Scope(Period last, boolean looksAhead) {
        /** All that there are on a day. */
        static Scope on(LocalDate today) {
            return new Scope(Period.containing(today), true);
        }
    }

    /** The last period that is given a card; before the plan's start when it has none yet. */
    Period lastPeriod() {
        return indicator.rules().lastPeriod().earlierOf(scope.last());
    }

    /**
     * The cards from {@code from} to the last period.
     *
     * @param earlier actual values of periods before {@code from} of which {@code evidence} says nothing
     */
    Stream<Card> cards(
            String region, Period from, TargetTimeline targets, Evidence evidence, Map<Period, Exact> earlier) {
        List<Point> points = scope.looksAhead() ? points(evidence, earlier) : List.of();
        return from.through(lastPeriod()).map(period -> card(region, period, targets, evidence, until(period, points)));
    }

    /** Only of periods for which figures are asked: between two quarters the same figure stands, and is no new point. */
    private List<Point> points(Evidence evidence, Map<Period, Exact> earlier) {
        List<Point> points = new ArrayList<>();
        plan.start().through(lastPeriod()).filter(this::isAsked).forEach(period -> actual(
                        evidence.in(period).tally())
                .or(() -> Optional.ofNullable(earlier.get(period)))
                .ifPresent(actual -> points.add(new Point(period, actual))));
        return points;
    }

    private boolean isAsked(Period period) {
        return indicator.rules().frequency().asksFor(period, indicator.rules().due());
    }

    private static List<Point> until(Period last, List<Point> points) {
        int end = points.size();
        while (end > 0 && points.get(end - 1).period().isAfter(last)) {
            end--;
        }
        return points.subList(0, end);
    }

    private Optional<Exact> actual(Tally tally) {
        return tally.judged(indicator.target().direction().comparesWithLastYear())
                .map(this::value);
    }

    private Exact value(Amount amount) {
        return amount.in(indicator.rules().measure().scale());
    }

    private Card card(String region, Period period, TargetTimeline targets, Evidence evidence, List<Point> points) {
        Target target = targets.at(period);
        Amount lastYearAtDue = evidence.in(period).lastYearAtDue();
        return new Card(
                plan.code(),
                region,
                indicator.code(),
                period,
                evidence.in(period).tally(),
                lastYearAtDue,
                marks(target),
                assess(period, targets, evidence, wasRed(period, targets, evidence)),
                scope.looksAhead() ? forecast(target, points, lastYearAtDue) : null);
    }

    private Forecast forecast(@Nullable Target target, List<Point> points, @Nullable Amount lastYearAtDue) {
        return Forecast.of(indicator.rules(), target, points, lastYearAtDue == null ? null : value(lastYearAtDue));
    }

    private Assessment assess(Period period, TargetTimeline targets, Evidence evidence, boolean redBefore) {
        Evidence.Month month = evidence.in(period);
        return Assessor.assess(new Situation(
                targets.at(period),
                indicator.rules(),
                period,
                month.tally(),
                isSettled(month.tally()),
                redBefore,
                month.children()));
    }

    /** Only asked where red must be confirmed: whether the judged period before was at red itself. */
    private boolean wasRed(Period period, TargetTimeline targets, Evidence evidence) {
        return indicator.rules().confirm()
                && indicator
                        .rules()
                        .judgedBefore(period)
                        .map(before -> assess(before, targets, evidence, false).lagPoints())
                        .filter(points ->
                                points.isAtLeast(indicator.rules().thresholds().red()))
                        .isPresent();
    }

    private boolean isSettled(Tally tally) {
        return today.isAfter(plan.dueDays().of(indicator.rules().due()))
                || tally.coverage().allReported();
    }

    private static Marks marks(@Nullable Target target) {
        if (target == null) {
            return Marks.NONE;
        }
        boolean stretches = target.direction() instanceof Direction.AtLeast;
        return new Marks(
                stretches ? ((Direction.AtLeast) target.direction()).stretch() : null,
                target.floor(),
                target.baseline());
    }
}
