package org.targetwatch.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figures;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.JudgingQueue.Note;
import org.targetwatch.scorecard.JudgingQueue.Taken;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.target.Targets;
import org.targetwatch.web.BusinessDate;

/** Judges what the queue names and stores the cards; a fixed number of statements, whatever the number of notes. */
@ApplicationScoped
class Judging {
    private static final int NOTES_AT_ONCE = 1_000;

    private final JudgingQueue queue;
    private final CardStore cards;
    private final Catalogue catalogue;
    private final Figures figures;
    private final Targets targets;
    private final BusinessDate businessDate;

    Judging(
            JudgingQueue queue,
            CardStore cards,
            Catalogue catalogue,
            Figures figures,
            Targets targets,
            BusinessDate businessDate) {
        this.queue = queue;
        this.cards = cards;
        this.catalogue = catalogue;
        this.figures = figures;
        this.targets = targets;
        this.businessDate = businessDate;
    }

    /** Judges some of what is noted; false when there was nothing that this worker could take. */
    @Transactional
    boolean judgeSome() {
        Taken taken = queue.take(NOTES_AT_ONCE);
        taken.notes().stream()
                .collect(groupingBy(Note::plan))
                .forEach((code, notes) -> catalogue.plan(code).ifPresent(plan -> judge(plan, notes)));
        queue.delete(taken);
        return !taken.notes().isEmpty();
    }

    /** The notes are all of one depth, so none of them rests on another. */
    private void judge(Plan plan, List<Note> notes) {
        Map<Series, Period> earliest = notes.stream()
                .filter(note -> isWatched(plan, note))
                .collect(toMap(JudgingQueue.Note::series, Note::from, Period::earlierOf));
        Map<Series, TargetTimeline> timelines = targets.timelines(plan, earliest.keySet(), null);
        Map<Series, Evidence> evidence = evidence(plan, earliest, timelines);
        cards.store(earliest.entrySet().stream()
                .flatMap(entry -> judge(
                        plan,
                        entry.getKey(),
                        entry.getValue(),
                        timelines.get(entry.getKey()),
                        evidence.get(entry.getKey())))
                .toList());
        queue.add(parents(plan, earliest));
    }

    /** A note may be older than the catalogue: what is no longer watched has no card. */
    private static boolean isWatched(Plan plan, Note note) {
        return plan.indicator(note.indicator())
                .filter(indicator -> plan.concerns(note.region(), indicator))
                .isPresent();
    }

    private Stream<Card> judge(Plan plan, Series series, Period from, TargetTimeline timeline, Evidence evidence) {
        Indicator indicator = plan.indicator(series.indicator()).orElseThrow();
        return new Judge(plan, indicator, businessDate.today()).cards(series.region(), from, timeline, evidence);
    }

    private Map<Series, Evidence> evidence(
            Plan plan, Map<Series, Period> earliest, Map<Series, TargetTimeline> timelines) {
        Map<Boolean, List<Series>> reporting = earliest.keySet().stream()
                .collect(partitioningBy(series -> plan.reports(
                        series.region(), plan.indicator(series.indicator()).orElseThrow())));
        Map<Series, Evidence> evidence = new HashMap<>(evidenceOfFigures(plan, reporting.get(true), timelines));
        // One period more: where red must be confirmed, the period before is looked at.
        Period from = earliest.values().stream()
                .min(Period::compareTo)
                .map(Period::previous)
                .orElse(plan.start());
        evidence.putAll(evidenceOfChildren(plan, reporting.get(false), from));
        return evidence;
    }

    private Map<Series, Evidence> evidenceOfFigures(
            Plan plan, List<Series> wanted, Map<Series, TargetTimeline> timelines) {
        Map<Series, NavigableMap<Period, Amount>> reported = figures.series(plan.code(), wanted);
        return wanted.stream()
                .collect(toMap(
                        series -> series,
                        series -> Evidence.ofFigures(
                                plan.indicator(series.indicator()).orElseThrow(),
                                series.region(),
                                reported.getOrDefault(series, new TreeMap<>()),
                                timelines.get(series))));
    }

    private Map<Series, Evidence> evidenceOfChildren(Plan plan, List<Series> wanted, Period from) {
        List<Series> children = wanted.stream()
                .flatMap(series -> plan.regions().children(series.region()).stream()
                        .map(child -> new Series(series.indicator(), child)))
                .toList();
        Map<Series, List<Card>> byParent = cards.from(plan.code(), children, from).stream()
                .collect(groupingBy(card -> new Series(
                        card.indicator(), plan.regions().parent(card.region()).orElseThrow())));
        return wanted.stream()
                .collect(toMap(
                        series -> series, series -> Evidence.ofChildren(byParent.getOrDefault(series, List.of()))));
    }

    private static Collection<Note> parents(Plan plan, Map<Series, Period> judged) {
        return judged.entrySet().stream()
                .filter(entry -> !entry.getKey().region().equals(plan.region()))
                .map(entry -> Note.of(
                        plan,
                        new Series(
                                entry.getKey().indicator(),
                                plan.regions().parent(entry.getKey().region()).orElseThrow()),
                        entry.getValue()))
                .collect(toMap(Note::series, note -> note, Note::earlierOf))
                .values();
    }
}
