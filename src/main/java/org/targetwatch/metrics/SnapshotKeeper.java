package org.targetwatch.metrics;

import static java.util.stream.Collectors.toMap;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.metrics.Snapshot.PlanState;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.CardsChanged;
import org.targetwatch.scorecard.PlanCards;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.scorecard.Scorecards.Changes;
import org.targetwatch.supervision.SlipCounts;

/** Keeps the snapshot: after every judging of this replica, and every 250 ms for what the others have judged. */
@ApplicationScoped
class SnapshotKeeper {
    private static final Logger LOG = Logger.getLogger(SnapshotKeeper.class);
    private static final long LOOK_MILLIS = 250;

    private final Clock clock;
    private final Catalogue catalogue;
    private final Scorecards scorecards;
    private final SlipCounts slips;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "snapshot"));
    private long version;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Backlog.NONE, Instant.EPOCH);

    SnapshotKeeper(Catalogue catalogue, Scorecards scorecards, SlipCounts slips, Clock clock) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.scorecards = scorecards;
        this.slips = slips;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void cardsChanged(@Observes CardsChanged changed) {
        look();
    }

    void start(@Observes StartupEvent started) {
        looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        looks.shutdown();
        looks.awaitTermination(LOOK_MILLIS * 20, TimeUnit.MILLISECONDS);
    }

    /** A failed look leaves the snapshot as it is: its time stamp is in the metrics, and the next look comes. */
    private void look() {
        try {
            refresh();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The metrics could not be refreshed and are tried again: %s", failure.getMessage());
        }
    }

    private synchronized void refresh() {
        Changes changes = scorecards.changesSince(version);
        List<PlanState> plans = catalogue.plans().stream()
                .map(plan -> state(plan, changes.cards()))
                .toList();
        snapshot = new Snapshot(plans, scorecards.backlog(), clock.instant());
        version = changes.version();
    }

    private PlanState state(Plan plan, List<Card> changed) {
        PlanState before = snapshot.plans().stream()
                .filter(state -> state.plan() == plan)
                .findFirst()
                .orElse(new PlanState(plan, Map.of(), Map.of(), List.of()));
        return scorecards.read(plan, cards -> state(before, changed, cards)).with(slips.of(plan));
    }

    private static PlanState state(PlanState before, List<Card> changed, PlanCards stored) {
        Plan plan = before.plan();
        Map<String, Period> current = stored.currentPeriods();
        if (changed.isEmpty() && current.equals(before.current())) {
            return before;
        }
        Stream<Card> kept = before.cards().values().stream();
        Stream<Card> moved = current.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.current().get(entry.getKey())))
                .flatMap(entry ->
                        stored.ofPeriod(entry.getKey(), plan.regionCodes().toList(), entry.getValue()).stream());
        Map<Series, Card> cards = Stream.of(kept, moved, changed.stream())
                .flatMap(some -> some)
                .filter(card -> card.plan().equals(plan.code()) && card.isExpected())
                .filter(card -> card.period().equals(current.get(card.indicator())))
                .collect(toMap(SnapshotKeeper::series, card -> card, (earlier, later) -> later));
        return new PlanState(plan, current, cards, before.slips());
    }

    private static Series series(Card card) {
        return new Series(card.indicator(), card.region());
    }
}
