package org.targetwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of one database server and the process that serves them. */
final class Cluster {
    private static final String MAJOR_VERSION = Binaries.VERSION.substring(0, Binaries.VERSION.indexOf('.'));

    private static final String WAIT_SECONDS = "60";

    private static final String SETTINGS =
            """
            # Written by Targetwatch at every start; changes made here are lost.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 100
            password_encryption = 'scram-sha-256'
            # An answered figure is on disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            # What was judged leaves dead notes by the thousand, which are read past until they are vacuumed.
            autovacuum_naptime = 5s
            # A week of logs, one file a day.
            logging_collector = on
            log_filename = 'postgresql-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            lc_messages = 'C'
            """;

    private static final String ACCESS =
            """
            # Written by Targetwatch at every start; changes made here are lost. Nobody is trusted, not even on this machine.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final DataFolder data;
    private final Path folder;
    private final Binaries binaries;

    /**
     * Speaks for the files in the data folder, which need not exist yet.
     *
     * @throws StartRefusedException if it is another user's or was written by another major version of PostgreSQL
     */
    Cluster(DataFolder data) throws IOException {
        this.data = data;
        this.folder = data.root().resolve("postgres");
        requireReadable(folder);
        this.binaries = Binaries.unpack(data);
    }

    private static void requireReadable(Path folder) throws IOException {
        DataFolder.requireOwn(folder);
        Path version = folder.resolve("PG_VERSION");
        if (Files.exists(version)) {
            requireVersion(folder, Files.readString(version).strip());
        }
    }

    private static void requireVersion(Path folder, String found) {
        if (!found.equals(MAJOR_VERSION)) {
            throw new StartRefusedException(
                    "数据目录 %s 由 PostgreSQL %s 写成，本程序自带的是 PostgreSQL %s，不能读取。请改用写成该目录的 Targetwatch 版本启动；要换用本版本，请先用旧版本导出，再导入新的数据目录（docs/operations.md）。"
                            .formatted(folder, found, MAJOR_VERSION),
                    "The data folder %s was written by PostgreSQL %s; this program carries PostgreSQL %s and cannot read it. Start the version of Targetwatch that wrote the folder; to change to this one, export with that version and import into a new data folder (docs/operations.md)."
                            .formatted(folder, found, MAJOR_VERSION));
        }
    }

    /** Creates the files where they are missing: whole, or not at all when interrupted. */
    void createIfMissing(String superuser) throws IOException {
        if (Files.notExists(folder)) {
            data.removeAll("postgres.new");
            // The name is new each time: a killed program's initdb may live on for a moment and must not meet ours.
            Path draft = data.root()
                    .resolve("postgres.new." + ProcessHandle.current().pid());
            binaries.run(
                    "initdb",
                    "--pgdata=" + draft,
                    "--username=" + superuser,
                    "--pwfile=" + data.passwordFile(superuser),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            DataFolder.publish(draft, folder);
        }
    }

    /** Ends the server, ours or one that outlived its program, as happens when the program is killed. */
    synchronized void stopIfRunning() throws IOException {
        if (server().isPresent()) {
            stop();
        } else if (process().isPresent()) {
            // The number belongs to some other program by now, which PostgreSQL would take for its server.
            Files.delete(pidFile());
        }
    }

    private Optional<ProcessHandle> server() {
        return process().filter(this::servesThisFolder);
    }

    private Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    private boolean servesThisFolder(ProcessHandle process) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        // An upgrade may have removed the file it runs from; the system then adds a word to its name.
        return process.info().command().orElse("").contains("/bin/postgres")
                && List.of(arguments).contains(folder.toString());
    }

    /**
     * Starts the server and waits until it answers, at most a minute.
     *
     * @throws IOException with the end of the server's log, if it does not
     */
    synchronized void start(int port) throws IOException {
        Files.writeString(folder.resolve("postgresql.conf"), SETTINGS.formatted(port));
        Files.writeString(folder.resolve("pg_hba.conf"), ACCESS);
        Path log = folder.resolve("start.log");
        Files.deleteIfExists(log);
        // pg_ctl gives the server a session of its own: Ctrl-C at our terminal must not reach it before our last
        // request is answered.
        binaries.run("pg_ctl", "start", "--pgdata=" + folder, "--log=" + log, "--wait", "--timeout=" + WAIT_SECONDS);
    }

    /** Returns when no server serves the files any more, whatever ended it. */
    void awaitEnd() {
        server().ifPresent(server -> server.onExit().join());
    }

    /** Stops the server, ending its connections, and waits for its end. */
    private void stop() throws IOException {
        binaries.run("pg_ctl", "stop", "--pgdata=" + folder, "--mode=fast", "--wait", "--timeout=" + WAIT_SECONDS);
    }
}
