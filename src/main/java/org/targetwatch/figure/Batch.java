package org.targetwatch.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Figures that are recorded together or not at all. They have been validated against the plan.
 *
 * @param figures at most one for each indicator, region and period
 * @param recordedBy the account that sent it
 */
public record Batch(String plan, List<Figure> figures, Signatures signatures, String recordedBy) {
    public Batch {
        figures = List.copyOf(figures);
        Set<Figure.Key> keys = new HashSet<>();
        for (Figure figure : figures) {
            if (!keys.add(figure.key())) {
                throw new IllegalArgumentException("A batch holds two figures for " + figure.key());
            }
        }
    }

    List<String> regions() {
        return figures.stream().map(Figure::region).distinct().sorted().toList();
    }
}
