package org.targetwatch.metrics;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.metrics.Snapshot.PlanState;
import org.targetwatch.scorecard.CardsChanged;
import org.targetwatch.scorecard.Horizon;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.scorecard.Scorecards.Written;
import org.targetwatch.supervision.SlipCounts;
import org.targetwatch.web.BusinessDate;

/** Keeps the snapshot: the cards after every judging of this replica, and every 250 ms to a second all, for what the others have judged and for what waits. */
@ApplicationScoped
class SnapshotKeeper {
    private static final Logger LOG = Logger.getLogger(SnapshotKeeper.class);
    private static final long LOOK_MILLIS = 250;
    private static final long SOON_MILLIS = 20;
    private static final int PAUSES_TO_EACH_LOOK = 9;
    private static final long PAUSE_AT_MOST = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    private final BusinessDate businessDate;
    private final Catalogue catalogue;
    private final Scorecards scorecards;
    private final SlipCounts slips;
    private final CardGauges gauges;
    private final ShownRegions shown;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "snapshot"));
    private Horizon seen = Horizon.NOTHING_SEEN;
    private LocalDate day = LocalDate.MIN;
    private long nextAt = System.nanoTime();
    private volatile Snapshot snapshot = new Snapshot(List.of(), Backlog.NONE, Instant.EPOCH);

    SnapshotKeeper(
            Catalogue catalogue,
            Scorecards scorecards,
            SlipCounts slips,
            CardGauges gauges,
            ShownRegions shown,
            BusinessDate businessDate,
            Clock clock) {
        this.gauges = gauges;
        this.shown = shown;
        this.businessDate = businessDate;
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
            looks.schedule(() -> look(false), SOON_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void start(@Observes StartupEvent started) {
        looks.scheduleWithFixedDelay(this::lookAtAll, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Counting what waits takes its time where that is much: then it is counted once a second, and the judging has the rest. */
    private void lookAtAll() {
        long began = System.nanoTime();
        if (began - nextAt >= 0) {
            look(true);
            long ended = System.nanoTime();
            nextAt = ended + Math.min(PAUSE_AT_MOST, (ended - began) * PAUSES_TO_EACH_LOOK);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        looks.shutdown();
        looks.awaitTermination(LOOK_MILLIS * 20, TimeUnit.MILLISECONDS);
    }

    /** A failed look leaves the snapshot as it is: its time stamp is in the metrics, and the next look comes. */
    private void look(boolean whole) {
        awaited.set(false);
        try {
            refresh(whole);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The metrics could not be refreshed and are tried again: %s", failure.getMessage());
        }
    }

    /** @param whole at what waits and at the slips, too, not only at the cards */
    @Transactional
    void refresh(boolean whole) {
        Horizon horizon = scorecards.horizon();
        Horizon unseen = seen.until(horizon);
        LocalDate today = businessDate.today();
        Set<String> written =
                scorecards.writtenAfter(unseen).stream().map(Written::plan).collect(toSet());
        List<PlanState> plans = catalogue.plans().stream()
                .map(plan -> state(plan, unseen, written.contains(plan.code()) || !today.equals(day)))
                .map(state -> whole ? state.with(slips.of(state.plan())) : state)
                .toList();
        snapshot = new Snapshot(plans, whole ? scorecards.backlog() : snapshot.backlog(), clock.instant());
        seen = horizon;
        day = today;
    }

    /** Most plans rest most of the time: without a card written and on the same day, none of their cards can differ. */
    private PlanState state(Plan plan, Horizon unseen, boolean differs) {
        Optional<PlanState> before =
                snapshot.plans().stream().filter(state -> state.plan() == plan).findFirst();
        return before.filter(known -> !differs)
                .orElseGet(() -> read(before.orElseGet(() -> PlanState.of(plan, shown.of(plan))), unseen));
    }

    /** The state before with what it has not seen; cards are read one by one, for a country has more than fit in memory. */
    private PlanState read(PlanState before, Horizon unseen) {
        Plan plan = before.plan();
        return scorecards.read(plan, cards -> {
            PlanDraft draft = new PlanDraft(before, open(plan, cards.currentPeriods()), gauges);
            scorecards.eachOf(plan, draft.moved(), draft::put);
            scorecards.eachWrittenAfter(unseen, plan, draft.stayed(), draft::put);
            return draft.state();
        });
    }

    private static Map<String, Period> open(Plan plan, Map<String, Period> periods) {
        return periods.entrySet().stream()
                .filter(entry -> !plan.indicator(entry.getKey()).orElseThrow().confidential())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
