package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Hash;
import org.targetwatch.supervision.Slip.Opening;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * The door through which all slips of a plan leave, and those of another server come in as they are: openings, steps, files,
 * {@link #finish}, in one transaction.
 */
@ApplicationScoped
public class SlipArchive {
    private final Session session;
    private final SlipStore slips;
    private final AttachmentStore attachments;

    SlipArchive(Session session, SlipStore slips, AttachmentStore attachments) {
        this.session = session;
        this.slips = slips;
        this.attachments = attachments;
    }

    /** A step, and the number of the slip to which it belongs. */
    public record KeptStep(int number, Step step) {}

    /** Whether anything was ever opened. */
    @Transactional
    public boolean holds(String plan) {
        return SlipRow.TABLE.holds(session, plan);
    }

    @Transactional
    public void eachOpening(String plan, Consumer<Opening> consumer) {
        SlipRow.TABLE.each(session, plan, row -> consumer.accept(row.opening()));
    }

    /** By slip, in order. */
    @Transactional
    public void eachStep(String plan, Consumer<KeptStep> consumer) {
        StepRow.TABLE.each(session, plan, row -> consumer.accept(new KeptStep(row.number(), row.step())));
    }

    /** By slip and step; one is in memory at a time. */
    @Transactional
    public void eachAttachment(String plan, Consumer<Attachment> consumer) {
        attachments
                .keys(plan)
                .forEach(key -> consumer.accept(attachments.find(plan, key).orElseThrow()));
    }

    /** Stores openings. Until {@link #finish} has looked at their steps they stand as closed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void restoreOpenings(String plan, List<Opening> openings) {
        SlipRow.TABLE.insert(
                session,
                plan,
                openings.stream()
                        .map(opening -> new SlipRow(opening, Phase.CLOSED, null))
                        .toList());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void restoreSteps(String plan, List<KeptStep> steps) {
        StepRow.TABLE.insert(
                session,
                plan,
                steps.stream()
                        .map(kept -> new StepRow(kept.number(), kept.step()))
                        .toList());
    }

    /** @param hash what the content must have */
    public record KeptAttachment(Attachment attachment, Hash hash) {}

    /** Stores files; one whose content does not have its hash is refused. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void restoreAttachments(String plan, List<KeptAttachment> kept) {
        for (int index = 0; index < kept.size(); index++) {
            if (!kept.get(index).attachment().hash().equals(kept.get(index).hash())) {
                refuse(index, "hash", new Text("内容与哈希不符。", "The content does not fit the hash."));
            }
        }
        attachments.insert(plan, kept.stream().map(KeptAttachment::attachment).toList());
    }

    /** Makes the states that count now of the steps; refuses a slip whose steps could not have followed each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void finish(String plan) {
        for (Slip slip : slips.find(SlipQuery.ofAll(plan))) {
            if (!slip.isSound()) {
                refuse(
                        null,
                        "act",
                        Text.of(
                                "%s 号督办单的经过不完整或前后矛盾。",
                                "The steps of slip %s are incomplete, or could not have followed each other.",
                                slip.number()));
            }
            slips.repeatState(slip);
        }
    }

    private static void refuse(@Nullable Integer index, String field, Text why) {
        Violations.of(new Violation(index, field, "E-ARCHIVE-LINE", why)).refuseIfAny();
    }
}
