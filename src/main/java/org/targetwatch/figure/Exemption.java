package org.targetwatch.figure;

import java.time.Instant;
import org.targetwatch.audit.Facts;
import org.targetwatch.measure.Period;

/**
 * 不适用: an office said that an indicator does not apply to a region (a county without such projects), or that it does
 * again. It holds from {@code from} on; what was judged before stays.
 *
 * @param number 1 for the first decision about this indicator and region
 */
public record Exemption(
        String indicator,
        String region,
        int number,
        Period from,
        boolean exempt,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    /** What the audit trail says of it. */
    Facts facts() {
        return Facts.of("number", number)
                .and("exempt", exempt)
                .and("effectiveFrom", from)
                .and("reason", reason);
    }
}
