package org.targetwatch.supervision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.supervision.Digest.Kind;
import org.targetwatch.web.BusinessDate;

/** Sends each office its digest on working days: the weekly one on the first of a week, the daily one on the others. */
@ApplicationScoped
class DigestWorker {
    private static final Logger LOG = Logger.getLogger(DigestWorker.class);
    private static final long SECONDS = 60;

    private final Catalogue catalogue;
    private final Digests digests;
    private final DigestConfig config;
    private final Clock clock;
    private final BusinessDate businessDate;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "digest"));

    DigestWorker(Catalogue catalogue, Digests digests, DigestConfig config, Clock clock, BusinessDate businessDate) {
        this.catalogue = catalogue;
        this.digests = digests;
        this.config = config;
        this.clock = clock;
        this.businessDate = businessDate;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        looks.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        looks.shutdown();
        looks.awaitTermination(SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (!LocalTime.now(clock).isBefore(config.sendAt())) {
                catalogue.plans().stream().filter(this::isDue).forEach(this::send);
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The digests could not be made and are tried again: %s", failure.getMessage());
        }
    }

    private boolean isDue(Plan plan) {
        LocalDate today = businessDate.today();
        return !plan.isOver(today)
                && !today.isBefore(plan.start().firstDay())
                && plan.dueDays().isWorkingDay(today);
    }

    void send(Plan plan) {
        Kind kind = kind(plan, businessDate.today());
        digests.missing(plan, kind).forEach(office -> send(plan, office, kind));
    }

    /** One office's mail that cannot be sent keeps nobody else's. */
    private void send(Plan plan, String office, Kind kind) {
        try {
            digests.send(plan, office, kind);
        } catch (Undeliverable away) {
            LOG.errorf("The digest of %s could not be mailed and is tried again: %s", office, away.getMessage());
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure, "The digest of %s could not be sent and is tried again: %s", office, failure.getMessage());
        }
    }

    /** Holidays may make any day the first working day of its week. */
    static Kind kind(Plan plan, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return plan.dueDays().workingDayFrom(monday).equals(today) ? Kind.WEEKLY : Kind.DAILY;
    }
}
