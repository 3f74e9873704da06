package org.targetwatch.figure;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Recorders;
import org.targetwatch.catalogue.PlanChanged;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.FigureStore.LockedHead;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.figure.FiguresChanged.Change;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/**
 * The one way in which anything about figures is written: the chains of the regions are locked in code order, the periods
 * must be open, what was decided is appended to the chains, and what changed is announced.
 */
@ApplicationScoped
class Ledger {
    private final FigureStore store;
    private final Closings closings;
    private final Recorders recorders;
    private final Event<FiguresChanged> changed;

    Ledger(FigureStore store, Closings closings, Recorders recorders, Event<FiguresChanged> changed) {
        this.store = store;
        this.closings = closings;
        this.recorders = recorders;
        this.changed = changed;
    }

    void planChanged(@Observes PlanChanged redefining) {
        redefining.refuseFor(store.reported(redefining.plan(), redefining.redefined()));
    }

    /** Decides, from what stands, which entries are new. */
    interface Decision {
        List<Entry> news(Map<Key, Current> standing);
    }

    /**
     * Appends what {@code decision} makes of the entries that stand for {@code keys}; answers these.
     *
     * @throws org.targetwatch.web.Problem when one of the periods is closed for its region
     */
    Map<Key, Current> write(Act act, Collection<Key> keys, Decision decision) {
        List<String> regions =
                keys.stream().map(Key::region).distinct().sorted().toList();
        Map<String, LockedHead> heads = store.lockHeads(act.plan(), regions);
        closings.of(act.plan()).refuseClosed(keys);
        Map<Key, Current> standing = store.current(act.plan(), keys);
        List<Entry> news = decision.news(standing);
        if (!news.isEmpty()) {
            append(act, news, heads);
        }
        return standing;
    }

    private void append(Act act, List<Entry> news, Map<String, LockedHead> heads) {
        Instant recordedAt = recorders.time(
                heads.values().stream().map(LockedHead::recordedAt).max(Instant::compareTo));
        store.append(act, recordedAt, revisions(act, news, heads, recordedAt));
        changed.fire(new FiguresChanged(act.plan(), changes(news)));
    }

    private static List<Revision> revisions(
            Act act, List<Entry> news, Map<String, LockedHead> heads, Instant recordedAt) {
        Map<String, Chain.Head> ends = new HashMap<>();
        heads.forEach((region, locked) -> ends.put(region, locked.head()));
        List<Revision> revisions = new ArrayList<>();
        for (Entry entry : news) {
            Revision revision = Revision.after(ends.get(entry.key().region()), entry, act, recordedAt);
            ends.put(entry.key().region(), revision.head());
            revisions.add(revision);
        }
        return revisions;
    }

    private static List<Change> changes(List<Entry> news) {
        Map<Series, Period> earliest =
                news.stream().map(Entry::figure).collect(toMap(Figure::series, Figure::period, Period::earlierOf));
        return earliest.entrySet().stream()
                .map(entry ->
                        new Change(entry.getKey().indicator(), entry.getKey().region(), entry.getValue()))
                .toList();
    }

    /** One figure as it stands; empty when it was never reported. */
    Optional<Current> standing(String plan, Key key) {
        return Optional.ofNullable(store.current(plan, List.of(key)).get(key));
    }
}
