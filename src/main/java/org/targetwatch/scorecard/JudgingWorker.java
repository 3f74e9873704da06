package org.targetwatch.scorecard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.PlanChanged;
import org.targetwatch.figure.ExemptionsChanged;
import org.targetwatch.figure.FiguresChanged;
import org.targetwatch.scorecard.Judging.NotJudgedException;
import org.targetwatch.target.TargetsChanged;

/**
 * The thread that judges: woken by every commit of this program, and every second for what others have noted; with much to
 * do it calls a second one.
 */
@ApplicationScoped
class JudgingWorker {
    private static final Logger LOG = Logger.getLogger(JudgingWorker.class);
    private static final long SWEEP_MILLIS = 1_000;
    private static final int NOTES_AT_ONCE = 1_000;

    private final JudgingCalendar calendar;
    private final Judging judging;
    private final Event<CardsChanged> cardsChanged;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean planIsNew = new AtomicBoolean(true);
    private volatile boolean running = true;
    private long swept;
    private final AtomicBoolean isHelped = new AtomicBoolean();
    private final ExecutorService helper =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "judging-helper"));
    private @Nullable Thread thread;

    JudgingWorker(JudgingCalendar calendar, Judging judging, Event<CardsChanged> cardsChanged) {
        this.calendar = calendar;
        this.judging = judging;
        this.cardsChanged = cardsChanged;
    }

    /** After the catalogue, which is there from the first moment on. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        thread = new Thread(this::run, "judging");
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join();
        }
        helper.shutdown();
        helper.awaitTermination(1, TimeUnit.MINUTES);
    }

    void figuresChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) FiguresChanged changed) {
        wake();
    }

    void exemptionsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExemptionsChanged changed) {
        wake();
    }

    void targetsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) TargetsChanged changed) {
        wake();
    }

    void planChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlanChanged changed) {
        planIsNew.set(true);
        wake();
    }

    private void wake() {
        work.release();
    }

    private void run() {
        Pace pace = new Pace();
        while (running) {
            try {
                judgeAll(pace);
                work.tryAcquire(SWEEP_MILLIS, TimeUnit.MILLISECONDS);
                work.drainPermits();
            } catch (InterruptedException interrupted) {
                running = false;
            }
        }
    }

    /** Nothing noted is lost by a failure: the transaction rolls back, and the next sweep tries again. */
    private void judgeAll(Pace pace) throws InterruptedException {
        try {
            Shift shift = new Shift(pace);
            boolean judged = true;
            while (running && judged) {
                if (isSweepDue()) {
                    calendar.noteWhatTimeChanged();
                }
                judged = shift.judgesSome();
                if (judged) {
                    cardsChanged.fire(new CardsChanged());
                }
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Judging failed and is tried again: %s", failure.getMessage());
        }
    }

    /** Time moves slowly: it is looked at once a second, and when a plan is new, however often the worker is woken and however long it has work. */
    private synchronized boolean isSweepDue() {
        long now = System.nanoTime();
        boolean due = planIsNew.getAndSet(false) || now - swept >= TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS);
        swept = due ? now : swept;
        return due;
    }

    /** While one computes, the database works for the other. */
    private void callForHelp() {
        if (isHelped.compareAndSet(false, true)) {
            helper.execute(() -> {
                try {
                    judgeAll(new Pace());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } finally {
                    isHelped.set(false);
                }
            });
        }
    }

    /**
     * From one look for notes to the next it takes a while, unless there was more than one look could take: while posts come
     * thick and fast, the city is judged once for several of them.
     */
    private static final class Pace {
        private static final long MILLIS = 150;

        private long next = System.nanoTime();

        void await() throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
        }

        void hurry() {
            next = System.nanoTime();
        }
    }

    /** From one note to the last. */
    private final class Shift {
        private final Pace pace;
        private long oneByOne;

        Shift(Pace pace) {
            this.pace = pace;
        }

        /** Where many pairs fail together, each is judged by itself, and the one that fails alone is set aside. */
        boolean judgesSome() throws InterruptedException {
            pace.await();
            try {
                int limit = oneByOne > 0 ? 1 : NOTES_AT_ONCE;
                int judged = judging.judgeSome(limit);
                oneByOne = Math.max(0, oneByOne - 1);
                if (judged >= limit) {
                    pace.hurry();
                }
                if (judged >= NOTES_AT_ONCE) {
                    callForHelp();
                }
                return judged > 0;
            } catch (NotJudgedException failure) {
                pace.hurry();
                tryAgain(failure);
                return true;
            }
        }

        private void tryAgain(NotJudgedException failure) {
            long pairs = failure.taken().pairs();
            if (pairs > 1) {
                oneByOne = pairs;
            } else {
                LOG.errorf(
                        failure, "Set aside, to be tried again later, what cannot be judged: %s", failure.getMessage());
                judging.setAside(failure.taken());
            }
        }
    }
}
