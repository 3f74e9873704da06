package org.targetwatch.audit;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One change as it was recorded.
 *
 * @param seq its place in its chain, from 1
 * @param act what was done, as a word that never changes: {@code target.set}
 */
public record AuditEvent(
        long seq, String act, Subject subject, Facts details, Instant recordedAt, String recordedBy, Hash hash) {

    private static final Pattern ACT = Pattern.compile("[a-z_]+\\.[a-z_]+");

    /** A change that has no place in a chain yet. */
    record Change(String by, String act, Subject subject, Facts details) {
        Change {
            if (!ACT.matcher(act).matches()) {
                throw new IllegalArgumentException("An act is two words, target.set: " + act);
            }
        }

        String chain() {
            return subject.chain();
        }
    }

    /** The event that follows {@code head}. */
    static AuditEvent after(Chain.Head head, Change change, Instant recordedAt) {
        AuditEvent unsealed = new AuditEvent(
                head.seq() + 1, change.act, change.subject, change.details, recordedAt, change.by, Hash.START);
        Hash hash = head.then(unsealed.content()).hash();
        return new AuditEvent(unsealed.seq, change.act, change.subject, change.details, recordedAt, change.by, hash);
    }

    /** What is hashed. The order and the names are part of every stored hash: they never change. */
    private Content content() {
        Content content = new Content()
                .with("chain", subject.chain())
                .with("event", seq)
                .with("plan", subject.plan())
                .with("act", act)
                .with("recordedAt", recordedAt)
                .with("recordedBy", recordedBy);
        subject.named().addTo(content, "subject.");
        details.addTo(content, "details.");
        return content;
    }

    Chain.Head head() {
        return new Chain.Head(seq, hash);
    }

    /** This as a link, to be verified. */
    Chain.Link link() {
        return new Chain.Link(seq, content(), hash);
    }
}
