package org.targetwatch.figure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
 * @param entry as recorded; its figure's quality is set
 * @param act who did it, and when by the business date
 * @param recordedAt when we learned it; never earlier than the revision before in the chain
 */
public record Revision(long seq, Entry entry, Act act, Instant recordedAt, Hash hash) {

    /** The revision that follows {@code head} in the chain of the figure's region. */
    static Revision after(Chain.Head head, Entry entry, Act act, Instant recordedAt) {
        long seq = head.seq() + 1;
        return new Revision(seq, entry, act, recordedAt, head.hash().then(content(seq, entry, act, recordedAt)));
    }

    /** What is hashed. The order and the names are part of every stored hash: they never change. */
    private static Content content(long seq, Entry entry, Act act, Instant recordedAt) {
        Figure figure = entry.figure();
        Content content = new Content()
                .with("plan", act.plan())
                .with("region", figure.region())
                .with("seq", seq)
                .with("indicator", figure.indicator())
                .with("period", figure.period().toString());
        amount(content, figure.amount())
                .with(
                        "quality",
                        figure.quality() == null ? null : figure.quality().code())
                .with("note", figure.note())
                .with("recordedAt", recordedAt)
                .with("recordedBy", act.by());
        return decision(signatures(content, act.signatures()), entry, act.day());
    }

    private static Content amount(Content content, Amount amount) {
        if (amount instanceof Ratio ratio) {
            return content.with("numerator", ratio.numerator()).with("denominator", ratio.denominator());
        }
        return content.with("value", ((Quantity) amount).value());
    }

    private static Content signatures(Content content, Signatures signatures) {
        return content.with("preparedBy", signatures.preparedBy())
                .with("checkedBy", signatures.checkedBy())
                .with("approvedBy", signatures.approvedBy())
                .with("asOf", text(signatures.asOf()));
    }

    /** A plain report has no line of its own, as before there was anything else. */
    private static Content decision(Content content, Entry entry, @Nullable LocalDate day) {
        boolean reported = entry.state() == FigureState.PROVISIONAL;
        return content.with("state", reported ? null : entry.state().code())
                .with("reason", entry.reason())
                .with("receivedOn", text(day));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** This revision as a link, to be verified. */
    public Chain.Link link() {
        return new Chain.Link(seq, content(seq, entry, act, recordedAt), hash);
    }

    public Figure figure() {
        return entry.figure();
    }

    public FigureState state() {
        return entry.state();
    }

    public String recordedBy() {
        return act.by();
    }

    /** The hash in hexadecimal digits. */
    public String fingerprint() {
        return hash.hex();
    }

    Chain.Head head() {
        return new Chain.Head(seq, hash);
    }
}
