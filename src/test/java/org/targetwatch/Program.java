package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged program as a process of its own, working in a folder of its own (its {@code data} and {@code config} stand there) on free ports.
 * Closing it leaves nothing running, its database included.
 */
public final class Program implements AutoCloseable {
    /**
     * How long a test waits for something that must happen; far more than it takes. A start beside a replica that answers as fast
     * as it can gets a fifth of a core where there are two, and takes more than a minute and a half.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern ADDRESSES = Pattern.compile(
            "Listening on: (http://\\S+?)(?: and (https://\\S+?))?\\. Management interface listening on (http://\\S+?)\\.[\\s\"]");

    /** Of the account {@code admin}, whatever folder or database a program of this run works on. */
    static final String ADMIN_PASSWORD = UUID.randomUUID().toString();

    private final Path folder;
    private final Path log;
    private final Process process;

    private Program(Path folder, Path log, Process process) {
        this.folder = folder;
        this.log = log;
        this.process = process;
    }

    /** Starts the program and returns at once. Options are the JVM's, mostly {@code -Dname=value}. */
    public static Program launch(Path folder, Map<String, String> environment, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.port=0"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-jar",
                Path.of(System.getProperty("targetwatch.app"), "quarkus-run.jar")
                        .toString()));
        try {
            Path log = Files.createTempFile(folder, "program-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("TARGETWATCH_ADMIN_PASSWORD", ADMIN_PASSWORD);
            builder.environment().putAll(environment);
            return new Program(folder, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the program and waits until it says that it is ready. */
    public static Program start(Path folder, String... options) {
        return launch(folder, Map.of(), options).awaitReady();
    }

    /** Waits until the health check says that the program is ready. */
    public Program awaitReady() {
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast("It has ended", () -> !process.isAlive())
                    .until(this::isReady);
            As.ask(url(), ADMIN_PASSWORD);
            return this;
        } catch (RuntimeException | Error e) {
            String said = output();
            close();
            throw new AssertionError("It does not become ready: " + e.getMessage() + "\nIt has said:\n" + said, e);
        }
    }

    private boolean isReady() {
        return addresses().find()
                && RestAssured.get(managementUrl() + "/q/health/ready").statusCode() == 200;
    }

    /** Where the API is, without a slash at the end. */
    public String url() {
        return address(1);
    }

    /** Where the API is over TLS, where it is configured. */
    public String secureUrl() {
        return address(2);
    }

    /** Where metrics and health are, without a slash at the end. */
    public String managementUrl() {
        return address(3);
    }

    private String address(int group) {
        Matcher addresses = addresses();
        assertThat(addresses.find()).as(this::output).isTrue();
        return addresses.group(group);
    }

    private Matcher addresses() {
        return ADDRESSES.matcher(output());
    }

    /** Everything the program has printed so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects to the program's own database as one of its roles, with the password kept in the data folder. */
    public Connection connect(String role) throws SQLException, IOException {
        return connect(role, "");
    }

    /** The same with parameters of the JDBC driver, {@code name=value&…}. */
    public Connection connect(String role, String parameters) throws SQLException, IOException {
        Path data = folder.resolve("data");
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        String password = Files.readString(data.resolve("password-" + role));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/targetwatch?%s".formatted(port, parameters), role, password);
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** The server process of the program's own database, if one is running. */
    public Optional<ProcessHandle> database() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Asks the program to end, as an operator does (SIGTERM), and waits for it. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** Ends the program without a warning (SIGKILL); its database is left to itself. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Waits for the program to end by itself and returns its exit code. */
    public int awaitExit() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(this::output)
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
        if (addresses().find()) {
            As.forget(url());
        }
        if (wasLastInItsFolder()) {
            database().ifPresent(Program::end);
        }
    }

    /** Whether no other program has used the folder since: the file {@code lock} keeps the process id of the last one. */
    private boolean wasLastInItsFolder() {
        try {
            return Files.readString(folder.resolve("data/lock")).equals(Long.toString(process.pid()));
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(ProcessHandle server) {
        server.destroyForcibly();
        server.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
