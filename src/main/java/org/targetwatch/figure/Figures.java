package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.FigureReader.Point;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.web.Problem;

/** The door to figures: records what was reported, and answers what is known now and what was known then. */
@ApplicationScoped
public class Figures {
    /** A figure as it stands now. */
    public record Current(Entry entry, Instant recordedAt, String recordedBy) {
        public Figure figure() {
            return entry.figure();
        }
    }

    /** Which figures are asked for; null is any, for the state: those that count. */
    public record Filter(
            @Nullable String indicator, @Nullable String region, @Nullable Period period, @Nullable FigureState state) {
        public static final Filter ANY = new Filter(null, null, null, null);
    }

    private final Ledger ledger;
    private final FigureReader reader;

    Figures(Ledger ledger, FigureReader reader) {
        this.ledger = ledger;
        this.reader = reader;
    }

    /**
     * Records a batch, all or nothing. Figures that say nothing new make no revision, so sending a batch again changes
     * nothing; two who send the same at once are put one after the other. What was returned or withdrawn and is sent again
     * as it was stays so. Fires {@link FiguresChanged} when anything changed.
     *
     * @throws Problem when a period is closed
     */
    @Transactional
    public Outcome record(Batch batch) {
        List<Key> keys = batch.figures().stream().map(Figure::key).toList();
        Map<Key, Current> standing = ledger.write(batch.act(), keys, before -> news(batch, before));
        return Outcome.of(batch, standing);
    }

    private static List<Entry> news(Batch batch, Map<Key, Current> standing) {
        return batch.figures().stream()
                .filter(figure -> figure.differsFrom(standing.get(figure.key())))
                .map(figure -> Entry.reported(figure.over(standing.get(figure.key()))))
                .toList();
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

    /** The current figures of each of {@code wanted} with what was said beside the numbers, by period. */
    @Transactional
    public Map<Series, NavigableMap<Period, Figure>> counting(String plan, Collection<Series> wanted) {
        Map<Series, NavigableMap<Period, Figure>> all = new HashMap<>();
        wanted.forEach(series -> all.put(series, new TreeMap<>()));
        reader.counting(plan, wanted).forEach(figure -> all.get(figure.series()).put(figure.period(), figure));
        return all;
    }

    private static Map<Series, NavigableMap<Period, Amount>> byPeriod(Collection<Series> wanted, List<Point> points) {
        Map<Series, NavigableMap<Period, Amount>> all = new HashMap<>();
        wanted.forEach(series -> all.put(series, new TreeMap<>()));
        points.forEach(point -> all.get(point.series()).put(point.period(), point.amount()));
        return all;
    }

    /**
     * Figures as they stand, of what the view of the plan shows, in the order of region, indicator and period; with {@code after}, only those behind that one.
     */
    @Transactional
    public List<Current> current(Plan plan, Filter filter, Optional<Key> after, int limit) {
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

    /** The last states, as known at {@code knownAt}, of all figures of {@code regions} from {@code first} to {@code last}. */
    @Transactional
    public List<Revision> standing(
            String plan, Collection<String> regions, Period first, Period last, Instant knownAt) {
        return reader.standing(plan, regions, first, last, knownAt);
    }

    /** A figure of which something was learned. @param before its state until then; null when it was not reported yet */
    public record Learned(@Nullable Revision before, Revision after) {}

    /**
     * Figures of the periods from {@code first} to {@code last} of which something was learned behind {@code since} and up
     * to {@code until}, in the order of region, indicator and period.
     */
    @Transactional
    public List<Learned> learned(String plan, Period first, Period last, Instant since, Instant until) {
        List<Revision> changed = reader.changed(plan, first, last, since, until);
        List<Key> keys = changed.stream().map(one -> one.figure().key()).toList();
        Map<Key, Revision> before = new HashMap<>();
        reader.states(plan, keys, since).forEach(one -> before.put(one.figure().key(), one));
        return changed.stream()
                .map(after -> new Learned(before.get(after.figure().key()), after))
                .toList();
    }
}
