package org.targetwatch.page.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.ChartLines;
import org.targetwatch.page.Shown;
import org.targetwatch.progress.Target;
import org.targetwatch.target.Proposal;
import org.targetwatch.web.Language;

/**
 * The way of a target as it stands and as it would be, in the unit of the plan; null where there is nothing to draw.
 *
 * @param standing what is expected by what is in force
 * @param expected what would be expected, from the month on from which it would hold
 * @param target what would be promised, likewise
 */
record TargetChart(
        String unit,
        List<String> months,
        List<@Nullable BigDecimal> actual,
        List<@Nullable BigDecimal> standing,
        List<@Nullable BigDecimal> expected,
        List<@Nullable BigDecimal> target) {

    static TargetChart of(TargetReading reading, Optional<Proposal> proposal, Language language) {
        Ways ways = new Ways(reading, proposal);
        List<Period> months = ways.months();
        Unit unit = reading.indicator().measure().unit();
        return new TargetChart(
                Shown.unit(unit, language),
                months.stream().map(month -> Shown.month(month, language)).toList(),
                ChartLines.line(months, unit, ways::actual),
                ChartLines.line(months, unit, ways::standing),
                ChartLines.line(months, unit, ways::proposed),
                ChartLines.line(months, unit, ways::promised));
    }

    public String json() {
        return ChartLines.json(this);
    }

    /** What is expected by the end of each month. */
    record Ways(TargetReading reading, Optional<Proposal> proposal) {
        List<Period> months() {
            return reading.plan()
                    .start()
                    .through(reading.indicator().lastPeriod())
                    .toList();
        }

        Optional<Exact> actual(Period month) {
            return Optional.ofNullable(reading.actual().get(month));
        }

        Optional<Exact> standing(Period month) {
            return Optional.ofNullable(reading.timeline().at(month)).flatMap(target -> expected(target, month));
        }

        Optional<Exact> proposed(Period month) {
            return proposedTarget(month).flatMap(target -> expected(target, month));
        }

        Optional<Exact> promised(Period month) {
            return proposedTarget(month)
                    .flatMap(target -> target.direction().bound(actual(month).orElse(null), null))
                    .map(bound -> bound.value());
        }

        private Optional<Target> proposedTarget(Period month) {
            return proposal.filter(some -> !month.isBefore(some.from())).map(Proposal::target);
        }

        private Optional<Exact> expected(Target target, Period month) {
            return target.direction()
                    .bound(actual(month).orElse(null), null)
                    .flatMap(bound -> target.expected(
                            bound,
                            reading.indicator().rules().kind(),
                            reading.plan().start(),
                            month));
        }
    }
}
