package org.targetwatch.rows;

import org.hibernate.Session;

/** A transaction that sees one moment. */
public final class Snapshot {
    private Snapshot() {}

    /** Everything read from here on in this transaction is of one moment, and nothing is written; to be called first. */
    public static void begin(Session session) {
        session.createNativeMutationQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .executeUpdate();
    }
}
