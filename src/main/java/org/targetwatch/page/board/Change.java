package org.targetwatch.page.board;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Light;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Shown;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;
import org.targetwatch.web.Language;

/** A light that is another than a month before. */
record Change(String href, String name, Light before, Light after, boolean worse, String figures) {

    /** What became worse first. */
    static List<Change> of(BoardReading reading, Links links, Language language) {
        Selection selection = reading.selection();
        return selection
                .shown()
                .flatMap(indicator -> selection
                        .card(indicator)
                        .flatMap(now -> reading.before(indicator.code())
                                .flatMap(before -> of(before, now, indicator, links, language)))
                        .stream())
                .sorted(comparing(Change::worse).reversed())
                .toList();
    }

    private static Optional<Change> of(Card before, Card now, Indicator indicator, Links links, Language language) {
        Status was = before.assessment().status();
        Status is = now.assessment().status();
        return !Concern.isNews(was, is)
                ? Optional.empty()
                : Optional.of(new Change(
                        links.indicator(indicator.code(), now.region()),
                        Line.name(indicator, language),
                        Light.of(was, language),
                        Light.of(is, language),
                        Concern.isWorse(was, is),
                        figures(before, now, indicator.measure().unit(), language)));
    }

    private static String figures(Card before, Card now, Unit unit, Language language) {
        return Shown.value(before.assessment().actual(), unit, language) + " → "
                + Shown.value(now.assessment().actual(), unit, language);
    }
}
