package org.targetwatch.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.targetwatch.measure.Period;
import org.targetwatch.rows.Rows;

/** Keeps texts and issued bulletins. Nothing that was stored is ever changed. */
@ApplicationScoped
class BulletinStore {
    private static final String ISSUED =
            """
            SELECT number, period, known_at, issued_at, issued_by, text, catalogue_version, seal, hash FROM bulletin
            WHERE plan = ? ORDER BY number""";

    private static final String KEPT = "SELECT * FROM bulletin WHERE plan = ? AND period = ?";

    private static final String TEXTS = "SELECT * FROM bulletin_text WHERE plan = ? AND period = ? ORDER BY number";

    private final Session session;

    BulletinStore(Session session) {
        this.session = session;
    }

    /** Whoever writes or issues bulletins of a plan does so one after the other; to be called before a time is taken. */
    void lock(String plan) {
        session.createNativeQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('bulletin/' || :plan, 0))::text", String.class)
                .setParameter("plan", plan)
                .getSingleResult();
    }

    /** All issued ones, by number. */
    List<Issued> issued(String plan) {
        return read(ISSUED, KeptBulletin::readIssued, plan);
    }

    /** The newest. */
    Optional<Issued> last(String plan) {
        return issued(plan).stream().reduce((earlier, later) -> later);
    }

    Optional<KeptBulletin> kept(String plan, Period period) {
        return read(KEPT, KeptBulletin::read, plan, period.index()).stream().findFirst();
    }

    /** Everything written into a month's bulletin, oldest first. */
    List<WrittenText> texts(String plan, Period period) {
        return read(TEXTS, WrittenText::read, plan, period.index());
    }

    private <T> List<T> read(String query, Rows.Reader<T> reader, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int position = 1; position <= parameters.length; position++) {
                    statement.setObject(position, parameters[position - 1]);
                }
                return Rows.read(statement, reader);
            }
        });
    }

    void append(String plan, WrittenText text) {
        WrittenText.TABLE.insert(session, plan, List.of(text));
    }

    void append(String plan, KeptBulletin bulletin) {
        KeptBulletin.TABLE.insert(session, plan, List.of(bulletin));
    }
}
