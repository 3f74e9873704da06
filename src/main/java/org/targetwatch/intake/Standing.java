package org.targetwatch.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Target;
import org.targetwatch.target.TargetTimeline;

/** The figures that count, and the targets, beside which others are looked at. */
record Standing(Plan plan, Map<Series, NavigableMap<Period, Figure>> figures, Map<Series, TargetTimeline> timelines) {

    /** The counting figure of {@code key}. */
    Optional<Figure> at(Key key) {
        return Optional.ofNullable(of(new Series(key.indicator(), key.region())).get(key.period()));
    }

    private NavigableMap<Period, Figure> of(Series series) {
        return figures.getOrDefault(series, new TreeMap<>());
    }

    /** {@code figure} with what stands beside it. */
    Observed observed(Figure figure) {
        String indicator = figure.indicator();
        return new Observed(
                plan.indicator(indicator).orElseThrow(),
                figure,
                of(figure.series()),
                target(figure.series(), figure.period()),
                target(new Series(indicator, plan.region()), figure.period()));
    }

    private @Nullable Target target(Series series, Period period) {
        TargetTimeline timeline = timelines.get(series);
        return timeline == null || period.isBefore(plan.start()) ? null : timeline.at(period);
    }

    /** What would stand after {@code batch}, as far as it belongs to the series here. */
    Standing with(Iterable<Figure> batch) {
        Map<Series, NavigableMap<Period, Figure>> after = new HashMap<>();
        figures.forEach((series, byPeriod) -> after.put(series, new TreeMap<>(byPeriod)));
        for (Figure figure : batch) {
            if (after.containsKey(figure.series()) && isNews(figure)) {
                after.get(figure.series()).put(figure.period(), figure);
            }
        }
        return new Standing(plan, after, timelines);
    }

    /** Whether it says something new. */
    private boolean isNews(Figure figure) {
        return at(figure.key())
                .filter(standing -> figure.note() == null && standing.amount().sameAs(figure.amount()))
                .isEmpty();
    }

    /** Those of {@code batch} that say something new. */
    Set<Key> news(Iterable<Figure> batch) {
        Set<Key> news = new HashSet<>();
        for (Figure figure : batch) {
            if (isNews(figure)) {
                news.add(figure.key());
            }
        }
        return news;
    }
}
