package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/**
 * Says what figures that were just recorded in this transaction do to the cards, before the queue comes to it: the
 * sender's own and those of the regions above.
 */
@ApplicationScoped
public class Effects {
    private final CardMaker maker;

    Effects(CardMaker maker) {
        this.maker = maker;
    }

    /** By indicator, then from the sender's region upwards; only what changes, only in the periods that were posted. */
    public List<Effect> of(Plan plan, Collection<Figure> recorded) {
        Map<String, Set<Period>> posted = new HashMap<>();
        recorded.forEach(figure -> posted.computeIfAbsent(figure.indicator(), indicator -> new HashSet<>())
                .add(figure.period()));
        Map<Series, Period> wanted = recorded.stream()
                .collect(toMap(Figure::series, figure -> figure.period().laterOf(plan.start()), Period::earlierOf));
        Period last =
                recorded.stream().map(Figure::period).max(Period::compareTo).orElse(plan.start());
        List<Map<Series, Period>> levels = levels(plan, wanted);
        CardsBefore before = maker.before(last, plan, levels);
        List<Effect> effects = new ArrayList<>();
        List<Card> made = new ArrayList<>();
        for (Map<Series, Period> level : levels) {
            List<Card> cards = maker.makeUntil(last, plan, level, made, before);
            made.addAll(cards);
            effects.addAll(compare(before, cards, posted));
        }
        effects.sort(Comparator.comparing(Effect::indicator));
        return effects;
    }

    /** {@code reported} and all that rests on it, the deepest regions first. */
    private static List<Map<Series, Period>> levels(Plan plan, Map<Series, Period> reported) {
        Map<Series, Period> wanted = new HashMap<>(reported);
        List<Map<Series, Period>> levels = new ArrayList<>();
        while (!wanted.isEmpty()) {
            Map<Series, Period> deepest = deepest(plan, wanted);
            levels.add(deepest);
            deepest.keySet().forEach(wanted::remove);
            CardMaker.parents(plan, deepest).forEach((series, from) -> wanted.merge(series, from, Period::earlierOf));
        }
        return levels;
    }

    private static Map<Series, Period> deepest(Plan plan, Map<Series, Period> wanted) {
        Map<Integer, List<Series>> byDepth = wanted.keySet().stream()
                .collect(groupingBy(series -> plan.regions().depth(series.region())));
        int depth = byDepth.keySet().stream().max(Integer::compare).orElseThrow();
        return byDepth.get(depth).stream().collect(toMap(series -> series, wanted::get));
    }

    private static List<Effect> compare(CardsBefore before, List<Card> cards, Map<String, Set<Period>> posted) {
        return cards.stream()
                .filter(card ->
                        card.isExpected() && posted.get(card.indicator()).contains(card.period()))
                .map(card -> Effect.of(before.of(card).orElse(null), card))
                .filter(Effect::isVisible)
                .sorted(Comparator.comparing(Effect::region).thenComparing(Effect::period))
                .toList();
    }
}
