package org.targetwatch.access;

import java.time.Instant;

/**
 * A person's account.
 *
 * @param name never given to another, so that a record's name always means the same
 * @param passwordHash bcrypt; every new one differs, even of the same password
 * @param mustChange whether all it may do is to choose another password
 */
record Account(
        String name,
        Grant grant,
        String passwordHash,
        boolean mustChange,
        boolean disabled,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {

    /** Without the hash: this may stand in a log. */
    @Override
    public String toString() {
        return name;
    }
}
