package org.targetwatch.supervision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.scorecard.Horizon;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.web.BusinessDate;

/** Has the supervisor look at what was judged anew, by whichever replica, and at everything when the day turns. */
@ApplicationScoped
class SupervisionWorker {
    private static final Logger LOG = Logger.getLogger(SupervisionWorker.class);
    private static final long LOOK_MILLIS = 2_000;
    /** Half-judged cards open no slips; but who waits for ever for a quiet moment, never looks. While much is judged, once a minute is often enough. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** To a look at a country, which takes several seconds: the judging needs the database more. */
    private static final int PAUSES_TO_EACH_LOOK = 20;

    private record Subject(String plan, String indicator) {}

    private final Catalogue catalogue;
    private final Scorecards scorecards;
    private final Supervisor supervisor;
    private final BusinessDate businessDate;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "supervision"));
    private final Set<Subject> waiting = new LinkedHashSet<>();
    private @Nullable Horizon seen;
    private long lookedAt = System.nanoTime();
    private Duration pause = PATIENCE;
    private @Nullable LocalDate day;

    SupervisionWorker(Catalogue catalogue, Scorecards scorecards, Supervisor supervisor, BusinessDate businessDate) {
        this.catalogue = catalogue;
        this.scorecards = scorecards;
        this.supervisor = supervisor;
        this.businessDate = businessDate;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        looks.shutdown();
        looks.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What could not be looked at stays on the list, and the next look comes. */
    private void look() {
        try {
            collect();
            if (isQuiet() || System.nanoTime() - lookedAt > pause.toNanos()) {
                lookAtWaiting();
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Supervision cannot read what changed, and tries again: %s", failure.getMessage());
        }
    }

    private void collect() {
        LocalDate today = businessDate.today();
        Horizon horizon = scorecards.horizon();
        if (seen != null) {
            scorecards
                    .writtenAfter(seen.until(horizon))
                    .forEach(written -> waiting.add(new Subject(written.plan(), written.indicator())));
        }
        seen = horizon;
        if (!today.equals(day)) {
            catalogue.plans().forEach(plan -> plan.indicators()
                    .keySet()
                    .forEach(indicator -> waiting.add(new Subject(plan.code(), indicator))));
            day = today;
        }
    }

    private boolean isQuiet() {
        return scorecards.backlog().size() == 0;
    }

    private void lookAtWaiting() {
        long began = System.nanoTime();
        waiting.removeIf(this::isLookedAt);
        lookedAt = System.nanoTime();
        Duration took = Duration.ofNanos(lookedAt - began);
        pause = Collections.max(List.of(PATIENCE, took.multipliedBy(PAUSES_TO_EACH_LOOK)));
    }

    /** One that fails keeps no other from being looked at. */
    private boolean isLookedAt(Subject subject) {
        try {
            catalogue.plan(subject.plan()).filter(this::isWatched).ifPresent(plan -> plan.indicator(subject.indicator())
                    .ifPresent(indicator -> supervisor.look(plan, indicator)));
            return true;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Supervision of %s failed and is tried again: %s", subject, failure.getMessage());
            return false;
        }
    }

    private boolean isWatched(Plan plan) {
        return !plan.isOver(businessDate.today());
    }
}
