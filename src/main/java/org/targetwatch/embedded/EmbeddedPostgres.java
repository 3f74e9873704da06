package org.targetwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of our own on a folder of our own: durable, listening on this machine only, with a password for everyone. It holds one
 * database {@code targetwatch} and two roles for it: {@code targetwatch_owner} owns it, {@code targetwatch} may do what the owner grants.
 * The passwords are drawn at the first start and kept in the folder, readable by its owner only. A server that ends without having been told to
 * is started again, at the same address.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final String DATABASE = "targetwatch";
    private static final long PAUSE_SECONDS = 1;
    private static final String SERVICE = "targetwatch";
    /** Of {@code postmaster.pid}, counted from 0. */
    private static final int PORT_LINE = 3;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final DataFolder folder;
    private final Cluster cluster;
    private final int port;
    private final Login superuser;
    private final Login owner;
    private final Login service;

    private EmbeddedPostgres(DataFolder folder) throws IOException {
        this.folder = folder;
        this.cluster = new Cluster(folder);
        this.port = freePort();
        this.superuser = login("postgres");
        this.owner = login("targetwatch_owner");
        this.service = login(SERVICE);
    }

    /**
     * Starts the server on the folder, creating what is missing, and ends one that a killed program left running there.
     *
     * @throws StartRefusedException if the folder is in use, another user's, or another version's, or if the server does not start
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        try {
            DataFolder folder = DataFolder.open(dataFolder);
            try {
                EmbeddedPostgres postgres = new EmbeddedPostgres(folder);
                postgres.start();
                return postgres;
            } catch (IOException | SQLException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw notStarted(dataFolder, e);
        }
    }

    /** Where a running program's database of that folder is, and whom the program connects as; empty while none runs there. */
    public static Optional<Running> running(Path dataFolder) throws IOException {
        Path processFile = dataFolder.resolve("postgres").resolve("postmaster.pid");
        if (Files.notExists(processFile)) {
            return Optional.empty();
        }
        int port =
                Integer.parseInt(Files.readAllLines(processFile).get(PORT_LINE).strip());
        String password = Files.readString(dataFolder.resolve("password-" + SERVICE));
        return Optional.of(new Running(url(port), new Login(SERVICE, password)));
    }

    /** A database that is running. */
    public record Running(String jdbcUrl, Login service) {}

    private void start() throws IOException, SQLException {
        cluster.createIfMissing(superuser.user());
        cluster.stopIfRunning();
        try {
            cluster.start(port);
            Roles.ensure(port, superuser, DATABASE, owner, service);
            Thread guard = new Thread(this::keepRunning, "embedded-postgres");
            guard.setDaemon(true);
            guard.start();
        } catch (IOException | SQLException e) {
            cluster.stopIfRunning();
            throw e;
        }
    }

    private void keepRunning() {
        try {
            while (closing.getCount() > 0) {
                cluster.awaitEnd();
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        while (!closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(System.Logger.Level.ERROR, "The embedded PostgreSQL has ended unexpectedly and is started again.");
            try {
                cluster.start(port);
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.ERROR, "The embedded PostgreSQL does not start yet.", e);
            }
        }
    }

    private static StartRefusedException notStarted(Path dataFolder, Exception cause) {
        Path logs = dataFolder.toAbsolutePath().resolve("postgres");
        return new StartRefusedException(
                "程序自带的 PostgreSQL 未能启动（日志见 %s 中的 start.log 和 log）：%s".formatted(logs, cause.getMessage()),
                "The PostgreSQL that comes with the program did not start (its logs are start.log and log in %s): %s"
                        .formatted(logs, cause.getMessage()));
    }

    private Login login(String role) throws IOException {
        return new Login(role, Files.readString(folder.passwordFile(role)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Where the database is, for JDBC. */
    public String jdbcUrl() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    /** Who may do everything on the server. */
    public Login superuser() {
        return superuser;
    }

    /** Who owns the database and runs its migrations. */
    public Login owner() {
        return owner;
    }

    /** Whom the running program connects as. */
    public Login service() {
        return service;
    }

    /** Stops the server and gives the folder free; waits until both are done. */
    @Override
    public void close() {
        closing.countDown();
        try (folder) {
            cluster.stopIfRunning();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not stop.", e);
        }
    }
}
