package org.targetwatch.access;

import java.time.Instant;

/**
 * What a browser's cookie stands for.
 *
 * @param account whose it is
 */
record LoginSession(String account, Instant expiresAt) {
    boolean isValidAt(Instant moment) {
        return moment.isBefore(expiresAt);
    }
}
