package org.targetwatch.rows;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;

/**
 * A table whose rows belong to plans, written and read as a whole.
 *
 * @param order of reading; texts by their code points ({@code COLLATE "C"}), so that it is the same on every server
 * @param columns all but {@code plan}
 */
public record PlanTable<T>(String name, String order, List<Column<T>> columns, Rows.Reader<T> reader) {

    /** Whether there is any row of {@code plan}. */
    public boolean holds(Session session, String plan) {
        return session.createNativeQuery("SELECT EXISTS (SELECT FROM " + name + " WHERE plan = :plan)", Boolean.class)
                .setParameter("plan", plan)
                .getSingleResult();
    }

    /** Reads all rows of {@code plan}, some at a time. */
    public void each(Session session, String plan, Consumer<T> consumer) {
        String query = "SELECT plan, %s FROM %s WHERE plan = ? ORDER BY %s".formatted(names(), name, order);
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, plan);
                Rows.each(statement, reader, consumer);
            }
        });
    }

    /** One statement, whatever the number of rows. */
    public void insert(Session session, String plan, Collection<T> rows) {
        String insert = "INSERT INTO %s (plan, %s) SELECT ?, given.* FROM %s"
                .formatted(name, names(), Column.unnest("given", columns));
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setString(1, plan);
                Column.set(statement, 2, columns, rows);
                statement.executeUpdate();
            }
        });
    }

    private String names() {
        return Column.names(columns);
    }
}
