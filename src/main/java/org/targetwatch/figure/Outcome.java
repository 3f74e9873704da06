package org.targetwatch.figure;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Figures.Current;

/**
 * What became of a batch: {@code received} is the sum of the next three.
 *
 * @param news what was created or revised
 * @param notCounting those of the unchanged that stand returned or withdrawn, and so do not count
 */
public record Outcome(int received, int created, int revised, int unchanged, Set<Key> news, List<Entry> notCounting) {

    /** @param standing what stood before the batch */
    static Outcome of(Batch batch, Map<Key, Current> standing) {
        int created = (int) batch.figures().stream()
                .filter(figure -> !standing.containsKey(figure.key()))
                .count();
        Set<Key> news = batch.figures().stream()
                .filter(figure -> figure.differsFrom(standing.get(figure.key())))
                .map(Figure::key)
                .collect(toSet());
        List<Entry> unchanged = batch.figures().stream()
                .filter(figure -> !news.contains(figure.key()))
                .map(figure ->
                        Objects.requireNonNull(standing.get(figure.key())).entry())
                .toList();
        int received = batch.figures().size();
        return new Outcome(
                received,
                created,
                news.size() - created,
                unchanged.size(),
                news,
                unchanged.stream().filter(entry -> !entry.state().counts()).toList());
    }
}
