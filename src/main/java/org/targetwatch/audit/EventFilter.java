package org.targetwatch.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Text;

/**
 * Which events are asked for; a null word is any.
 *
 * @param from the first moment
 * @param to the first moment that is not asked for any more
 */
public record EventFilter(
        @Nullable String plan, @Nullable String actor, @Nullable String act, OffsetDateTime from, OffsetDateTime to) {

    /** The condition, whose five parameters {@link #set} sets. */
    static final String SQL =
            """
            coalesce(plan, '') = coalesce(?, plan, '') AND recorded_by = coalesce(?, recorded_by)
            AND act = coalesce(?, act) AND recorded_at >= ? AND recorded_at < ?""";

    static final int PARAMETERS = 5;

    /** Reads the query parameters {@code plan}, {@code actor}, {@code act}, {@code from} and {@code to}. */
    public static EventFilter of(
            @Nullable String plan,
            @Nullable String actor,
            @Nullable String act,
            @Nullable String from,
            @Nullable String to) {
        return new EventFilter(
                word("plan", plan),
                word("actor", actor),
                word("act", act),
                Parameters.optionalMoment("from", from).orElse(OffsetDateTime.MIN),
                Parameters.optionalMoment("to", to).orElse(OffsetDateTime.MAX));
    }

    /** What cannot be stored was never recorded, and the database would not even take the question. */
    private static @Nullable String word(String name, @Nullable String sent) {
        if (sent != null && !Text.isPlain(sent)) {
            throw Parameters.unreadable(name, sent, new Text("不能含控制字符", "it must not hold control characters"));
        }
        return sent;
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
