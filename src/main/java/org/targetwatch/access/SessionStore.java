package org.targetwatch.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.targetwatch.audit.Hash;

/** Browsers' sessions in the database, through the connection of an {@link AccessStore}. */
final class SessionStore extends AccessRows {
    SessionStore(Connection connection) {
        super(connection);
    }

    Map<Hash, LoginSession> usable(Instant now) throws SQLException {
        Map<Hash, LoginSession> sessions = new HashMap<>();
        read("SELECT * FROM login_session WHERE expires_at > ?", row -> sessions.put(hash(row), session(row)), at(now));
        return sessions;
    }

    void insert(Hash hash, LoginSession session, Instant now) throws SQLException {
        Grant grant = session.grant();
        update(
                """
                INSERT INTO login_session (hash, account, person, role, region, offices, opened_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                hash.bytes(),
                grant == null ? session.name() : null,
                grant == null ? null : session.name(),
                grant == null ? null : grant.role().code(),
                grant == null ? null : grant.region(),
                grant == null ? null : offices(grant.offices()),
                at(now),
                at(session.expiresAt()));
    }

    void end(Hash hash) throws SQLException {
        update("DELETE FROM login_session WHERE hash = ?", (Object) hash.bytes());
    }

    void endOf(String account) throws SQLException {
        update("DELETE FROM login_session WHERE account = ?", account);
    }

    void forgetBefore(Instant now) throws SQLException {
        update("DELETE FROM login_session WHERE expires_at <= ?", at(now));
    }

    private static LoginSession session(ResultSet row) throws SQLException {
        String person = row.getString("person");
        return person == null
                ? new LoginSession(row.getString("account"), null, moment(row, "expires_at"))
                : new LoginSession(person, grant(row), moment(row, "expires_at"));
    }
}
