package org.targetwatch.page.admin;

/** A password or token that is shown this once. @param what whose it is */
public record SecretView(String what, String value) {
    /** Without the secret: this may stand in a log. */
    @Override
    public String toString() {
        return what;
    }
}
