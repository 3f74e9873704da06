package org.targetwatch.bench.speed;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.targetwatch.Territory.Sent;

/**
 * The same rows by plain JDBC into the same tables, durable, for a plan that nobody knows: what the database itself takes.
 */
final class Floor implements AutoCloseable {
    private static final String PLAN = "floor";

    private final Bureau bureau;
    private final List<Connection> connections = new ArrayList<>();
    private int seq;

    Floor(Bureau bureau) {
        this.bureau = bureau;
    }

    /** {@code number} months of 41 figures, each in a transaction; how long each took. */
    List<Double> post(int clients, int number) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<Double>>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Connection connection = connection(client);
                int county = client;
                int first = seq;
                running.add(threads.submit(() -> post(connection, county, first, number / clients)));
            }
            seq += number;
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> client : running) {
                millis.addAll(client.get());
            }
            return millis;
        } finally {
            threads.shutdownNow();
        }
    }

    private Connection connection(int client) throws IOException, SQLException {
        while (connections.size() <= client) {
            Connection connection = bureau.service().connect();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        return connections.get(client);
    }

    private List<Double> post(Connection connection, int county, int first, int number) throws SQLException {
        List<Double> millis = new ArrayList<>();
        for (int post = first; post < first + number; post++) {
            List<Sent> month = bureau.territory().month(county, 10, post).toList();
            long start = System.nanoTime();
            write(connection, month, post * month.size());
            connection.commit();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private static void write(Connection connection, List<Sent> month, int seq) throws SQLException {
        UUID batch = UUID.randomUUID();
        OffsetDateTime now = OffsetDateTime.now();
        String region = month.get(0).region();
        lockHead(connection, region);
        insertBatch(connection, batch, now);
        insertRevisions(connection, month, batch, now, seq);
        upsertFigures(connection, month, now, seq);
        insertNotes(connection, month);
        moveHead(connection, region, seq + month.size());
    }

    private static void lockHead(Connection connection, String region) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO chain_head (plan, region) VALUES (?, ?) ON CONFLICT DO NOTHING");
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT seq FROM chain_head WHERE plan = ? AND region = ? FOR UPDATE")) {
            set(insert, PLAN, region).executeUpdate();
            set(lock, PLAN, region).executeQuery().next();
        }
    }

    private static void insertBatch(Connection connection, UUID batch, OffsetDateTime now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO batch (plan, id, recorded_at, recorded_by, received_on) VALUES (?, ?, ?, ?, current_date)")) {
            set(insert, PLAN, batch, now, "floor").executeUpdate();
        }
    }

    private static void insertRevisions(
            Connection connection, List<Sent> month, UUID batch, OffsetDateTime now, int seq) throws SQLException {
        insert(
                connection,
                "INSERT INTO revision (plan, region, seq, indicator, period, value, quality, batch, recorded_at, recorded_by, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows(month, (figure, place) -> new Object[] {
                    PLAN,
                    figure.region(),
                    (long) seq + place,
                    figure.indicator().code(),
                    10,
                    number(figure),
                    "certified",
                    batch,
                    now,
                    "floor",
                    new byte[32]
                }));
    }

    private static void upsertFigures(Connection connection, List<Sent> month, OffsetDateTime now, int seq)
            throws SQLException {
        insert(
                connection,
                "INSERT INTO figure (plan, region, seq, indicator, period, value, quality, recorded_at, recorded_by, received_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, current_date)"
                        + " ON CONFLICT (plan, region, indicator, period) DO UPDATE SET seq = EXCLUDED.seq,"
                        + " value = EXCLUDED.value, recorded_at = EXCLUDED.recorded_at",
                rows(month, (figure, place) -> new Object[] {
                    PLAN,
                    figure.region(),
                    (long) seq + place,
                    figure.indicator().code(),
                    10,
                    number(figure),
                    "certified",
                    now,
                    "floor"
                }));
    }

    private static void insertNotes(Connection connection, List<Sent> month) throws SQLException {
        insert(
                connection,
                "INSERT INTO judging_note (plan, indicator, region, depth, from_period) VALUES (?, ?, ?, ?, ?)",
                rows(month, (figure, place) ->
                        new Object[] {PLAN, figure.indicator().code(), figure.region(), 1, 10}));
    }

    /** A row for each figure, which knows its place, from 1. */
    private static List<Object[]> rows(List<Sent> month, BiFunction<Sent, Integer, Object[]> row) {
        return IntStream.rangeClosed(1, month.size())
                .mapToObj(place -> row.apply(month.get(place - 1), place))
                .toList();
    }

    private static void insert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(statement, row).addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void moveHead(Connection connection, String region, long seq) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE chain_head SET seq = ? WHERE plan = ? AND region = ?")) {
            set(update, seq, PLAN, region).executeUpdate();
        }
    }

    private static BigDecimal number(Sent figure) {
        return BigDecimal.valueOf(figure.value());
    }

    private static PreparedStatement set(PreparedStatement statement, Object... values) throws SQLException {
        for (int position = 1; position <= values.length; position++) {
            statement.setObject(position, values[position - 1]);
        }
        return statement;
    }

    /** COPY into a staging table, then figures and revisions from there, in one transaction. */
    void bulk(Connection connection, List<Sent> figures) throws SQLException, IOException {
        StringBuilder rows = new StringBuilder();
        figures.forEach(figure -> rows.append(String.join(
                        "\t",
                        figure.region(),
                        figure.indicator().code(),
                        figure.period().substring(5),
                        String.valueOf(figure.value())))
                .append('\n'));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE UNLOGGED TABLE staging (region text, indicator text, period integer, value numeric)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY staging FROM STDIN", new StringReader(rows.toString()));
            statement.execute(
                    "INSERT INTO batch (plan, id, recorded_at, recorded_by) VALUES ('floor', '%s', now(), 'floor')"
                            .formatted(new UUID(0, ++seq)));
            statement.execute(
                    """
                    INSERT INTO figure (plan, region, seq, indicator, period, value, quality, recorded_at, recorded_by, received_on)
                    SELECT 'floor', region, 1, indicator, period, value, 'certified', now(), 'floor', current_date FROM staging
                    ON CONFLICT (plan, region, indicator, period) DO UPDATE
                    SET seq = EXCLUDED.seq, value = EXCLUDED.value, recorded_at = EXCLUDED.recorded_at""");
            statement.execute(
                    """
                    INSERT INTO revision (plan, region, seq, indicator, period, value, quality, batch, recorded_at, recorded_by, hash)
                    SELECT 'floor', region, %d + row_number() OVER (), indicator, period, value, 'certified', '%s', now(), 'floor',
                    decode(repeat('00', 32), 'hex') FROM staging"""
                            .formatted(1_000_000L * seq, new UUID(0, seq)));
            statement.execute("DROP TABLE staging");
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
