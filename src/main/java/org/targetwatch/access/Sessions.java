package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The door to browsers' sessions. */
@ApplicationScoped
class Sessions {
    private final AccessChange change;
    private final AccessConfig config;

    Sessions(AccessChange change, AccessConfig config) {
        this.change = change;
        this.config = config;
    }

    /** Begins a session of an account. */
    Secret open(Account account) {
        Secret secret = Secret.random(Secret.Kind.SESSION);
        Instant now = change.now();
        LoginSession session = new LoginSession(account.name(), now.plus(config.session()));
        return change.write(store -> {
            store.forgetSessionsBefore(now);
            store.insert(secret.hash(), session, now);
            return secret;
        });
    }

    /** Returns when no replica takes the session any more. */
    void end(Secret secret) {
        change.write(store -> {
            store.endSession(secret.hash());
            return secret;
        });
        Directory.awaitEverywhere();
    }
}
