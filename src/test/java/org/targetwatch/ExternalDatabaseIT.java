package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.embedded.EmbeddedPostgres;
import org.targetwatch.embedded.Login;

class ExternalDatabaseIT {
    @TempDir
    static Path serverFolder;

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer() {
        server = EmbeddedPostgres.start(serverFolder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void urlInEnvironment_ownerAndService_usesThatServerOnly() {
        Map<String, String> environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", server.service().user(),
                "QUARKUS_DATASOURCE_PASSWORD", server.service().password(),
                "QUARKUS_FLYWAY_USERNAME", server.owner().user(),
                "QUARKUS_FLYWAY_PASSWORD", server.owner().password());
        try (Program program = Program.launch(folder, environment).awaitReady()) {
            assertThatNoServerIsItsOwn(program);
        }
    }

    @Test
    void urlInSystemProperty_ownerAndService_usesThatServerOnly() {
        try (Program program = Program.start(
                folder,
                "-Dquarkus.datasource.jdbc.url=" + server.jdbcUrl(),
                "-Dquarkus.datasource.username=" + server.service(),
                "-Dquarkus.datasource.password=" + server.service().password(),
                "-Dquarkus.flyway.username=" + server.owner(),
                "-Dquarkus.flyway.password=" + server.owner().password())) {
            assertThatNoServerIsItsOwn(program);
        }
    }

    @Test
    void urlInConfigurationFile_oneUserForBoth_usesThatServerOnly() throws IOException {
        Login owner = server.owner();
        Files.writeString(
                Files.createDirectory(folder.resolve("config")).resolve("application.properties"),
                """
                quarkus.datasource.jdbc.url=%s
                quarkus.datasource.username=%s
                quarkus.datasource.password=%s
                """
                        .formatted(server.jdbcUrl(), owner.user(), owner.password()));
        try (Program program = Program.start(folder)) {
            assertThatNoServerIsItsOwn(program);
        }
    }

    private void assertThatNoServerIsItsOwn(Program program) {
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(program.output()).contains(server.jdbcUrl());
    }
}
