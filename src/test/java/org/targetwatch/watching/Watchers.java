package org.targetwatch.watching;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.targetwatch.Processes;
import org.targetwatch.Tool;

/**
 * Real Prometheus and Alertmanager with the configuration of {@code deploy}, in which only addresses and the pace are changed, and somebody who
 * receives the webhook of {@code machines}.
 */
final class Watchers implements AutoCloseable {
    static final Duration SCRAPE = Duration.ofSeconds(1);
    static final Duration EVALUATION = Duration.ofSeconds(1);

    private final Path folder;
    private final int metricsPort;
    private final int apiPort;
    private final int prometheusPort = Processes.freePort();
    private final int alertmanagerPort = Processes.freePort();
    private final Processes processes;
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final HttpServer receiver;

    private Watchers(Path folder, int metricsPort, int apiPort) throws IOException {
        this.folder = folder;
        this.processes = new Processes(folder);
        this.metricsPort = metricsPort;
        this.apiPort = apiPort;
        this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            messages.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
    }

    static Watchers start(Path folder, int metricsPort, int apiPort) throws IOException {
        Watchers watchers = new Watchers(folder, metricsPort, apiPort);
        watchers.configure();
        watchers.launch(
                Tool.require("prometheus", "prometheus"),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + watchers.prometheusPort);
        watchers.launch(
                Tool.require("prometheus-alertmanager", "prometheus-alertmanager"),
                "--config.file=" + folder.resolve("alertmanager.yml"),
                "--storage.path=" + folder.resolve("alertmanager-data"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + watchers.alertmanagerPort);
        watchers.awaitReady(watchers.prometheusPort);
        watchers.awaitReady(watchers.alertmanagerPort);
        return watchers;
    }

    private void configure() throws IOException {
        Files.createSymbolicLink(folder.resolve("rules"), Rules.ALERTS.toAbsolutePath());
        Files.createSymbolicLink(
                folder.resolve("alertmanager"), Path.of("deploy/alertmanager").toAbsolutePath());
        Path token = Files.writeString(token(), "none yet");
        Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(Path.of("deploy/prometheus.yml"))
                        .replace("127.0.0.1:9000", "127.0.0.1:" + metricsPort)
                        .replace("127.0.0.1:9093", "127.0.0.1:" + alertmanagerPort)
                        .replace("scrape_interval: 15s", "scrape_interval: " + SCRAPE.toSeconds() + "s")
                        .replace("evaluation_interval: 15s", "evaluation_interval: " + EVALUATION.toSeconds() + "s"));
        Files.writeString(
                folder.resolve("alertmanager.yml"),
                Files.readString(Path.of("deploy/alertmanager.yml"))
                        .replaceAll("#(webhook|slips)# ", "")
                        .replace("127.0.0.1:8080", "127.0.0.1:" + apiPort)
                        .replaceAll(
                                "http://127.0.0.1:8060\\S*",
                                "http://127.0.0.1:" + receiver.getAddress().getPort())
                        .replaceAll("/etc/targetwatch/secrets/(webhook|slips)-token", token.toString()));
    }

    private Path token() {
        return folder.resolve("token");
    }

    /** What the webhooks show from now on: Alertmanager reads the file for every message. */
    void show(String token) throws IOException {
        Files.writeString(token(), token);
    }

    /** Debian's Alertmanager reads WeCom's secret from the configuration only; deploy/local/watch does the same. */
    static String forOlderAlertmanager(String configuration) {
        return configuration.replaceAll("api_secret_file: \\S+", "api_secret: secret");
    }

    private void launch(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        processes.launch(program.getFileName().toString(), command);
    }

    private void awaitReady(int port) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() ->
                        RestAssured.get("http://127.0.0.1:" + port + "/-/ready").statusCode() == 200);
    }

    /** The samples of an instant query. */
    List<JsonNode> query(String expression) {
        try {
            JsonNode answer = new ObjectMapper()
                    .readTree(RestAssured.given()
                            .queryParam("query", expression)
                            .get("http://127.0.0.1:" + prometheusPort + "/api/v1/query")
                            .asByteArray());
            if (!answer.path("status").asText().equals("success")) {
                throw new AssertionError(expression + ": " + answer);
            }
            return Board.children(answer.at("/data/result")).toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What the receiver was told of an alert, oldest first. */
    Stream<JsonNode> told(String alert, String status) {
        return messages.stream()
                .filter(message -> message.path("receiver").asText().equals("machines"))
                .flatMap(message -> Board.children(message.get("alerts")))
                .filter(one -> one.at("/labels/alertname").asText().equals(alert))
                .filter(one -> one.path("status").asText().equals(status));
    }

    @Override
    public void close() {
        receiver.stop(0);
        processes.close();
    }
}
