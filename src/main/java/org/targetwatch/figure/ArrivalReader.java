package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.targetwatch.figure.ReportCalendar.Arrival;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.rows.Rows;

/** Reads which figures have come, and on which day. */
@ApplicationScoped
class ArrivalReader {
    private static final String THEN =
            """
            SELECT DISTINCT ON (region, indicator) region, indicator, state,
                first_value(coalesce(received_on, (revision.recorded_at AT TIME ZONE ?)::date))
                    OVER (PARTITION BY region, indicator ORDER BY seq) AS received_on
            FROM revision JOIN batch ON batch.plan = revision.plan AND batch.id = revision.batch
            WHERE revision.plan = ? AND region = ANY (?) AND period = ? AND revision.recorded_at <= ?
            ORDER BY region, indicator, seq DESC""";

    /** {@code OFFSET 0}: each region is looked up in the key, however many are asked for; other plans' figures are never read. */
    private static final String NOW =
            """
            SELECT indicator, wanted.region, state, received_on FROM unnest(?::text[]) AS wanted (region) CROSS JOIN LATERAL (
                SELECT indicator, state, received_on FROM figure
                WHERE plan = ? AND figure.region = wanted.region AND period = ?
                OFFSET 0) AS figure""";

    private final Session session;

    ArrivalReader(Session session) {
        this.session = session;
    }

    /** How the figures of one period stand, of each of {@code regions}. */
    List<Arrival> arrivals(String plan, Period period, Collection<String> regions) {
        return read(NOW, statement -> {
            statement.setArray(1, texts(statement, regions));
            statement.setString(2, plan);
            statement.setInt(3, period.index());
        });
    }

    /** The same as it was known at {@code knownAt}; {@code zone} says on which day what came without one has come. */
    List<Arrival> arrivals(String plan, Period period, Collection<String> regions, Instant knownAt, ZoneId zone) {
        return read(THEN, statement -> {
            statement.setString(1, zone.getId());
            statement.setString(2, plan);
            statement.setArray(3, texts(statement, regions));
            statement.setInt(4, period.index());
            statement.setObject(5, knownAt.atOffset(ZoneOffset.UTC));
        });
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                new Series(row.getString("indicator"), row.getString("region")),
                Coded.parse(FigureState.class, row.getString("state")).orElseThrow(),
                row.getObject("received_on", LocalDate.class));
    }

    private static Array texts(PreparedStatement statement, Collection<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    private List<Arrival> read(String query, Rows.Parameters parameters) {
        return session.doReturningWork(connection -> Rows.read(connection, query, parameters, ArrivalReader::arrival));
    }
}
