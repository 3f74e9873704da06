package org.targetwatch.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's cookie stands for.
 *
 * @param name whose it is
 * @param grant what the identity provider vouched for when it began; null for an account, which is asked for its own each time
 */
record LoginSession(String name, @Nullable Grant grant, Instant expiresAt) {
    boolean isValidAt(Instant moment) {
        return moment.isBefore(expiresAt);
    }
}
