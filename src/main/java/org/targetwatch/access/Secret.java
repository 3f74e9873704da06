package org.targetwatch.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.targetwatch.audit.Hash;

/** 256 random bits behind a prefix that says what they are for: too many to guess, so one round of SHA-256 is enough to store them. */
record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("tw[ts]_[A-Za-z0-9_-]{43}");

    /** Of tokens, and of browsers' sessions. A scanner of leaked secrets finds them by it. */
    enum Kind {
        TOKEN("twt_"),
        SESSION("tws_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    static Secret random(Kind kind) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Empty when {@code sent} cannot be one of ours of that kind. */
    static Optional<Secret> parse(Kind kind, String sent) {
        return sent.startsWith(kind.prefix) && FORM.matcher(sent).matches()
                ? Optional.of(new Secret(sent))
                : Optional.empty();
    }

    /** What is stored of it, and how it is found. */
    Hash hash() {
        return Hash.of(Hash.sha256().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return text.substring(0, 4) + "…";
    }
}
