package org.targetwatch.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.targetwatch.access.Tokens.Issued;

/** @param token the secret, shown this once: send it as {@code Authorization: Bearer …} */
@Schema(name = "IssuedToken")
public record IssuedAnswer(long id, String name, Instant expiresAt, String token) {
    static IssuedAnswer of(Issued issued) {
        Token token = issued.token();
        return new IssuedAnswer(
                token.id(), token.name(), token.expiresAt(), issued.secret().text());
    }

    /** Without the secret: this may stand in a log. */
    @Override
    public String toString() {
        return name;
    }
}
