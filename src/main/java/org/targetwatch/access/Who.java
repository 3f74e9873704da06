package org.targetwatch.access;

import java.security.Principal;

/**
 * Somebody whose name and rights are proven.
 *
 * @param mustChange whether all they may do is to choose another password
 */
record Who(String name, Grant grant, boolean mustChange) implements Principal {
    static Who of(Account account) {
        return new Who(account.name(), account.grant(), account.mustChange());
    }

    @Override
    public String getName() {
        return name;
    }
}
