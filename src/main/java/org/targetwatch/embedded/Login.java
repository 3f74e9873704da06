package org.targetwatch.embedded;

/** A database role and its password. */
public record Login(String user, String password) {
    /** Names the role only, so that no log shows the password. */
    @Override
    public String toString() {
        return user;
    }
}
