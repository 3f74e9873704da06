package org.targetwatch.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Hash;

/**
 * Accounts and tokens in the database, through a connection that somebody else opened: the server's, in its transaction, or the one
 * of a command that runs beside the server.
 */
final class AccessStore extends AccessRows {
    /** Something that a command did. */
    record Note(String by, String act, String account, Facts details) {}

    AccessStore(Connection connection) {
        super(connection);
    }

    /** Keeps everybody else from changing anything until the transaction ends, and makes replicas read anew after it. */
    void announceChange() throws SQLException {
        update("UPDATE access_version SET version = version + 1");
    }

    long version() throws SQLException {
        return read("SELECT version FROM access_version", row -> row.getLong(1)).get(0);
    }

    /** The database's time, for those who have no clock. */
    Instant now() throws SQLException {
        return read("SELECT clock_timestamp() AS now", row -> moment(row, "now"))
                .get(0);
    }

    SessionStore sessions() {
        return new SessionStore(connection());
    }

    List<Account> accounts() throws SQLException {
        return read("SELECT * FROM account ORDER BY name COLLATE \"C\"", AccessStore::account);
    }

    List<Token> tokens() throws SQLException {
        return read("SELECT * FROM access_token ORDER BY id", AccessStore::token);
    }

    Map<Hash, Token> usableTokens(Instant now) throws SQLException {
        Map<Hash, Token> tokens = new HashMap<>();
        read(
                "SELECT * FROM access_token WHERE revoked_at IS NULL AND expires_at > ?",
                row -> tokens.put(hash(row), token(row)),
                at(now));
        return tokens;
    }

    /** Whether an account or a token bears the name, or ever bore it. */
    boolean isTaken(String name) throws SQLException {
        return !read(
                        "SELECT FROM account WHERE name = ? UNION ALL SELECT FROM access_token WHERE name = ?",
                        row -> true,
                        name,
                        name)
                .isEmpty();
    }

    void insert(Account account) throws SQLException {
        Grant grant = account.grant();
        update(
                """
                INSERT INTO account (name, role, region, offices, password_hash, must_change, created_at, created_by,
                changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                account.name(),
                grant.role().code(),
                grant.region(),
                offices(grant.offices()),
                account.passwordHash(),
                account.mustChange(),
                at(account.createdAt()),
                account.createdBy(),
                at(account.changedAt()),
                account.changedBy());
    }

    /** @return whether there is such an account */
    boolean setPassword(String name, String hash, boolean mustChange, Instant now, String by) throws SQLException {
        return update(
                        "UPDATE account SET password_hash = ?, must_change = ?, changed_at = ?, changed_by = ? WHERE name = ?",
                        hash,
                        mustChange,
                        at(now),
                        by,
                        name)
                > 0;
    }

    /** @return whether there is such an account */
    boolean setGrant(String name, Grant grant, Instant now, String by) throws SQLException {
        return update(
                        "UPDATE account SET role = ?, region = ?, offices = ?, changed_at = ?, changed_by = ? WHERE name = ?",
                        grant.role().code(),
                        grant.region(),
                        offices(grant.offices()),
                        at(now),
                        by,
                        name)
                > 0;
    }

    /** @return whether there is such an account */
    boolean setDisabled(String name, boolean disabled, Instant now, String by) throws SQLException {
        return update(
                        "UPDATE account SET disabled = ?, changed_at = ?, changed_by = ? WHERE name = ?",
                        disabled,
                        at(now),
                        by,
                        name)
                > 0;
    }

    long insert(Hash hash, Token token) throws SQLException {
        Grant grant = token.grant();
        return read(
                        """
                        INSERT INTO access_token (name, hash, role, region, offices, created_at, created_by, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
                        row -> row.getLong(1),
                        token.name(),
                        hash.bytes(),
                        grant.role().code(),
                        grant.region(),
                        offices(grant.offices()),
                        at(token.createdAt()),
                        token.createdBy(),
                        at(token.expiresAt()))
                .get(0);
    }

    /** @return the token's name; empty when there is none, or it was revoked before */
    List<String> revoke(long id, Instant now, String by) throws SQLException {
        return read(
                "UPDATE access_token SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL RETURNING name",
                row -> row.getString(1),
                at(now),
                by,
                id);
    }

    void used(Map<Long, Instant> lastUses) throws SQLException {
        Object[] moments = lastUses.values().stream().map(AccessRows::at).toArray();
        update(
                """
                UPDATE access_token SET last_used_at = GREATEST(last_used_at, given.at)
                FROM unnest(?::bigint[], ?::timestamptz[]) AS given (id, at) WHERE access_token.id = given.id""",
                connection().createArrayOf("bigint", lastUses.keySet().toArray()),
                connection().createArrayOf("timestamptz", moments));
    }

    /** Keeps what a command did until the program makes a row of its audit trail of it. */
    void note(String by, String act, String account, Facts details) throws SQLException {
        update(
                "INSERT INTO access_note (recorded_by, act, account, details) VALUES (?, ?, ?, ?::jsonb)",
                by,
                act,
                account,
                details.json());
    }

    /** What commands did since, oldest first; nobody gets it again. */
    List<Note> takeNotes() throws SQLException {
        return read(
                "WITH taken AS (DELETE FROM access_note RETURNING *) SELECT * FROM taken ORDER BY id",
                row -> new Note(
                        row.getString("recorded_by"),
                        row.getString("act"),
                        row.getString("account"),
                        Facts.parse(row.getString("details")).orElseThrow()));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                grant(row),
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                moment(row, "created_at"),
                row.getString("created_by"),
                moment(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                grant(row),
                moment(row, "created_at"),
                row.getString("created_by"),
                moment(row, "expires_at"),
                optionalMoment(row, "revoked_at"),
                row.getString("revoked_by"),
                optionalMoment(row, "last_used_at"));
    }
}
