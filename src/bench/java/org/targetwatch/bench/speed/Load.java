package org.targetwatch.bench.speed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The clients, as a program of their own so that their work is not counted as the service's; it stays from load to load, so
 * that its own code is warm. Reads requests from a file, sends those of one client one after the other and those of
 * different clients at the same time, at their pace or as fast as they are answered, and prints how long each answer took;
 * ends at the first that is not 200.
 */
final class Load {
    private final HttpClient http;
    private final Door door;
    private final long everyMillis;

    private Load(HttpClient http, Door door, long everyMillis) {
        this.http = http;
        this.door = door;
        this.everyMillis = everyMillis;
    }

    /**
     * A request of one client.
     *
     * @param body a file; empty for GET
     */
    record Request(int client, String path, String type, String body) {
        static Request get(int client, String path) {
            return new Request(client, path, "", "");
        }

        static Request post(int client, String path, String type, Path body) {
            return new Request(client, path, type, body.toString());
        }

        String line() {
            return String.join("\t", String.valueOf(client), path, type, body);
        }

        static Request parse(String line) {
            String[] fields = line.split("\t", -1);
            return new Request(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]);
        }
    }

    /** Makes the requests of a load. */
    interface Source {
        List<Request> next() throws IOException;
    }

    /** How long an answer took, from the first byte sent to the last received. */
    record Answer(int client, long nanos, long bytes) {
        String line() {
            return client + "\t" + nanos + "\t" + bytes;
        }

        static Answer parse(String line) {
            String[] fields = line.split("\t");
            return new Answer(Integer.parseInt(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
        }
    }

    /**
     * A load is one line of the standard input: where the service is, the authorization (or nothing), the file of requests, and
     * the milliseconds from one request of a client to its next. Its answers end with an empty line.
     */
    public static void main(String... arguments) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        BufferedReader loads = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String load = loads.readLine(); load != null; load = loads.readLine()) {
            String[] fields = load.split("\t", -1);
            Load clients = new Load(http, new Door(fields[0], fields[1]), Long.parseLong(fields[3]));
            clients.play(requests(Path.of(fields[2]))).forEach(answer -> out.println(answer.line()));
            out.println();
            out.flush();
        }
    }

    private static Collection<List<Request>> requests(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(Request::parse)
                .collect(groupingBy(Request::client, TreeMap::new, toList()))
                .values();
    }

    private List<Answer> play(Collection<List<Request>> clients) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            List<Answer> answers = new ArrayList<>();
            List<Future<List<Answer>>> running = new ArrayList<>();
            clients.forEach(requests -> running.add(threads.submit(() -> one(requests))));
            for (Future<List<Answer>> client : running) {
                answers.addAll(client.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Answer> one(List<Request> requests) throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        long next = System.nanoTime();
        for (Request request : requests) {
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            next += TimeUnit.MILLISECONDS.toNanos(everyMillis);
            answers.add(send(request));
        }
        return answers;
    }

    private Answer send(Request request) throws IOException, InterruptedException {
        HttpRequest sent = http(request);
        long start = System.nanoTime();
        var received = http.send(sent, BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - start;
        if (received.statusCode() != 200) {
            String body = new String(received.body(), StandardCharsets.UTF_8);
            throw new IllegalStateException(request.path() + " " + received.statusCode() + " " + body);
        }
        return new Answer(request.client(), nanos, received.body().length);
    }

    private HttpRequest http(Request request) throws IOException {
        HttpRequest.Builder builder = door.request(URI.create(door.url() + request.path()));
        return request.body().isEmpty()
                ? builder.GET().build()
                : builder.header("Content-Type", request.type())
                        .POST(BodyPublishers.ofFile(Path.of(request.body())))
                        .build();
    }
}
