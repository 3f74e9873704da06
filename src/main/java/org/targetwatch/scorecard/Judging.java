package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.JudgingQueue.Note;
import org.targetwatch.scorecard.JudgingQueue.Taken;

/** Judges what the queue names and stores the cards; a fixed number of statements, whatever the number of notes. */
@ApplicationScoped
class Judging {
    private final JudgingQueue queue;
    private final JudgingCalendar calendar;
    private final CardStore cards;
    private final Catalogue catalogue;
    private final CardMaker maker;

    Judging(JudgingQueue queue, JudgingCalendar calendar, CardStore cards, Catalogue catalogue, CardMaker maker) {
        this.queue = queue;
        this.calendar = calendar;
        this.cards = cards;
        this.catalogue = catalogue;
        this.maker = maker;
    }

    /** Notes could not be judged, and nothing was stored: one of them, or all, when the database is away. */
    static final class NotJudgedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Taken taken;

        NotJudgedException(Taken taken, RuntimeException cause) {
            super(
                    "%d notes, the first of them %s: %s"
                            .formatted(taken.notes().size(), taken.notes().get(0), cause.getMessage()),
                    cause);
            this.taken = taken;
        }

        Taken taken() {
            return taken;
        }
    }

    /**
     * Judges at most {@code limit} of what is noted.
     *
     * @return how many; 0 when there was nothing that this worker could take
     * @throws NotJudgedException naming what was taken
     */
    @Transactional
    int judgeSome(int limit) {
        Taken taken = queue.take(limit);
        try {
            taken.notes().stream().collect(groupingBy(Note::plan)).forEach((code, notes) -> known(code)
                    .ifPresent(plan -> judge(plan, notes, taken.notes().size() < limit)));
        } catch (RuntimeException failure) {
            throw new NotJudgedException(taken, failure);
        }
        return taken.notes().size();
    }

    /** Leaves what cannot be judged for later. */
    @Transactional
    void setAside(Taken taken) {
        queue.setAside(taken);
    }

    /** Another replica may have stored the plan a moment ago, and its notes with it. */
    private Optional<Plan> known(String code) {
        if (catalogue.plan(code).isEmpty()) {
            catalogue.reloadIfNewer();
        }
        return catalogue.plan(code);
    }

    /**
     * The notes are all of one depth, so none of them rests on another.
     *
     * @param upwards whether the regions above follow at once: who posts all day long must not keep the city waiting. With
     *     much to do they are noted instead, to be judged once and not after each part.
     */
    private void judge(Plan plan, List<Note> notes, boolean upwards) {
        Map<Series, Period> earliest = notes.stream()
                .filter(note -> isWatched(plan, note))
                .collect(toMap(Note::series, Note::from, Period::earlierOf));
        LocalDate day = calendar.dayOf(plan);
        while (!earliest.isEmpty()) {
            cards.store(plan.code(), maker.make(day, plan, earliest));
            List<Note> parents = parents(plan, earliest);
            Set<Series> locked = upwards ? queue.lock(parents) : Set.of();
            queue.add(parents.stream()
                    .filter(note -> !locked.contains(note.series()))
                    .toList());
            earliest = parents.stream()
                    .filter(note -> locked.contains(note.series()))
                    .collect(toMap(Note::series, Note::from));
        }
    }

    /** A note may be older than the catalogue: what is no longer watched has no card. */
    private static boolean isWatched(Plan plan, Note note) {
        return plan.indicator(note.indicator())
                .filter(indicator -> plan.concerns(note.region(), indicator))
                .isPresent();
    }

    private static List<Note> parents(Plan plan, Map<Series, Period> judged) {
        return CardMaker.parents(plan, judged).entrySet().stream()
                .map(entry -> Note.of(plan, entry.getKey(), entry.getValue()))
                .toList();
    }
}
