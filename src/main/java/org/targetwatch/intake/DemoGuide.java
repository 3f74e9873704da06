package org.targetwatch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where to look and what to try, once the demonstration can be reached. */
@ApplicationScoped
class DemoGuide {
    private final Optional<String> folder;
    private final String dataFolder;
    private final String api;
    private final String management;

    DemoGuide(
            @ConfigProperty(name = "targetwatch.demo") Optional<String> folder,
            @ConfigProperty(name = "targetwatch.data-dir", defaultValue = "data") String dataFolder,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.host") String managementHost,
            @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.folder = folder;
        this.dataFolder = dataFolder;
        this.api = "http://%s:%d".formatted(host, port);
        this.management = "http://%s:%d".formatted(managementHost, managementPort);
    }

    void print(@ObservesAsync HttpServerStart started) throws IOException {
        if (folder.isPresent()) {
            System.out.println(text(folder.get()));
        }
    }

    /** The file {@code guide.txt} of the demonstration's folder, with our addresses filled in. */
    String text(String packagedFolder) throws IOException {
        try (InputStream guide =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(packagedFolder + "/guide.txt")) {
            return new String(guide.readAllBytes(), UTF_8)
                    .replace("{api}", api)
                    .replace("{management}", management)
                    .replace("{data}", dataFolder);
        }
    }
}
