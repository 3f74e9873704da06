package org.targetwatch.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Parameters;

/**
 * Which events are asked for; a null word is any.
 *
 * @param from the first moment
 * @param to the first moment that is not asked for any more
 */
record EventFilter(
        @Nullable String plan, @Nullable String actor, @Nullable String act, OffsetDateTime from, OffsetDateTime to) {

    /** The condition, whose five parameters {@link #set} sets. */
    static final String SQL =
            """
            coalesce(plan, '') = coalesce(?, plan, '') AND recorded_by = coalesce(?, recorded_by)
            AND act = coalesce(?, act) AND recorded_at >= ? AND recorded_at < ?""";

    static final int PARAMETERS = 5;

    /** Reads the query parameters {@code plan}, {@code actor}, {@code act}, {@code from} and {@code to}. */
    static EventFilter of(
            @Nullable String plan,
            @Nullable String actor,
            @Nullable String act,
            @Nullable String from,
            @Nullable String to) {
        return new EventFilter(
                plan,
                actor,
                act,
                Parameters.optionalMoment("from", from).orElse(OffsetDateTime.MIN),
                Parameters.optionalMoment("to", to).orElse(OffsetDateTime.MAX));
    }

    /** Sets the first parameters of a statement. */
    void set(PreparedStatement statement) throws SQLException {
        statement.setString(1, plan);
        statement.setString(2, actor);
        statement.setString(3, act);
        statement.setObject(4, from);
        statement.setObject(PARAMETERS, to);
    }
}
