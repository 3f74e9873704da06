package org.targetwatch.figure;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Chain;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.FigureReader.Point;
import org.targetwatch.figure.FigureStore.LockedHead;
import org.targetwatch.figure.FiguresChanged.Change;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/** The door to figures: records what was reported, and answers what is known now and what was known then. */
@ApplicationScoped
public class Figures {
    /** A figure as it counts now. */
    public record Current(Figure figure, Instant recordedAt, String recordedBy) {}

    /** Which figures are asked for; null is any. */
    public record Filter(@Nullable String indicator, @Nullable String region, @Nullable Period period) {}

    private final FigureStore store;
    private final FigureReader reader;
    private final Clock clock;
    private final Event<FiguresChanged> changed;

    Figures(FigureStore store, FigureReader reader, Clock clock, Event<FiguresChanged> changed) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Records a batch, all or nothing. Figures that say nothing new make no revision, so sending a batch again changes
     * nothing; two who send the same at once are put one after the other. Fires {@link FiguresChanged} when anything
     * changed.
     */
    @Transactional
    public Outcome record(Batch batch) {
        Map<String, LockedHead> heads = store.lockHeads(batch.plan(), batch.regions());
        Map<Key, Figure> current = store.current(batch.plan(), batch.figures());
        List<Figure> news = batch.figures().stream()
                .filter(figure -> figure.differsFrom(current.get(figure.key())))
                .map(figure -> figure.over(current.get(figure.key())))
                .toList();
        if (!news.isEmpty()) {
            append(batch, news, heads);
        }
        return outcome(batch, news, current);
    }

    private void append(Batch batch, List<Figure> news, Map<String, LockedHead> heads) {
        Instant recordedAt = recordedAt(heads.values());
        Map<String, Chain.Head> ends = new HashMap<>();
        heads.forEach((region, locked) -> ends.put(region, locked.head()));
        List<Revision> revisions = news.stream()
                .map(figure -> {
                    Revision revision = Revision.after(ends.get(figure.region()), figure, batch, recordedAt);
                    ends.put(figure.region(), revision.head());
                    return revision;
                })
                .toList();
        store.append(batch, recordedAt, revisions, lastOfEachRegion(revisions));
        changed.fire(new FiguresChanged(batch.plan(), changes(news)));
    }

    // The wall clock may be set back; what we learned later must never seem to have been known earlier.
    private Instant recordedAt(Collection<LockedHead> heads) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return heads.stream()
                .map(LockedHead::recordedAt)
                .filter(before -> before.isAfter(now))
                .max(Instant::compareTo)
                .orElse(now);
    }

    private static Collection<Revision> lastOfEachRegion(List<Revision> revisions) {
        return revisions.stream()
                .collect(toMap(revision -> revision.figure().region(), revision -> revision, (first, last) -> last))
                .values();
    }

    private static List<Change> changes(List<Figure> news) {
        return news.stream().collect(toMap(Figure::series, Figure::period, Period::earlierOf)).entrySet().stream()
                .map(entry ->
                        new Change(entry.getKey().indicator(), entry.getKey().region(), entry.getValue()))
                .toList();
    }

    private static Outcome outcome(Batch batch, List<Figure> news, Map<Key, Figure> current) {
        int received = batch.figures().size();
        int revised = (int) news.stream()
                .filter(figure -> current.containsKey(figure.key()))
                .count();
        return new Outcome(received, news.size() - revised, revised, received - news.size());
    }

    /** The current figures of each of {@code wanted}, by period; empty maps for those without any. */
    @Transactional
    public Map<Series, NavigableMap<Period, Amount>> series(String plan, Collection<Series> wanted) {
        return byPeriod(wanted, reader.series(plan, wanted));
    }

    /** The same as it was known at {@code knownAt}. */
    @Transactional
    public Map<Series, NavigableMap<Period, Amount>> series(String plan, Collection<Series> wanted, Instant knownAt) {
        return byPeriod(wanted, reader.series(plan, wanted, knownAt));
    }

    private static Map<Series, NavigableMap<Period, Amount>> byPeriod(Collection<Series> wanted, List<Point> points) {
        Map<Series, NavigableMap<Period, Amount>> all = new HashMap<>();
        wanted.forEach(series -> all.put(series, new TreeMap<>()));
        points.forEach(point -> all.get(point.series()).put(point.period(), point.amount()));
        return all;
    }

    /** Current figures in the order of region, indicator and period; with {@code after}, only those behind that one. */
    @Transactional
    public List<Current> current(String plan, Filter filter, Optional<Key> after, int limit) {
        return reader.current(plan, filter, after, limit);
    }

    /** All states of one figure, oldest first, the last being the current one; empty when it was never reported. */
    @Transactional
    public List<Revision> history(String plan, Key key) {
        return reader.history(plan, key);
    }

    /** The revisions that a series rests on, by period, as known at {@code knownAt} (null: now). */
    @Transactional
    public List<Revision> revisions(String plan, Series series, @Nullable Instant knownAt) {
        return reader.revisions(plan, series, knownAt);
    }
}
