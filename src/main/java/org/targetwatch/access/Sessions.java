package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
        return open(account.name(), null);
    }

    /** Begins a session of somebody who has no account, with the rights that the identity provider vouched for. */
    Secret open(Who person) {
        return open(person.name(), person.grant());
    }

    private Secret open(String name, @Nullable Grant grant) {
        Secret secret = Secret.random(Secret.Kind.SESSION);
        Instant now = change.now();
        LoginSession session = new LoginSession(name, grant, now.plus(config.session()));
        return change.write(store -> {
            store.sessions().forgetBefore(now);
            store.sessions().insert(secret.hash(), session, now);
            return secret;
        });
    }

    /** Returns when no replica takes the session any more. */
    void end(Secret secret) {
        change.write(store -> {
            store.sessions().end(secret.hash());
            return secret;
        });
        Directory.awaitEverywhere();
    }
}
