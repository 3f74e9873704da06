package org.targetwatch.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.targetwatch.bench.speed.Load.Answer;

/** The process of {@link Load}. */
final class Clients implements AutoCloseable {
    private final Process process;
    private final PrintStream loads;
    private final BufferedReader answers;

    Clients() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        loads = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Has the clients send the {@code number} requests in a file; every one must be answered 200.
     *
     * @param every from one request of a client to its next, or until it was answered if that takes longer
     */
    List<Answer> send(Door where, Path requests, int number, Duration every) {
        loads.println(String.join(
                "\t", where.url(), where.authorization(), requests.toString(), String.valueOf(every.toMillis())));
        List<Answer> all = answers.lines()
                .takeWhile(line -> !line.isEmpty())
                .map(Answer::parse)
                .toList();
        assertThat(all).hasSize(number);
        return all;
    }

    @Override
    public void close() {
        loads.close();
    }
}
