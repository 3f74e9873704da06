package org.targetwatch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who owns the tables of a {@code @QuarkusTest}, and may do what the program may not. */
public final class Owner {
    private Owner() {}

    public static Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(
                setting("datasource.jdbc.url"), setting("flyway.username"), setting("flyway.password"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = targetwatch");
        }
        return connection;
    }

    private static String setting(String name) {
        Config config = ConfigProvider.getConfig();
        return config.getValue("quarkus." + name, String.class);
    }

    public static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
