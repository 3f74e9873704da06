package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of what a proxy says about its clients, and of what others say. */
class ForwardedIT {
    private static final String PROXY = "127.0.0.2";
    private static final String STRANGER = "127.0.0.3";
    private static final String OVER_TLS = "X-Forwarded-Proto: https";

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(
                folder,
                "-Dquarkus.http.proxy.proxy-address-forwarding=true",
                "-Dquarkus.http.proxy.trusted-proxies=" + PROXY);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Raw send(String sender, String body, String... head) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getByName("127.0.0.1"),
                URI.create(program.url()).getPort(),
                InetAddress.getByName(sender),
                0)) {
            socket.setSoTimeout(20_000);
            String lines = String.join(
                    "\r\n",
                    Stream.concat(
                                    Stream.of(head),
                                    Stream.of(
                                            "Host: watch.example",
                                            "Connection: close",
                                            "Content-Length: " + body.length()))
                            .toList());
            socket.getOutputStream().write((lines + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            return Raw.answer(socket);
        }
    }

    private static Raw login(String sender, String origin, String... forwarded) throws IOException {
        return send(
                sender,
                "name=admin&password=" + Program.ADMIN_PASSWORD,
                Stream.concat(
                                Stream.of(
                                        "POST /login HTTP/1.1",
                                        "Origin: " + origin,
                                        "Content-Type: application/x-www-form-urlencoded"),
                                Stream.of(forwarded))
                        .toArray(String[]::new));
    }

    @Test
    void cookie_ofABrowserWhoseProxyEndsTls_isSecure() throws IOException {
        Raw answer = login(PROXY, "https://watch.example", OVER_TLS, "X-Forwarded-For: 192.0.2.7");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).contains("targetwatch=tws_", "Secure");
        assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
    }

    @Test
    void cookie_ofWhoeverElseSaysTls_isNot() throws IOException {
        Raw answer = login(STRANGER, "http://watch.example", OVER_TLS, "X-Forwarded-Ssl: on", "Forwarded: proto=https");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).contains("targetwatch=tws_").doesNotContain("Secure");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    private static int guess(String sender, String account, String forwardedFor) {
        String login = Base64.getEncoder().encodeToString((account + ":wrong").getBytes(StandardCharsets.UTF_8));
        try {
            return send(
                            sender,
                            "",
                            "GET /api/v1/me HTTP/1.1",
                            "Authorization: Basic " + login,
                            "X-Forwarded-For: " + forwardedFor)
                    .status();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void guesses_throughTheProxy_areCountedByWhomTheProxySaw() {
        assertThat(IntStream.range(0, 10).map(attempt -> guess(PROXY, "zhang", "192.0.2.1")))
                .containsOnly(401);
        assertThat(guess(PROXY, "zhang", "192.0.2.1")).isEqualTo(429);
        assertThat(guess(PROXY, "zhang", "192.0.2.2")).as("another client").isEqualTo(401);
        assertThat(guess(PROXY, "zhang", "203.0.113.9, 192.0.2.1"))
                .as("a client that says it is another")
                .isEqualTo(429);
    }

    @Test
    void guesses_ofWhoeverElseNamesClients_areCountedAsTheirOwn() {
        assertThat(IntStream.range(0, 10).map(attempt -> guess(STRANGER, "li", "192.0.2." + attempt)))
                .containsOnly(401);
        assertThat(guess(STRANGER, "li", "192.0.2.99")).isEqualTo(429);
        assertThat(guess(PROXY, "li", "192.0.2.99")).as("who was named by it").isEqualTo(401);
    }
}
