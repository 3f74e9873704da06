package org.targetwatch.intake;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** What would stand after {@code batch}. */
    Standing with(Map<Series, List<Figure>> batch) {
        Map<Series, NavigableMap<Period, Figure>> after = new HashMap<>();
        figures.forEach((series, byPeriod) -> {
            NavigableMap<Period, Figure> changed = new TreeMap<>(byPeriod);
            news(batch, series).forEach(figure -> changed.put(figure.period(), figure));
            after.put(series, changed);
        });
        return new Standing(plan, after, timelines);
    }

    /** Those of {@code batch} that say something new. */
    Set<Key> news(Map<Series, List<Figure>> batch) {
        return figures.keySet().stream()
                .flatMap(series -> news(batch, series))
                .map(Figure::key)
                .collect(toSet());
    }

    private Stream<Figure> news(Map<Series, List<Figure>> batch, Series series) {
        return batch.getOrDefault(series, List.of()).stream().filter(this::isNews);
    }

    private boolean isNews(Figure figure) {
        return at(figure.key())
                .filter(standing -> figure.note() == null && standing.amount().sameAs(figure.amount()))
                .isEmpty();
    }
}
