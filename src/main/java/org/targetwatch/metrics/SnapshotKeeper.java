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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.metrics.Snapshot.PlanState;
import org.targetwatch.scorecard.CardsChanged;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.supervision.SlipCounts;

/** Keeps the snapshot: after every judging of this replica, and every 250 ms for what the others have judged and for what waits. */
@ApplicationScoped
class SnapshotKeeper {
    private static final Logger LOG = Logger.getLogger(SnapshotKeeper.class);
    private static final long LOOK_MILLIS = 250;
    private static final long SOON_MILLIS = 20;

    private final Clock clock;
    private final Catalogue catalogue;
    private final Scorecards scorecards;
    private final SlipCounts slips;
    private final CardGauges gauges;
    private final ShownRegions shown;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "snapshot"));
    private long version;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Backlog.NONE, Instant.EPOCH);

    SnapshotKeeper(
            Catalogue catalogue,
            Scorecards scorecards,
            SlipCounts slips,
            CardGauges gauges,
            ShownRegions shown,
            Clock clock) {
        this.gauges = gauges;
        this.shown = shown;
        this.clock = clock;
        this.catalogue = catalogue;
        this.scorecards = scorecards;
        this.slips = slips;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Judging does not wait for it, and what is judged within moments is looked at once. */
    void cardsChanged(@Observes CardsChanged changed) {
        if (awaited.compareAndSet(false, true)) {
            looks.schedule(() -> look(() -> snapshot.backlog()), SOON_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void start(@Observes StartupEvent started) {
        looks.scheduleWithFixedDelay(() -> look(scorecards::backlog), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        looks.shutdown();
        looks.awaitTermination(LOOK_MILLIS * 20, TimeUnit.MILLISECONDS);
    }

    /** A failed look leaves the snapshot as it is: its time stamp is in the metrics, and the next look comes. */
    private void look(Supplier<Backlog> backlog) {
        awaited.set(false);
        try {
            refresh(backlog);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The metrics could not be refreshed and are tried again: %s", failure.getMessage());
        }
    }

    private void refresh(Supplier<Backlog> backlog) {
        long horizon = scorecards.horizon();
        List<PlanState> plans = catalogue.plans().stream().map(this::state).toList();
        snapshot = new Snapshot(plans, backlog.get(), clock.instant());
        version = horizon;
    }

    /** The state before with what was written since; cards are read one by one, for a country has more than fit in memory. */
    private PlanState state(Plan plan) {
        PlanState before = snapshot.plans().stream()
                .filter(state -> state.plan() == plan)
                .findFirst()
                .orElseGet(() -> PlanState.of(plan, shown.of(plan)));
        return scorecards.read(plan, cards -> {
            PlanDraft draft = new PlanDraft(before, open(plan, cards.currentPeriods()), gauges);
            scorecards.eachOf(plan, draft.moved(), draft::put);
            scorecards.eachWrittenSince(version, plan, draft.stayed(), draft::put);
            return draft.state().with(slips.of(plan));
        });
    }

    private static Map<String, Period> open(Plan plan, Map<String, Period> periods) {
        return periods.entrySet().stream()
                .filter(entry -> !plan.indicator(entry.getKey()).orElseThrow().confidential())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
