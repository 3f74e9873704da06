package org.targetwatch.access;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Hash;
import org.targetwatch.measure.Coded;
import org.targetwatch.rows.Rows;

/** How rights and moments stand in rows, and how rows are asked for. */
abstract class AccessRows {
    private final Connection connection;

    AccessRows(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    static Grant grant(ResultSet row) throws SQLException {
        Role role = Coded.parse(Role.class, row.getString("role")).orElseThrow();
        String[] offices = (String[]) row.getArray("offices").getArray();
        return new Grant(role, row.getString("region"), Set.of(offices));
    }

    static Hash hash(ResultSet row) throws SQLException {
        return Hash.of(row.getBytes("hash"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalMoment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    Array offices(Set<String> offices) throws SQLException {
        return connection.createArrayOf("text", offices.stream().sorted().toArray());
    }

    <T> List<T> read(String sql, Rows.Reader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return Rows.read(statement, reader);
        }
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }
}
