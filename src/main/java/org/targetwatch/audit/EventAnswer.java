package org.targetwatch.audit;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.TrailReader.Position;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Text;

/**
 * One change: who made it, when and what.
 *
 * @param chain the plan's code, or {@code *} for the server's own
 * @param seq its place in the chain, from 1
 * @param plan which it is about; null for none
 * @param withheld whether subject and details are left out, because they are about a confidential indicator
 * @param hash over the event and the hash before it in the chain
 */
@Schema(name = "AuditEvent")
public record EventAnswer(
        String chain,
        long seq,
        Instant recordedAt,
        String recordedBy,
        String act,
        @Nullable String plan,
        @Schema(type = SchemaType.OBJECT, additionalProperties = String.class) Facts subject,
        @Schema(type = SchemaType.OBJECT, additionalProperties = String.class) Facts details,
        boolean withheld,
        String hash) {

    static EventAnswer of(AuditEvent event, Discretion discretion) {
        Subject subject = event.subject();
        boolean withheld = isWithheld(subject, discretion);
        return new EventAnswer(
                subject.chain(),
                event.seq(),
                event.recordedAt(),
                event.recordedBy(),
                event.act(),
                subject.plan(),
                withheld ? Facts.NONE : subject.named(),
                withheld ? Facts.NONE : event.details(),
                withheld,
                event.hash().hex());
    }

    private static boolean isWithheld(Subject subject, Discretion discretion) {
        String indicator = subject.named().named().get("indicator");
        return subject.plan() != null && indicator != null && discretion.withholds(subject.plan(), indicator);
    }

    /** What {@code after} says to get the events behind this one. */
    public String key() {
        return recordedAt + "~" + chain + "~" + seq;
    }

    /** The place that {@code after} names; behind all events where it is null. */
    static Position position(@Nullable String after) {
        if (after == null) {
            return Position.END;
        }
        String[] parts = after.split("~", -1);
        if (parts.length != 3) {
            throw Parameters.unreadable(
                    "after", after, new Text("请使用上一页 Link 中的值", "use the value in the Link of the page before"));
        }
        return new Position(
                Parameters.optionalMoment("after", parts[0]).orElseThrow(),
                parts[1],
                Parameters.number("after", parts[2], 0, Integer.MAX_VALUE));
    }
}
