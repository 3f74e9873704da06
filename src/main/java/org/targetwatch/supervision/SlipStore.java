package org.targetwatch.supervision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.rows.Rows;

/** Tables {@code slip} and {@code slip_step}; every call joins the caller's transaction. */
@ApplicationScoped
class SlipStore {
    private static final String WANTED =
            """
            SELECT slip.* FROM slip,
            (VALUES (?::text[], ?::text[], ?::date)) AS wanted (indicators, regions, overdue_on)
            WHERE plan = ? AND number > ? AND phase = ANY (?)
            AND (indicators IS NULL OR indicator = ANY (indicators)) AND (regions IS NULL OR region = ANY (regions))
            AND (overdue_on IS NULL OR due < overdue_on)
            ORDER BY number LIMIT ?""";

    private static final String STEPS =
            "SELECT * FROM slip_step WHERE plan = ? AND number = ANY (?) ORDER BY number, seq";

    private final Session session;

    SlipStore(Session session) {
        this.session = session;
    }

    /** Whoever changes slips of a plan waits here for the others: numbers have no gaps, and a state is never changed twice at once. */
    void lock(String plan) {
        session.createNativeQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('slip/' || :plan, 0))::text", String.class)
                .setParameter("plan", plan)
                .getSingleResult();
    }

    /** The slips without their steps, in the order of their numbers. */
    List<SlipRow> rows(SlipQuery query) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = prepare(connection, query)) {
                return Rows.read(statement, SlipRow::read);
            }
        });
    }

    /** In the order of their numbers. */
    List<Slip> find(SlipQuery query) {
        List<SlipRow> rows = rows(query);
        Map<Integer, List<Step>> steps = steps(
                query.plan(), rows.stream().map(row -> row.opening().number()).toList());
        return rows.stream()
                .map(row ->
                        new Slip(row.opening(), steps.getOrDefault(row.opening().number(), List.of())))
                .toList();
    }

    private static PreparedStatement prepare(Connection connection, SlipQuery query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(WANTED);
        statement.setArray(1, texts(connection, query.indicators()));
        statement.setArray(2, texts(connection, query.regions()));
        statement.setObject(3, query.overdueOn());
        statement.setString(4, query.plan());
        statement.setInt(5, query.after());
        statement.setArray(
                6, texts(connection, query.phases().stream().map(Coded::code).toList()));
        statement.setInt(7, query.limit());
        return statement;
    }

    private static @Nullable Array texts(Connection connection, @Nullable Collection<String> values)
            throws SQLException {
        return values == null ? null : connection.createArrayOf("text", values.toArray());
    }

    private Map<Integer, List<Step>> steps(String plan, Collection<Integer> numbers) {
        return session
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
                        statement.setString(1, plan);
                        statement.setArray(2, connection.createArrayOf("int4", numbers.toArray()));
                        return Rows.read(statement, StepRow::read);
                    }
                })
                .stream()
                .collect(groupingBy(StepRow::number, mapping(StepRow::step, toList())));
    }

    int lastNumber(String plan) {
        return session.createNativeQuery("SELECT coalesce(max(number), 0) FROM slip WHERE plan = :plan", Integer.class)
                .setParameter("plan", plan)
                .getSingleResult();
    }

    Optional<Instant> lastRecordedAt(String plan) {
        return Optional.ofNullable(
                session.createNativeQuery("SELECT max(recorded_at) FROM slip_step WHERE plan = :plan", Instant.class)
                        .setParameter("plan", plan)
                        .getSingleResult());
    }

    /** The slips, open or not, on which this alert stands. */
    List<Integer> alerted(String plan, String alert) {
        return session.createNativeQuery(
                        """
                        SELECT number FROM slip_step
                        WHERE plan = :plan AND about = :alert AND act IN ('opened', 'alerted') ORDER BY number""",
                        Integer.class)
                .setParameter("plan", plan)
                .setParameter("alert", alert)
                .getResultList();
    }

    void insert(Slip slip) {
        String plan = slip.opening().plan();
        SlipRow.TABLE.insert(session, plan, List.of(SlipRow.of(slip)));
        StepRow.TABLE.insert(session, plan, List.of(new StepRow(slip.number(), slip.first())));
    }

    /** Appends the last step of {@code slip}. */
    void append(Slip slip) {
        StepRow.TABLE.insert(session, slip.opening().plan(), List.of(new StepRow(slip.number(), slip.last())));
        repeatState(slip);
    }

    void repeatState(Slip slip) {
        SlipRow row = SlipRow.of(slip);
        session.createNativeMutationQuery(
                        """
                        UPDATE slip SET phase = :phase, due = CAST(:due AS date)
                        WHERE plan = :plan AND number = :number""")
                .setParameter("phase", row.phase().code())
                .setParameter("due", row.due() == null ? null : row.due().toString())
                .setParameter("plan", slip.opening().plan())
                .setParameter("number", slip.number())
                .executeUpdate();
    }
}
