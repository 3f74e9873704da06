package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Subject;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** The door to reviews: the office accepts a figure or returns it, and whoever reported it takes it back. */
@ApplicationScoped
public class Reviews {
    private final Ledger ledger;
    private final AuditTrail trail;

    Reviews(Ledger ledger, AuditTrail trail) {
        this.ledger = ledger;
        this.trail = trail;
    }

    /**
     * One decision about a figure.
     *
     * @param state accepted, returned or withdrawn; the last two want a reason
     */
    public record Verdict(Key key, FigureState state, @Nullable String reason) {
        public Verdict {
            if (state == FigureState.PROVISIONAL || !state.counts() && reason == null) {
                throw new IllegalArgumentException(
                        "A figure is accepted, or returned or withdrawn with a reason: " + state);
            }
        }

        private boolean changes(Entry entry) {
            return entry.state() != state || !Objects.equals(entry.reason(), reason);
        }
    }

    /**
     * Records decisions, all or nothing; one that says nothing new makes no revision. Refused with every violation: what was
     * never reported cannot be decided about ({@code E-NOT-REPORTED}), and what was taken back cannot be reviewed ({@code
     * E-WITHDRAWN}).
     *
     * @param verdicts at most one for each figure
     * @return how many of them changed something
     */
    @Transactional
    public int decide(Act act, List<Verdict> verdicts) {
        List<Key> keys = verdicts.stream().map(Verdict::key).toList();
        Map<Key, Current> standing = ledger.write(act, keys, before -> news(verdicts, before));
        List<Entry> news = news(verdicts, standing);
        news.forEach(entry -> record(act, entry));
        return news.size();
    }

    private void record(Act act, Entry entry) {
        Figure figure = entry.figure();
        Subject subject = Subject.series(act.plan(), figure.series()).and("period", figure.period());
        trail.record(act.by(), "figure." + entry.state().code(), subject, Facts.of("reason", entry.reason()));
    }

    private static List<Entry> news(List<Verdict> verdicts, Map<Key, Current> standing) {
        refuseImpossible(verdicts, standing);
        return verdicts.stream()
                .filter(verdict -> verdict.changes(standing.get(verdict.key()).entry()))
                .map(verdict -> standing.get(verdict.key()).entry().decided(verdict.state(), verdict.reason()))
                .toList();
    }

    /** Whether the figure was ever reported, whatever became of it. */
    @Transactional
    public boolean isReported(String plan, Key key) {
        return ledger.standing(plan, key).isPresent();
    }

    private static void refuseImpossible(List<Verdict> verdicts, Map<Key, Current> standing) {
        Violations violations = new Violations();
        for (int index = 0; index < verdicts.size(); index++) {
            Verdict verdict = verdicts.get(index);
            Current current = standing.get(verdict.key());
            if (current == null) {
                violations.add(violation(
                        index, verdict.key(), "E-NOT-REPORTED", new Text("尚未报送，无从处理。", "It was never reported.")));
            } else if (current.entry().state() == FigureState.WITHDRAWN && verdict.state() != FigureState.WITHDRAWN) {
                violations.add(violation(
                        index,
                        verdict.key(),
                        "E-WITHDRAWN",
                        new Text(
                                "已被填报单位撤回，须重新报送后才能审核。",
                                "It was withdrawn; it can be reviewed once it is reported again.")));
            }
        }
        violations.refuseIfAny();
    }

    private static Violation violation(int index, Key key, String code, Text why) {
        Text message = Text.of("%s %s %s：%s", "%s %s %s: %s", key.indicator(), key.region(), key.period(), why);
        return new Violation(index, "indicator", code, message);
    }
}
