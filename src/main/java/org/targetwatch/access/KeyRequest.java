package org.targetwatch.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose token or session a secret is. */
final class KeyRequest extends BaseAuthenticationRequest {
    private final Secret.Kind kind;
    private final Secret secret;

    KeyRequest(Secret.Kind kind, Secret secret) {
        this.kind = kind;
        this.secret = secret;
    }

    Secret.Kind kind() {
        return kind;
    }

    Secret secret() {
        return secret;
    }
}
