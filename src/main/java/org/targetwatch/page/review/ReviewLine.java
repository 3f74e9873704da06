package org.targetwatch.page.review;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.measure.Measure;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.RevisionView;
import org.targetwatch.page.Shown;
import org.targetwatch.page.review.ReviewReading.Arrived;
import org.targetwatch.web.Language;

/**
 * A figure that came in.
 *
 * @param pick names it as it stands, so that nothing is decided about another one
 * @param parts numerator and denominator; null of a quantity
 * @param before the figure before, with its month; null without one
 * @param reason why it was returned, withdrawn or accepted
 * @param decidable whether this reader may decide about it now
 */
record ReviewLine(
        String pick,
        String region,
        String name,
        String href,
        String value,
        @Nullable String parts,
        @Nullable String before,
        String state,
        String word,
        @Nullable String note,
        @Nullable String reason,
        String recorded,
        List<String> odd,
        boolean decidable,
        boolean picked) {

    static ReviewLine of(
            Arrived one, ReviewReading reading, ReviewSaid said, Links links, ZoneId zone, Language language) {
        Current current = one.current();
        Figure figure = current.figure();
        Measure measure = one.indicator().measure();
        String pick = ReviewPick.of(current).text();
        return new ReviewLine(
                pick,
                Names.of(reading.plan(), figure.region(), language),
                Line.name(one.indicator(), language),
                links.indicator(figure.indicator(), figure.region()),
                value(figure, measure, language),
                measure.isRatio() ? RevisionView.amount(figure.amount(), measure, language) : null,
                reading.before(figure)
                        .map(last -> value(last, measure, language) + " · " + Shown.month(last.period(), language))
                        .orElse(null),
                state(current.entry().state()),
                RevisionView.word(current.entry().state()).in(language),
                figure.note(),
                current.entry().reason(),
                Shown.moment(current.recordedAt(), zone) + " " + current.recordedBy(),
                one.odd().stream().map(text -> text.in(language)).toList(),
                isDecidable(one, reading),
                said.picked().contains(pick));
    }

    private static String value(Figure figure, Measure measure, Language language) {
        return Shown.value(figure.amount().in(measure.scale()), measure.unit(), language);
    }

    private static boolean isDecidable(Arrived one, ReviewReading reading) {
        return one.own()
                && one.current().entry().state() != FigureState.WITHDRAWN
                && !reading.isClosed(one.current().figure().region());
    }

    private static String state(FigureState state) {
        return switch (state) {
            case PROVISIONAL -> "in_progress";
            case ACCEPTED -> "done";
            case RETURNED -> "overdue";
            case WITHDRAWN -> "not_started";
        };
    }
}
