package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The system gives the port of a program that has ended to another one sooner or later, and then perhaps for its health check. */
    @Test
    void ask_atTheAddressOfAProgramThatHasEnded_isAskedAsNobody() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        As.ask(url, "a password");
        As.forget(url);
        RestAssured.get(url + "/q/health/ready").then().statusCode(200);
        assertThat(asked).containsExactly("/q/health/ready []");
    }
}
