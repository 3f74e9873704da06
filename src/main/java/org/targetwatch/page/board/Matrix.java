package org.targetwatch.page.board;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Light;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.scorecard.Glance;
import org.targetwatch.web.Language;

/** Every indicator in every region below, each in its current period. */
record Matrix(List<Head> heads, List<Row> rows) {
    record Head(String name, String brief, String href) {}

    record Row(String name, String href, List<Cell> cells) {}

    /** @param light null where the indicator is no business of the region */
    record Cell(@Nullable Light light, String href, String words) {}

    static Matrix of(BoardReading reading, Links links, Language language) {
        List<Head> heads = reading.children().stream()
                .map(region -> new Head(
                        Names.of(reading.plan(), region, language),
                        Names.brief(reading.plan(), region, language),
                        links.board(region)))
                .toList();
        return new Matrix(
                heads,
                reading.selection()
                        .shown()
                        .filter(indicator -> !reading.below(indicator.code()).isEmpty())
                        .map(indicator -> row(indicator, reading, links, language))
                        .toList());
    }

    private static Row row(Indicator indicator, BoardReading reading, Links links, Language language) {
        Map<String, Glance> glances =
                reading.below(indicator.code()).stream().collect(toMap(Glance::region, identity()));
        return new Row(
                Line.name(indicator, language),
                links.indicator(indicator.code(), reading.region()),
                reading.children().stream()
                        .map(region -> cell(glances.get(region), indicator, reading, links, language))
                        .toList());
    }

    private static Cell cell(
            @Nullable Glance glance, Indicator indicator, BoardReading reading, Links links, Language language) {
        if (glance == null) {
            return new Cell(null, "", "");
        }
        Light light = Light.of(glance.status(), language);
        Unit unit = indicator.measure().unit();
        String target = Line.target(glance.bound(), unit, language);
        String words = String.join(
                " · ",
                Names.of(reading.plan(), glance.region(), language),
                light.word(),
                Shown.value(glance.actual(), unit, language) + (target == null ? "" : " / " + target));
        return new Cell(light, links.indicator(indicator.code(), glance.region()), words);
    }
}
