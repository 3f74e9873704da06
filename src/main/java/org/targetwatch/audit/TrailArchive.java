package org.targetwatch.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** The door through which a plan's events leave, and those of another server come in as they are. */
@ApplicationScoped
public class TrailArchive {
    private final TrailReader reader;
    private final TrailStore store;

    TrailArchive(TrailReader reader, TrailStore store) {
        this.reader = reader;
        this.store = store;
    }

    /** Whether anything in the plan was ever changed here. */
    @Transactional
    public boolean holds(String plan) {
        return !reader.heads(plan).isEmpty();
    }

    /** The plan's chain, oldest first; some are in memory at a time. */
    @Transactional
    public void each(String plan, Consumer<AuditEvent> consumer) {
        reader.each(plan, consumer);
    }

    /**
     * Appends events to the plan's chain.
     *
     * @throws Problem when one does not follow the one before
     */
    @Transactional(TxType.MANDATORY)
    public void restore(String plan, List<AuditEvent> events) {
        Chain.Head reached = store.lockHeads(List.of(plan)).get(plan).head();
        for (int index = 0; index < events.size(); index++) {
            Chain.Link link = events.get(index).link();
            if (reached.breakAt(link).isPresent()) {
                throw broken(index, link.seq());
            }
            reached = link.head();
        }
        store.append(events);
    }

    private static Problem broken(int index, long seq) {
        Text why = Text.of(
                "第 %s 条留痕与其链不符：内容、次序或哈希已被改动。",
                "Event %s does not fit into its chain: content, order or hash was changed.", seq);
        Violations violations = Violations.of(new Violation(index, "hash", "E-ARCHIVE-CHAIN", why));
        return Problem.of(Problem.Kind.INVALID, why, violations);
    }
}
