package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with TLS and a scrape token, and what becomes of those who keep it waiting. */
class HardenedIT {
    private static final String TOKEN = "scrape-me-0123456789";

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void start() throws Exception {
        writeCertificate("first");
        program = Program.start(
                folder,
                "-Dquarkus.http.ssl-port=0",
                "-Dquarkus.http.tls-configuration-name=https",
                "-Dquarkus.tls.https.key-store.pem.0.cert=" + folder.resolve("tls.crt"),
                "-Dquarkus.tls.https.key-store.pem.0.key=" + folder.resolve("tls.key"),
                "-Dquarkus.tls.https.reload-period=30s",
                "-Dquarkus.http.idle-timeout=5s",
                "-Dquarkus.http.read-timeout=2s",
                "-Dtargetwatch.metrics.scrape-token=" + TOKEN);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /** A key and its own certificate, as an authority's would be: two PEM files, replaced one after the other. */
    private static void writeCertificate(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "key",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        writePem(
                "tls.key",
                "PRIVATE KEY",
                keys.getKey("key", "changeit".toCharArray()).getEncoded());
        writePem("tls.crt", "CERTIFICATE", keys.getCertificate("key").getEncoded());
    }

    private static void writePem(String file, String what, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Path written = Files.writeString(
                folder.resolve(file + ".new"),
                "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
        Files.move(written, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static SSLSocket secure() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAnything()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("127.0.0.1", URI.create(program.secureUrl()).getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String certificateName() throws Exception {
        try (SSLSocket socket = secure()) {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    // ---- TLS ----

    @Test
    void answerOverTls_tellsBrowsersToStayWithIt() throws Exception {
        try (SSLSocket socket = secure()) {
            socket.getOutputStream()
                    .write("GET /q/openapi HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Raw answer = Raw.answer(socket);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        assertThat(Raw.send(URI.create(program.url()), "GET /q/openapi HTTP/1.1", "Host: x")
                        .header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void oldProtocols_areRefused() throws Exception {
        try (SSLSocket socket = secure()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
        }
    }

    @Test
    void certificate_replacedWhileRunning_isShownWithinTheReloadPeriod() throws Exception {
        awaitCertificate("CN=first");
        writeCertificate("second");
        awaitCertificate("CN=second");
    }

    /** A busy machine may take longer for a handshake than this server waits for one. */
    private static void awaitCertificate(String name) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(HardenedIT::certificateName, name::equals);
    }

    // ---- the management port ----

    @Test
    void metrics_withoutTheScrapeToken_areShownToNobody() throws IOException {
        URI management = URI.create(program.managementUrl());
        for (String authorization : List.of("Bearer wrong", "Bearer " + TOKEN + "x", "Basic " + TOKEN, "")) {
            Raw answer = Raw.send(management, "GET /q/metrics HTTP/1.1", "Host: x", "Authorization: " + authorization);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.body()).doesNotContain("targetwatch_", TOKEN);
        }
        RestAssured.given()
                .header("Authorization", "Bearer " + TOKEN)
                .get(program.managementUrl() + "/q/metrics")
                .then()
                .statusCode(200);
        RestAssured.get(program.managementUrl() + "/q/health/ready").then().statusCode(200);
        assertThat(program.output()).doesNotContain(TOKEN);
    }

    // ---- those who keep it waiting ----

    @Test
    void connectionsThatSayNothing_areClosed_andHoldNobodyUp() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < 300; number++) {
                Socket socket = Raw.connect(URI.create(program.url()));
                socket.getOutputStream().write("GET /q/openapi HTTP/1.1\r\nHos".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(Raw.send(URI.create(program.url()), "GET /q/openapi HTTP/1.1", "Host: x")
                            .status())
                    .isEqualTo(200);
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void bodyThatStops_isCutOff_andHoldsNoThread() throws IOException {
        try (Socket socket = Raw.connect(URI.create(program.url()))) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/v1/plans/leshan-2020/figures HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                            + "Authorization: " + As.authorization(URI.create(program.url() + "/"))
                                            + "\r\n"
                                            + "Content-Length: 1000\r\nConnection: close\r\n\r\n{\"figures\": [")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).as("nothing, or a refusal").doesNotContain(" 200 OK");
        }
    }

    /** The certificate is looked at by the test itself. */
    private static final class TrustAnything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
