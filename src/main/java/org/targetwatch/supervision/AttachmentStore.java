package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.targetwatch.rows.Rows;

/** Table {@code slip_attachment}: contents are read one at a time. */
@ApplicationScoped
class AttachmentStore {
    private static final String ONE = "SELECT * FROM slip_attachment WHERE plan = ? AND number = ? AND seq = ?";

    private final Session session;

    AttachmentStore(Session session) {
        this.session = session;
    }

    /** Where a content lies. */
    record Key(int number, int seq) {}

    Optional<Attachment> find(String plan, Key key) {
        return session
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(ONE)) {
                        statement.setString(1, plan);
                        statement.setInt(2, key.number());
                        statement.setInt(3, key.seq());
                        return Rows.read(statement, Attachment::read);
                    }
                })
                .stream()
                .findFirst();
    }

    /** All of a plan, in order. */
    List<Key> keys(String plan) {
        return session
                .createNativeQuery(
                        "SELECT number, seq FROM slip_attachment WHERE plan = :plan ORDER BY number, seq",
                        Object[].class)
                .setParameter("plan", plan)
                .stream()
                .map(row -> new Key((Integer) row[0], (Integer) row[1]))
                .toList();
    }

    void insert(String plan, List<Attachment> attachments) {
        Attachment.TABLE.insert(session, plan, attachments);
    }
}
