package org.targetwatch.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.PlanChanged;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.JudgingQueue.Note;
import org.targetwatch.web.BusinessDate;

/**
 * Notes what only the passing of time changes: a month that began has cards, a due month whose due day passed is
 * settled. Each plan remembers the day up to which this was noted; a plan without that day is judged from the start.
 */
@ApplicationScoped
class JudgingCalendar {
    /** How far the clocks of two replicas may be apart at midnight. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Session session;
    private final Catalogue catalogue;
    private final CardStore cards;
    private final JudgingQueue queue;
    private final BusinessDate businessDate;
    private final Clock clock;

    JudgingCalendar(
            Session session,
            Catalogue catalogue,
            CardStore cards,
            JudgingQueue queue,
            BusinessDate businessDate,
            Clock clock) {
        this.session = session;
        this.catalogue = catalogue;
        this.cards = cards;
        this.queue = queue;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    /** A new version of a plan may have changed anything: forget the day, in the transaction that stored it. */
    void planChanged(@Observes PlanChanged changed) {
        session.createNativeMutationQuery("DELETE FROM judged_day WHERE plan = :plan")
                .setParameter("plan", changed.plan())
                .executeUpdate();
    }

    @Transactional
    void noteWhatTimeChanged() {
        catalogue.reloadIfNewer();
        catalogue.plans().forEach(plan -> note(plan, businessDate.today()));
    }

    private void note(Plan plan, LocalDate today) {
        Optional<LocalDate> noted = lockNotedDay(plan);
        if (noted.filter(day -> !day.isBefore(today) && !isStillToCome(day)).isPresent()) {
            return;
        }
        // A business date that went back is a demonstration begun anew, or a clock that was put right.
        if (noted.filter(today::isAfter).isPresent()) {
            queue.add(passed(plan, noted.get(), today).toList());
        } else {
            cards.keepOnly(plan, Period.containing(today));
            queue.add(series(plan)
                    .map(series -> Note.of(plan, series, plan.start()))
                    .toList());
        }
        storeNotedDay(plan, today);
    }

    /** Not so the day that has begun for a replica whose clock is a little ahead of ours. */
    private boolean isStillToCome(LocalDate day) {
        return day.isAfter(businessDate.on(clock.instant().plus(CLOCKS_APART)));
    }

    /** The day on which the plan stands, for all replicas alike: that up to which was noted what time changed. */
    LocalDate dayOf(Plan plan) {
        return notedDay(plan).orElseGet(businessDate::today);
    }

    private static Stream<Note> passed(Plan plan, LocalDate from, LocalDate today) {
        return series(plan).flatMap(series -> {
            Indicator indicator = plan.indicator(series.indicator()).orElseThrow();
            return firstTouched(plan, indicator, from, today).map(period -> Note.of(plan, series, period)).stream();
        });
    }

    private static Optional<Period> firstTouched(Plan plan, Indicator indicator, LocalDate from, LocalDate today) {
        Period due = indicator.rules().due();
        LocalDate dueDay = plan.dueDays().of(due);
        boolean settled = !dueDay.isBefore(from) && dueDay.isBefore(today);
        Period newest = Period.containing(from).next();
        boolean monthBegan = !newest.isAfter(Period.containing(today));
        return settled
                ? Optional.of(monthBegan ? due.earlierOf(newest) : due)
                : Optional.of(newest).filter(period -> monthBegan);
    }

    private static Stream<Series> series(Plan plan) {
        return plan.indicators().values().stream().flatMap(indicator -> plan.regionCodes()
                .filter(region -> plan.concerns(region, indicator))
                .map(region -> new Series(indicator.code(), region)));
    }

    /** Two statements: the second one sees what a replica that held the lock has just stored. */
    private Optional<LocalDate> lockNotedDay(Plan plan) {
        session.createNativeQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('judged-day/' || :plan, 0))::text", String.class)
                .setParameter("plan", plan.code())
                .getSingleResult();
        return notedDay(plan);
    }

    private Optional<LocalDate> notedDay(Plan plan) {
        return session.createNativeQuery("SELECT day FROM judged_day WHERE plan = :plan", LocalDate.class)
                .setParameter("plan", plan.code())
                .uniqueResultOptional();
    }

    private void storeNotedDay(Plan plan, LocalDate day) {
        session.createNativeMutationQuery(
                        """
                        INSERT INTO judged_day (plan, day) VALUES (:plan, :day)
                        ON CONFLICT (plan) DO UPDATE SET day = EXCLUDED.day""")
                .setParameter("plan", plan.code())
                .setParameter("day", day)
                .executeUpdate();
    }
}
