package org.targetwatch.scale;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver, overheard: every statement that is executed is told to {@link Heard}. */
public final class ListeningDriver extends org.postgresql.Driver {

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = super.connect(url, info);
        return connection == null ? null : proxy(Connection.class, new Connected(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ListeningDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private record Connected(Connection connection) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object answer = call(connection, method, arguments);
            boolean prepares = method.getName().equals("prepareStatement");
            return prepares && arguments != null && answer instanceof PreparedStatement statement
                    ? proxy(
                            PreparedStatement.class,
                            new Prepared(connection, statement, (String) arguments[0], new ArrayList<>()))
                    : answer;
        }
    }

    /** A parameter that was set, to be set again. */
    private record Set(Method method, Object[] arguments) {}

    private record Prepared(Connection connection, PreparedStatement statement, String sql, List<Set> parameters)
            implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (arguments != null && method.getName().startsWith("set") && arguments[0] instanceof Integer) {
                parameters.add(new Set(method, arguments));
            }
            if (method.getName().startsWith("execute") && !method.getName().endsWith("Batch")) {
                Heard.add(sql, Heard.explains() ? explanation() : null);
            }
            return call(statement, method, arguments);
        }

        /** What only reads is run for it, too; what writes is not. */
        private @Nullable String explanation() throws Throwable {
            String verb = sql.strip().split("\\s")[0].toUpperCase(Locale.ROOT);
            return switch (verb) {
                case "SELECT", "WITH" -> explain("EXPLAIN (ANALYZE, BUFFERS) ");
                case "INSERT", "UPDATE", "DELETE" -> explain("EXPLAIN ");
                default -> null;
            };
        }

        private String explain(String how) throws Throwable {
            try (PreparedStatement explain = connection.prepareStatement(how + sql)) {
                for (Set parameter : parameters) {
                    call(explain, parameter.method, parameter.arguments);
                }
                StringBuilder lines = new StringBuilder();
                try (ResultSet rows = explain.executeQuery()) {
                    while (rows.next()) {
                        lines.append(rows.getString(1)).append('\n');
                    }
                }
                return lines.toString();
            }
        }
    }
}
