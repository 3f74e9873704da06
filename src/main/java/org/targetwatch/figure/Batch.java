package org.targetwatch.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Figures that are recorded together or not at all. They have been validated against the plan.
 *
 * @param act who sends them, on which business date; it decides what is in time
 * @param figures at most one for each indicator, region and period
 */
public record Batch(Act act, List<Figure> figures) {
    public Batch {
        figures = List.copyOf(figures);
        Set<Figure.Key> keys = new HashSet<>();
        for (Figure figure : figures) {
            if (!keys.add(figure.key())) {
                throw new IllegalArgumentException("A batch holds two figures for " + figure.key());
            }
        }
    }

    public String plan() {
        return act.plan();
    }
}
