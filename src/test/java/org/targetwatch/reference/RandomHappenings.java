package org.targetwatch.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.Reviews.Verdict;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Seeded;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.reference.Happening.Closed;
import org.targetwatch.reference.Happening.Decided;
import org.targetwatch.reference.Happening.Exempted;
import org.targetwatch.reference.Happening.Promised;
import org.targetwatch.reference.Happening.Reopened;
import org.targetwatch.reference.Happening.Reported;

/** What may happen to a plan: months on time and late, corrections, reviews, closings, re-plannings, exemptions. */
final class RandomHappenings {
    private static final int LAST_MONTH = 8;

    private final Seeded seeded;
    private final Plan plan;
    private final List<Indicator> indicators;
    private final LocalDate today;

    RandomHappenings(Seeded seeded, Plan plan, LocalDate today) {
        this.seeded = seeded;
        this.plan = plan;
        this.indicators = List.copyOf(plan.indicators().values());
        this.today = today;
    }

    /** @param history what happened so far; only what was reported can be decided about */
    Happening next(PlainHistory history) {
        return switch (seeded.between(0, 19)) {
            case 0 -> new Closed(month());
            case 1 ->
                new Reopened(
                        month(), seeded.oneOf("600000", "600001", "600003"), today.plusDays(seeded.between(-1, 3)));
            case 2, 3 -> promised();
            case 4 -> exempted();
            case 5, 6, 7 -> decided(history);
            default -> reported();
        };
    }

    /** A month of which every figure is there, as most are. */
    Reported wholeMonth(int month) {
        return new Reported(indicators.stream()
                .flatMap(indicator -> reporters(indicator).stream()
                        .filter(region -> seeded.chance(85))
                        .map(region -> figure(indicator, region, plan.start().plusMonths(month))))
                .toList());
    }

    private Period month() {
        return plan.start().plusMonths(seeded.between(0, LAST_MONTH));
    }

    private List<String> reporters(Indicator indicator) {
        return plan.regionCodes()
                .filter(region -> plan.reports(region, indicator))
                .toList();
    }

    private Optional<String> reporter(Indicator indicator) {
        List<String> reporters = reporters(indicator);
        return reporters.isEmpty()
                ? Optional.empty()
                : Optional.of(reporters.get(seeded.between(0, reporters.size() - 1)));
    }

    private Indicator indicator() {
        return indicators.get(seeded.between(0, indicators.size() - 1));
    }

    private Reported reported() {
        boolean lastYear = seeded.chance(25);
        Period period = lastYear ? plan.start().plusMonths(seeded.between(-12, -1)) : month();
        Set<Figure.Key> keys = new HashSet<>();
        List<Figure> figures = new ArrayList<>();
        for (int count = 0; count < indicators.size(); count++) {
            Indicator indicator = indicator();
            reporter(indicator)
                    .map(region -> figure(indicator, region, period))
                    .filter(figure -> keys.add(figure.key()))
                    .ifPresent(figures::add);
        }
        return new Reported(figures);
    }

    private Figure figure(Indicator indicator, String region, Period period) {
        return new Figure(indicator.code(), region, period, amount(indicator.measure()), null, null);
    }

    private Amount amount(Measure measure) {
        if (!measure.isRatio()) {
            return new Amount.Quantity(seeded.decimal(0, 12));
        }
        int denominator = seeded.oneOf(1, 3, 20, 40);
        int numerator = seeded.between(0, measure.isShare() ? denominator : denominator + 2);
        return new Amount.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    private Decided decided(PlainHistory history) {
        Set<Figure.Key> keys = new HashSet<>();
        List<Verdict> verdicts = new ArrayList<>();
        Period period = month();
        for (int count = 0; count < 30; count++) {
            Indicator indicator = indicator();
            reporter(indicator)
                    .map(region -> new Figure.Key(indicator.code(), region, period))
                    .filter(keys::add)
                    .flatMap(key -> verdict(history, key))
                    .ifPresent(verdicts::add);
        }
        return new Decided(verdicts);
    }

    private Optional<Verdict> verdict(PlainHistory history, Figure.Key key) {
        FigureState now = history.state(key);
        FigureState next = seeded.oneOf(FigureState.ACCEPTED, FigureState.RETURNED, FigureState.WITHDRAWN);
        boolean impossible = now == null || now == FigureState.WITHDRAWN && next != FigureState.WITHDRAWN;
        return impossible ? Optional.empty() : Optional.of(new Verdict(key, next, "理由"));
    }

    private Exempted exempted() {
        Indicator indicator = indicator();
        String region = reporter(indicator).orElse("600001");
        return new Exempted(new Series(indicator.code(), region), month(), seeded.chance(70));
    }

    private Promised promised() {
        Indicator indicator = indicator();
        while (indicator.target().direction().comparesWithLastYear()) {
            indicator = indicator();
        }
        List<String> concerned = concerned(indicator);
        String region = concerned.get(seeded.between(0, concerned.size() - 1));
        Direction direction = direction(indicator.target().direction());
        Target target = new Target(
                direction,
                seeded.oneOf(indicator.target().trajectory(), new Trajectory.Linear()),
                seeded.chance(30) ? Exact.of(seeded.between(0, 9)) : null,
                region.equals(plan.region()) || indicator.measure().isRatio()
                        ? indicator.target().floor()
                        : null);
        return new Promised(new Series(indicator.code(), region), month(), target);
    }

    private List<String> concerned(Indicator indicator) {
        return plan.regionCodes()
                .filter(region -> plan.concerns(region, indicator))
                .toList();
    }

    private Direction direction(Direction promised) {
        Exact value = Exact.of(seeded.oneOf(0, 4, 8, 50));
        if (promised instanceof Direction.AtLeast) {
            return new Direction.AtLeast(value, null);
        }
        return promised instanceof Direction.AtMost
                ? new Direction.AtMost(value)
                : new Direction.Between(value, value.plus(Exact.of(5)));
    }
}
