package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The door to accounts. A change is known to this server at once, and to every replica when {@link #awaitEverywhere} returns. */
@ApplicationScoped
public class Accounts {
    private final AccessChange change;

    Accounts(AccessChange change) {
        this.change = change;
    }

    /** All of them by name, the disabled ones too. */
    List<Account> all() {
        return change.read(AccessStore::accounts);
    }

    <T> T act(String by, AccessChange.Act<T> act) {
        return change.act(by, act);
    }

    /** Returns when a change that was made before holds on every replica. Not to be called in the transaction of the change. */
    void awaitEverywhere() {
        Directory.awaitEverywhere();
    }
}
