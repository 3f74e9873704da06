package org.targetwatch.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Entry;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.Outcome;
import org.targetwatch.measure.Series;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/** Looks at the figures of a batch beside what stands: refuses what cannot be, and warns of what looks odd. */
@ApplicationScoped
class BatchReview {
    /** What stands beside so many figures is in memory at a time. */
    private static final int AT_ONCE = 2_000;

    private final Surroundings surroundings;

    BatchReview(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Adds what is wrong with the rows that could be read, so that everything wrong with a batch is told at once. */
    void refuse(Plan plan, List<Figure> figures, Map<Key, Origin> origins, Violations violations) {
        Map<Series, List<Figure>> batch = figures.stream().collect(groupingBy(Figure::series));
        inParts(figures, part -> {
            Standing before = standing(plan, part);
            SetCheck check = new SetCheck(before.with(batch), before.news(batch), origins, violations);
            part.forEach(check::check);
        });
    }

    /**
     * The warnings about a batch that was just recorded in this transaction, in its order.
     *
     * @throws Problem with every violation when figures contradict each other or what stands
     */
    Violations warnings(Plan plan, Reading reading, Outcome outcome) {
        Violations refused = new Violations();
        Violations warnings = new Violations();
        Map<Key, Entry> notCounting = outcome.notCounting().stream()
                .collect(toMap(entry -> entry.figure().key(), entry -> entry));
        inParts(reading.batch().figures(), part -> {
            Standing standing = standing(plan, part);
            SetCheck check = new SetCheck(standing, outcome.news(), reading.origins(), refused);
            part.forEach(check::check);
            Warner warner = new Warner(standing, reading.origins(), notCounting, warnings);
            part.forEach(warner::warn);
        });
        refused.refuseIfAny();
        return warnings;
    }

    private Standing standing(Plan plan, List<Figure> part) {
        return surroundings.of(
                plan, part.stream().map(Figure::series).distinct().toList());
    }

    private static void inParts(List<Figure> figures, Consumer<List<Figure>> reviewer) {
        for (int from = 0; from < figures.size(); from += AT_ONCE) {
            reviewer.accept(figures.subList(from, Math.min(figures.size(), from + AT_ONCE)));
        }
    }

    /** Writes the warnings about figures, each with its place and what may be done about it. */
    private record Warner(
            Standing standing, Map<Key, Origin> origins, Map<Key, Entry> notCounting, Violations warnings) {

        void warn(Figure figure) {
            Entry entry = notCounting.get(figure.key());
            if (entry != null) {
                add(figure, notCounted(entry));
            } else {
                standing.at(figure.key()).ifPresent(counting -> findings(counting)
                        .forEach(finding -> add(figure, noted(finding, counting))));
            }
        }

        /** Also where the later month was there first; one of the batch says so itself. */
        private List<Finding> findings(Figure figure) {
            Observed observed = standing.observed(figure);
            List<Finding> findings = new ArrayList<>(SoftRules.of(observed));
            observed.after()
                    .filter(later -> !origins.containsKey(later.key()))
                    .flatMap(later -> ToDateRule.ofLater(observed))
                    .ifPresent(findings::add);
            return findings;
        }

        private static Finding noted(Finding finding, Figure figure) {
            Text remedy = figure.note() == null
                    ? new Text("如属实，请在备注（note）中说明。", "If it is right, please say why in the note.")
                    : new Text("备注已保存。", "The note is kept.");
            return new Finding(finding.field(), finding.code(), Text.of("%s%s", "%s %s", finding.what(), remedy));
        }

        private static Finding notCounted(Entry entry) {
            boolean returned = entry.state() == FigureState.RETURNED;
            Text what = Text.of(
                    "该数据已被%s（理由：%s），原样重报仍不计入。请改正数值，或在备注（note）中补充说明后重新提交。",
                    "It was %s (reason: %s), and sent again as it was it still does not count. Correct the number, or explain it in a new note, and send again.",
                    returned ? new Text("退回", "returned") : new Text("撤回", "withdrawn"),
                    entry.reason());
            return new Finding("note", "W-NOT-COUNTED", what);
        }

        private void add(Figure figure, Finding finding) {
            Origin origin = origins.get(figure.key());
            warnings.add(origin.violation(figure.key(), finding.field(), finding.code(), finding.what()));
        }
    }
}
