package org.targetwatch.figure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Facts;

/**
 * What is said about a deliverable.
 *
 * @param doneOn the day on which it was done; present exactly when it is
 * @param evidence by which others can see it: a document's number, a link; always present when it is done
 */
public record DeliverableReport(
        DeliverableState state, @Nullable LocalDate doneOn, @Nullable String evidence, @Nullable String note) {

    /** What was said at one time. {@code number} is 1 for the first time; the last one counts. */
    public record Revision(int number, DeliverableReport report, Instant recordedAt, String recordedBy) {}

    /** What the audit trail says of it. */
    Facts facts() {
        return Facts.of("state", state)
                .and("doneOn", doneOn)
                .and("evidence", evidence)
                .and("note", note);
    }

    public DeliverableReport {
        boolean done = state == DeliverableState.DONE;
        if (done != (doneOn != null) || done && evidence == null) {
            throw new IllegalArgumentException("A deliverable is done on a day and with evidence, or not done: state "
                    + state + ", done on " + doneOn + ", evidence " + evidence);
        }
    }
}
