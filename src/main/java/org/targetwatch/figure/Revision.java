package org.targetwatch.figure;

import java.time.Instant;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Content;
import org.targetwatch.audit.Hash;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;

/**
 * One state of a figure, kept for ever.
 *
 * @param seq its place in the chain of its plan and region, from 1
 * @param figure as recorded; its quality is set
 * @param recordedAt when we learned it; never earlier than the revision before in the chain
 */
public record Revision(
        String plan, long seq, Figure figure, Signatures signatures, Instant recordedAt, String recordedBy, Hash hash) {

    /** What is hashed. The order and the names are part of every stored hash: they never change. */
    static Content content(
            String plan, long seq, Figure figure, Signatures signatures, Instant recordedAt, String recordedBy) {
        Content content = new Content()
                .with("plan", plan)
                .with("region", figure.region())
                .with("seq", seq)
                .with("indicator", figure.indicator())
                .with("period", figure.period().toString());
        return amount(content, figure.amount())
                .with(
                        "quality",
                        figure.quality() == null ? null : figure.quality().code())
                .with("note", figure.note())
                .with("recordedAt", recordedAt)
                .with("recordedBy", recordedBy)
                .with("preparedBy", signatures.preparedBy())
                .with("checkedBy", signatures.checkedBy())
                .with("approvedBy", signatures.approvedBy());
    }

    private static Content amount(Content content, Amount amount) {
        if (amount instanceof Ratio ratio) {
            return content.with("numerator", ratio.numerator()).with("denominator", ratio.denominator());
        }
        return content.with("value", ((Quantity) amount).value());
    }

    /** The revision that follows {@code head} in the chain of the figure's region. */
    static Revision after(Chain.Head head, Figure figure, Batch batch, Instant recordedAt) {
        long seq = head.seq() + 1;
        Content content = content(batch.plan(), seq, figure, batch.signatures(), recordedAt, batch.recordedBy());
        Hash hash = head.hash().then(content);
        return new Revision(batch.plan(), seq, figure, batch.signatures(), recordedAt, batch.recordedBy(), hash);
    }

    /** This revision as a link, to be verified. */
    public Chain.Link link() {
        return new Chain.Link(seq, content(plan, seq, figure, signatures, recordedAt, recordedBy), hash);
    }

    /** The hash in hexadecimal digits. */
    public String fingerprint() {
        return hash.hex();
    }

    Chain.Head head() {
        return new Chain.Head(seq, hash);
    }
}
