package org.targetwatch.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param password the drawn one, shown this once; null when it was sent */
@Schema(name = "AccountPassword")
public record PasswordAnswer(String name, @Nullable String password) {
    /** Draws a password where none was sent. */
    static PasswordAnswer of(String name, @Nullable String sent) {
        return new PasswordAnswer(name, sent == null ? Passwords.random() : null);
    }

    String chosen(@Nullable String sent) {
        return password == null ? String.valueOf(sent) : password;
    }

    /** Without the password: this may stand in a log. */
    @Override
    public String toString() {
        return name;
    }
}
