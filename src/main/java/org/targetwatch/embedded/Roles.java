package org.targetwatch.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Creates the database and its two roles: the owner, who changes tables, and the service, which has no right but those the owner grants. */
final class Roles {
    private final Connection superuser;

    private Roles(Connection superuser) {
        this.superuser = superuser;
    }

    /** Brings roles, passwords and database to what they should be, whatever was there before. */
    static void ensure(int port, Login superuser, String database, Login owner, Login service) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setServerNames(new String[] {"127.0.0.1"});
        server.setPortNumbers(new int[] {port});
        server.setDatabaseName("postgres");
        try (Connection connection = server.getConnection(superuser.user(), superuser.password())) {
            Roles roles = new Roles(connection);
            roles.ensureRole(owner);
            roles.ensureRole(service);
            roles.ensureDatabase(database, owner, service);
        }
    }

    private void ensureRole(Login login) throws SQLException {
        if (!exists("SELECT FROM pg_roles WHERE rolname = ?", login.user())) {
            execute("CREATE ROLE %s LOGIN".formatted(login.user()));
        }
        execute("ALTER ROLE %s PASSWORD '%s'".formatted(login.user(), login.password()));
    }

    private void ensureDatabase(String database, Login owner, Login service) throws SQLException {
        if (!exists("SELECT FROM pg_database WHERE datname = ?", database)) {
            execute("CREATE DATABASE %s OWNER %s".formatted(database, owner.user()));
        }
        execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
        execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(database, service.user()));
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
