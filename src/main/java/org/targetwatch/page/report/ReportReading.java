package org.targetwatch.page.report;

import static java.util.stream.Collectors.toMap;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.intake.PageForm;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/**
 * What stands of a region's month.
 *
 * @param asked the indicators of the form
 * @param month what became of each that was asked for
 * @param figures those that count, by period
 * @param returned what was sent back, by indicator
 */
record ReportReading(
        Plan plan,
        String region,
        Period period,
        List<Indicator> asked,
        RegionMonth month,
        Map<Series, NavigableMap<Period, Figure>> figures,
        Map<String, Returned> returned) {

    /** A figure that the office sent back, and why. */
    record Returned(Amount amount, String reason) {}

    /** Nothing of what was not asked for. */
    private NavigableMap<Period, Figure> of(Indicator indicator) {
        return figures.getOrDefault(new Series(indicator.code(), region), Collections.emptyNavigableMap());
    }

    Optional<Figure> standing(Indicator indicator) {
        return Optional.ofNullable(of(indicator).get(period));
    }

    /** The last one of the plan's months before this one. */
    Optional<Figure> last(Indicator indicator) {
        return Optional.ofNullable(
                        of(indicator).subMap(plan.start(), true, period, false).lastEntry())
                .map(Map.Entry::getValue);
    }

    /** What the form holds while nobody has typed anything: what stands. */
    ReportFields standing() {
        return new ReportFields(asked.stream()
                .flatMap(indicator -> standing(indicator).stream()
                        .flatMap(figure -> FigureFields.of(figure, indicator).entrySet().stream()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What was typed, as it is sent. */
    PageForm form(ReportFields fields) {
        return fields.form(region, period, asked);
    }
}
