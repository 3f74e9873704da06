package org.targetwatch.bench.speed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.targetwatch.As;
import org.targetwatch.Program;
import org.targetwatch.Territory;
import org.targetwatch.bench.speed.Load.Answer;
import org.targetwatch.bench.speed.Load.Request;

/** The packaged program on territories of its own, with all that is needed to measure it. */
final class Service implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    /** Tests start the program with less memory and the quick compiler alone; here it has the memory of {@code deploy/systemd}, and always the same compilers. */
    private static final List<String> AS_IN_SERVICE =
            List.of("-Xmx448m", "-XX:TieredStopAtLevel=4", "-XX:-UseDynamicNumberOfCompilerThreads");

    /** {@code -Dbench.options=…} of the command line: options of the program's JVM, for a profile. */
    private static final List<String> FURTHER_OPTIONS = Stream.of(
                    System.getProperty("bench.options", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    /** Of classes: the one that {@link StartBench} left, which every later start of the same build uses. */
    static final Path ARCHIVE = Path.of("target", "bench", "classes").toAbsolutePath();

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int PAUSES_TO_EACH_QUESTION = 50;

    /** Of a core. Compilers that take less, and what is compiled is what is measured; a program that takes less has nothing to do. */
    private static final double AT_REST = 0.1;

    private final Path folder;
    private final int plans;
    private final Program program;
    private final Connection database;
    private final Door door;
    private final Clients clients;

    private Service(Path folder, int plans, Program program) throws IOException, SQLException {
        this.folder = folder;
        this.plans = plans;
        this.program = program;
        this.database = connect();
        this.clients = new Clients();
        this.door = new Door(program.url(), As.authorization(URI.create(program.url() + "/api/v1/plans")));
    }

    /**
     * @param folder where it works, a new one or that of an earlier service
     * @param today the business date
     */
    static Service start(Path folder, String today, List<Territory> territories, String... options)
            throws IOException, SQLException {
        Path seeds = Territory.writeSeeds(folder.resolve("seeds"), territories.toArray(Territory[]::new));
        List<String> all = new ArrayList<>(AS_IN_SERVICE);
        all.addAll(List.of("-Dtargetwatch.seeds=" + seeds.toAbsolutePath(), "-Dtargetwatch.business-date=" + today));
        // Java 17 crashes where a flight is recorded beside an archive.
        if (Files.exists(ARCHIVE) && FURTHER_OPTIONS.isEmpty()) {
            all.add(archiveOption("-XX:SharedArchiveFile=", "-XX:AOTCache="));
        }
        all.addAll(Arrays.asList(options));
        all.addAll(FURTHER_OPTIONS);
        return new Service(folder, territories.size(), Program.start(folder, all.toArray(String[]::new)));
    }

    /** Has the program write {@link #ARCHIVE} when it ends. */
    static String archiving() {
        return archiveOption("-XX:ArchiveClassesAtExit=", "-XX:AOTCacheOutput=");
    }

    private static String archiveOption(String option, String fromJava25) {
        return (Runtime.version().feature() >= 25 ? fromJava25 : option) + ARCHIVE;
    }

    Program program() {
        return program;
    }

    /** Of the API. */
    Door door() {
        return door;
    }

    /** Of the metrics. */
    Door management() {
        return new Door(program.managementUrl(), door.authorization());
    }

    /** A further connection as the owner of the tables. */
    Connection connect() throws IOException, SQLException {
        return program.connect("targetwatch_owner", "currentSchema=targetwatch&reWriteBatchedInserts=true");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns when nothing waits to be judged. Where much was noted, asking for notes takes its time: it is asked the less often. */
    void awaitJudged() {
        AtomicLong asking = new AtomicLong();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval((count, before) ->
                        Duration.ofNanos(Math.max(SOON.toNanos(), asking.get() * PAUSES_TO_EACH_QUESTION)))
                .until(() -> {
                    long asked = System.nanoTime();
                    boolean judged = count("SELECT (EXISTS (SELECT FROM judging_note)"
                                    + " OR (SELECT count(*) FROM judged_day) < %d)::integer".formatted(plans))
                            == 0;
                    asking.set(System.nanoTime() - asked);
                    return judged;
                });
    }

    /** Returns when all is judged and what follows it is done as well, metrics, supervision, vacuum: it belongs to what was before. */
    void awaitRest() {
        awaitJudged();
        AtomicReference<Cost> before = new AtomicReference<>(cost());
        await().atMost(PATIENCE).pollDelay(MOMENT).pollInterval(MOMENT).until(() -> {
            Cost now = cost();
            Cost spent = now.since(before.getAndSet(now));
            return spent.service() + spent.database() < AT_REST * spent.wall();
        });
    }

    Cost cost() {
        long server = program.database().orElseThrow().pid();
        long compilers = Cpu.ofCompilers(program.pid());
        return new Cost(System.nanoTime() / 1e6, Cpu.of(program.pid()) - compilers, compilers, Cpu.ofFamily(server));
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Has clients in a process of their own send {@code requests}; every one must be answered 200. */
    List<Answer> load(List<Request> requests) throws IOException {
        return load(door, requests);
    }

    List<Answer> load(Door where, List<Request> requests) throws IOException {
        return load(where, requests, Duration.ZERO);
    }

    /** @param every from one request of a client to its next, however soon it is answered */
    List<Answer> load(Door where, List<Request> requests, Duration every) throws IOException {
        String lines = String.join("\n", requests.stream().map(Request::line).toList());
        return clients.send(where, file("requests.tsv", lines), requests.size(), every);
    }

    /** Loads that are not measured, until the JVM has compiled what it runs, or so long: code that is still interpreted says nothing. */
    void warmUp(Duration atMost, Load.Source requests) throws IOException {
        warmUp(door, atMost, requests);
    }

    void warmUp(Door where, Duration atMost, Load.Source requests) throws IOException {
        double end = cost().wall() + atMost.toMillis();
        Cost spent;
        do {
            Cost before = cost();
            load(where, requests.next());
            spent = cost().since(before);
        } while (spent.compilers() > AT_REST * spent.wall() && cost().wall() < end);
    }

    static List<Double> millis(List<Answer> answers) {
        return answers.stream().map(answer -> answer.nanos() / 1e6).toList();
    }

    @Override
    public void close() throws SQLException {
        try (program;
                clients) {
            database.close();
            program.stop();
        }
    }
}
