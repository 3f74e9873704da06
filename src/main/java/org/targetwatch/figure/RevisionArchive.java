package org.targetwatch.figure;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.targetwatch.audit.Chain;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.Rows;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * The door through which all revisions of a plan leave, and those of another server come in as they are: {@link #begin},
 * the batches, the revisions in parts, {@link #finish}, in one transaction.
 */
@ApplicationScoped
public class RevisionArchive {
    private static final String BATCHES = "SELECT * FROM batch WHERE plan = ? AND id = ANY (?)";

    private static final String MOVE_HEADS =
            """
            UPDATE chain_head SET seq = given.seq, hash = given.hash, recorded_at = given.recorded_at FROM %s
            WHERE chain_head.plan = ? AND chain_head.region = given.region"""
                    .formatted(Column.unnest("given", KeptRevision.HEAD));

    private static final String FILL_FIGURES =
            """
            INSERT INTO figure (plan, region, indicator, period, seq, value, numerator, denominator, quality, note,
                state, reason, recorded_at, recorded_by, received_on)
            SELECT DISTINCT ON (region, indicator, period) plan, region, indicator, period, seq, value, numerator,
                denominator, quality, note, state, reason, recorded_at, recorded_by,
                first_value(received_on) OVER (PARTITION BY region, indicator, period ORDER BY seq)
            FROM (
                SELECT revision.*,
                    coalesce(received_on, (revision.recorded_at AT TIME ZONE :zone)::date) AS received_on
                FROM revision JOIN batch ON batch.plan = revision.plan AND batch.id = revision.batch
                WHERE revision.plan = :plan) AS received
            ORDER BY region, indicator, period, seq DESC""";

    private final Session session;
    private final FigureStore store;
    private final Clock clock;

    RevisionArchive(Session session, FigureStore store, Clock clock) {
        this.session = session;
        this.store = store;
        this.clock = clock;
    }

    /** Who sent what and when, oldest first; some are in memory at a time. */
    @Transactional
    public void eachBatch(String plan, Consumer<KeptBatch> consumer) {
        KeptBatch.TABLE.each(session, plan, consumer);
    }

    /** The chains of all regions, one after the other; some revisions are in memory at a time. */
    @Transactional
    public void each(String plan, Consumer<KeptRevision> consumer) {
        KeptRevision.TABLE.each(session, plan, consumer);
    }

    /** Makes whoever writes figures of the plan wait for the end of the transaction, and says whether there are none yet. */
    @Transactional(TxType.MANDATORY)
    public boolean begin(Plan plan) {
        store.lockHeads(plan.code(), plan.regionCodes().sorted().toList());
        return !KeptRevision.TABLE.holds(session, plan.code()) && !KeptBatch.TABLE.holds(session, plan.code());
    }

    @Transactional(TxType.MANDATORY)
    public void restoreBatches(String plan, List<KeptBatch> batches) {
        KeptBatch.TABLE.insert(session, plan, batches);
    }

    /**
     * Appends revisions to the chains of their regions.
     *
     * @throws Problem when one has no batch, or does not follow the one before in its chain
     */
    @Transactional(TxType.MANDATORY)
    public void restore(String plan, List<KeptRevision> revisions) {
        Map<String, KeptRevision> last =
                revisions.stream().collect(toMap(KeptRevision::region, kept -> kept, (earlier, later) -> later));
        Map<String, Chain.Head> heads = new HashMap<>();
        store.lockHeads(plan, last.keySet().stream().sorted().toList())
                .forEach((region, locked) -> heads.put(region, locked.head()));
        refuseBroken(revisions, batches(plan, revisions), heads);
        KeptRevision.TABLE.insert(session, plan, revisions);
        moveHeads(plan, last.values());
    }

    private static void refuseBroken(
            List<KeptRevision> revisions, Map<UUID, KeptBatch> batches, Map<String, Chain.Head> heads) {
        for (int index = 0; index < revisions.size(); index++) {
            KeptRevision kept = revisions.get(index);
            refuseIf(!batches.containsKey(kept.batch()), index, "batch", noBatch(kept));
            Chain.Link link = kept.in(batches.get(kept.batch())).link();
            boolean broken = heads.get(kept.region()).breakAt(link).isPresent();
            refuseIf(broken, index, "hash", doesNotFollow(kept));
            heads.put(kept.region(), link.head());
        }
    }

    private static void refuseIf(boolean wrong, int index, String field, Text why) {
        if (wrong) {
            Violations.of(new Violation(index, field, "E-ARCHIVE-CHAIN", why)).refuseIfAny();
        }
    }

    private static Text noBatch(KeptRevision kept) {
        return Text.of("前面没有批次 %s。", "There is no batch %s before it.", kept.batch());
    }

    private static Text doesNotFollow(KeptRevision kept) {
        return Text.of(
                "%s 的第 %s 号修订与留痕链不符：内容、次序或哈希已被改动。",
                "Region %s: revision %s does not fit into its chain: content, order or hash was changed.",
                Text.shown(kept.region()),
                kept.revision().seq());
    }

    private Map<UUID, KeptBatch> batches(String plan, List<KeptRevision> revisions) {
        Object[] ids = revisions.stream().map(KeptRevision::batch).distinct().toArray();
        return session
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(BATCHES)) {
                        statement.setString(1, plan);
                        statement.setArray(2, connection.createArrayOf("uuid", ids));
                        return Rows.read(statement, KeptBatch::read);
                    }
                })
                .stream()
                .collect(toMap(KeptBatch::id, batch -> batch));
    }

    private void moveHeads(String plan, Collection<KeptRevision> lastOfEachRegion) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MOVE_HEADS)) {
                Column.set(statement, 1, KeptRevision.HEAD, lastOfEachRegion);
                statement.setString(1 + KeptRevision.HEAD.size(), plan);
                statement.executeUpdate();
            }
        });
    }

    /** Makes the figures that count now of the revisions. Fires nothing: whoever restores a plan has it judged anew. */
    @Transactional(TxType.MANDATORY)
    public void finish(String plan) {
        session.createNativeMutationQuery(FILL_FIGURES)
                .setParameter("zone", clock.getZone().getId())
                .setParameter("plan", plan)
                .executeUpdate();
    }
}
