package org.targetwatch.availability;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.targetwatch.Processes;
import org.targetwatch.Program;
import org.targetwatch.Tool;

/**
 * Two PostgreSQL servers, each with its Patroni, one etcd and an HAProxy that leads to the primary, as {@code docs/operations.md} describes
 * them: the standby is synchronous, so what was answered stands on both.
 */
final class Patroni implements AutoCloseable {
    private static final List<String> NODES = List.of("node1", "node2");
    private static final String PASSWORD = "of-this-test-only";

    private final Path folder;
    private final Processes processes;
    private final int etcd = Processes.freePort();
    private final int primary = Processes.freePort();
    private final Map<String, Node> nodes = new TreeMap<>();

    private record Node(String name, int api, int postgres, Path data, Process patroni) {
        /** As when the machine loses its power: nobody says good-bye. */
        void kill() throws IOException {
            patroni.destroyForcibly();
            ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private Patroni(Path folder) {
        this.folder = folder;
        this.processes = new Processes(folder);
    }

    static Patroni start(Path folder) throws IOException, SQLException {
        Patroni cluster = new Patroni(folder);
        try {
            cluster.startEtcd();
            for (String name : NODES) {
                cluster.nodes.put(name, cluster.startNode(name));
            }
            cluster.startProxy();
            cluster.awaitMember("sync_standby");
            cluster.createRolesAndDatabase();
            return cluster;
        } catch (IOException | SQLException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void startEtcd() {
        String client = "http://127.0.0.1:" + etcd;
        String peer = "http://127.0.0.1:" + Processes.freePort();
        processes.launch(
                "etcd",
                List.of(
                        Tool.require("etcd", "etcd-server").toString(),
                        "--data-dir=etcd",
                        "--listen-client-urls=" + client,
                        "--advertise-client-urls=" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer));
    }

    private Node startNode(String name) throws IOException {
        int api = Processes.freePort();
        int postgres = Processes.freePort();
        Path data = folder.resolve(name);
        Path settings = Files.writeString(
                folder.resolve(name + ".yml"),
                """
                scope: targetwatch
                name: %1$s
                restapi: {listen: "127.0.0.1:%2$d", connect_address: "127.0.0.1:%2$d"}
                etcd3: {host: "127.0.0.1:%3$d"}
                bootstrap:
                  dcs: {ttl: 20, loop_wait: 1, retry_timeout: 3, synchronous_mode: true, primary_start_timeout: 0}
                  initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums]
                postgresql:
                  listen: "127.0.0.1:%4$d"
                  connect_address: "127.0.0.1:%4$d"
                  data_dir: %5$s
                  bin_dir: /usr/lib/postgresql/15/bin
                  pgpass: %5$s.pgpass
                  authentication:
                    superuser: {username: postgres, password: %6$s}
                    replication: {username: replicator, password: %6$s}
                  pg_hba:
                    - host all all 127.0.0.1/32 scram-sha-256
                    - host replication replicator 127.0.0.1/32 scram-sha-256
                  parameters: {unix_socket_directories: ''}
                """
                        .formatted(name, api, etcd, postgres, data, PASSWORD));
        // PostgreSQL does not run as root; in a user namespace of its own it is nobody in particular.
        Process patroni = processes.launch(
                name,
                List.of("unshare", "-U", Tool.require("patroni", "patroni").toString(), settings.toString()));
        return new Node(name, api, postgres, data, patroni);
    }

    private void startProxy() throws IOException {
        StringBuilder servers = new StringBuilder();
        nodes.values()
                .forEach(node -> servers.append(
                        "  server %s 127.0.0.1:%d check port %d%n".formatted(node.name, node.postgres, node.api)));
        Path settings = Files.writeString(
                folder.resolve("haproxy.cfg"),
                """
                defaults
                  mode tcp
                  timeout connect 1s
                  timeout client 1h
                  timeout server 1h
                listen primary
                  bind 127.0.0.1:%d
                  option httpchk GET /primary
                  http-check expect status 200
                  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
                %s"""
                        .formatted(primary, servers));
        processes.launch("haproxy", List.of(Tool.require("haproxy", "haproxy").toString(), "-f", settings.toString()));
    }

    private void createRolesAndDatabase() throws SQLException {
        await().atMost(Program.PATIENCE).ignoreExceptions().until(() -> execute("SELECT 1"));
        execute("CREATE ROLE targetwatch_owner LOGIN PASSWORD '" + PASSWORD + "'");
        execute("CREATE ROLE targetwatch LOGIN PASSWORD '" + PASSWORD + "'");
        execute("CREATE DATABASE targetwatch OWNER targetwatch_owner");
    }

    private boolean execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url("postgres") + "?loginTimeout=5", "postgres", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + primary + "/" + database;
    }

    /** How a service reaches whichever server is the primary. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url("targetwatch"),
                "QUARKUS_DATASOURCE_USERNAME",
                "targetwatch",
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD,
                "QUARKUS_FLYWAY_USERNAME",
                "targetwatch_owner",
                "QUARKUS_FLYWAY_PASSWORD",
                PASSWORD);
    }

    void killPrimary() throws IOException {
        Node lost = nodes.remove(awaitMember("leader"));
        lost.kill();
    }

    /** Waits until a server that lives has the role, and returns its name. */
    private String awaitMember(String role) {
        return await().atMost(Program.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> member(role), name -> name != null);
    }

    private String member(String role) {
        Node any = nodes.values().iterator().next();
        return JsonPath.from(RestAssured.get("http://127.0.0.1:" + any.api + "/cluster")
                        .asString())
                .getString("members.find { it.role == '" + role + "' && it.state == 'running' }?.name");
    }

    @Override
    public void close() {
        processes.close();
    }
}
