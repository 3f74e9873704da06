package org.targetwatch;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engineer's own tools see of the program: logs as JSON, and traces. */
class ObservedIT {
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void program_withBothSwitchedOn_namesRequestsInJsonLogsAndSendsTraces() throws IOException {
        Queue<String> traces = new ConcurrentLinkedQueue<>();
        HttpServer collector = collector(traces);
        try (Program program = Program.start(
                folder,
                "-Dquarkus.log.console.json.enabled=true",
                "-Dquarkus.http.access-log.enabled=true",
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                "-Dquarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort())) {
            RestAssured.given().header("X-Request-Id", "seen-in-the-log").get(program.url() + "/api/v1/plans");
            await().atMost(Program.PATIENCE).until(() -> lines(program).stream()
                    .anyMatch(line -> line.at("/mdc/requestId").asText().equals("seen-in-the-log")
                            && line.get("message").asText().contains("/api/v1/plans")));
            await().atMost(Program.PATIENCE)
                    .until(() -> traces.stream().anyMatch(trace -> trace.contains("/api/v1/plans")));
        } finally {
            collector.stop(0);
        }
    }

    /** Takes OTLP over HTTP; strings stand as they are in its binary form. */
    private static HttpServer collector(Queue<String> traces) throws IOException {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            traces.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        return collector;
    }

    private List<JsonNode> lines(Program program) {
        return program.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(this::parsed)
                .toList();
    }

    private JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
