package org.targetwatch.page.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Light;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.supervision.Finding;
import org.targetwatch.supervision.Slip;
import org.targetwatch.web.Language;

/**
 * A slip that is about to be opened by hand.
 *
 * @param month the month of the card; null while there is no card, and so nothing that could be said to be missing
 * @param findings what will stand on it
 * @param open those that are open for the same
 */
record OpeningView(
        String plan,
        String indicator,
        String region,
        String name,
        String regionName,
        String indicatorHref,
        @Nullable String month,
        @Nullable Light light,
        List<FindingRow> findings,
        List<SlipLine> open,
        Days days,
        SlipSaid said) {

    /** @param due the day by which a reply is owed when nobody says another */
    record Days(LocalDate today, String due) {}

    static OpeningView of(
            Plan plan,
            Series series,
            Optional<Finding> now,
            List<Slip> open,
            Days days,
            SlipSaid said,
            Links links,
            Language language) {
        Indicator indicator = plan.requireIndicator(series.indicator());
        return new OpeningView(
                plan.code(),
                series.indicator(),
                series.region(),
                Line.name(indicator, language),
                Names.of(plan, series.region(), language),
                links.indicator(series.indicator(), series.region()),
                now.map(finding -> Shown.month(finding.period(), language)).orElse(null),
                now.map(finding -> Light.of(finding.status(), language)).orElse(null),
                now.map(finding -> FindingRow.of(finding, Optional.empty(), indicator.measure(), language))
                        .orElse(List.of()),
                open.stream()
                        .map(slip -> SlipLine.of(plan, slip, days.today(), links, language))
                        .toList(),
                days,
                said);
    }
}
