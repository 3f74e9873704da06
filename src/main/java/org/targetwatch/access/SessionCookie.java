package org.targetwatch.access;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookie of a browser that has logged in: scripts cannot read it, and no other site can make the browser send it. */
final class SessionCookie {
    static final String NAME = "targetwatch";

    private SessionCookie() {}

    /** @param secure whether the browser came over TLS; it then never sends the cookie without */
    static NewCookie of(Secret secret, Duration lifetime, boolean secure) {
        return cookie(secret.text(), (int) lifetime.toSeconds(), secure);
    }

    /** Makes the browser forget it. */
    static NewCookie gone(boolean secure) {
        return cookie("", 0, secure);
    }

    private static NewCookie cookie(String value, int seconds, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
