package org.targetwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_version, " + Binaries.VERSION
    })
    void server_running_hasSetting(String setting, String value) throws SQLException {
        assertThat(ask(postgres.superuser(), "SHOW " + setting)).containsExactly(value);
    }

    @Test
    void database_created_sortsAndFoldsByUnicode() throws SQLException {
        assertThat(ask(
                        postgres.service(),
                        "SELECT concat(datlocprovider, ' ', datlocale) FROM pg_database WHERE datname = 'targetwatch'"))
                .containsExactly("b C.UTF-8");
    }

    @Test
    void accessRules_read_trustNobody() throws SQLException {
        assertThat(ask(postgres.superuser(), "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
                .containsExactly("scram-sha-256");
    }

    @ParameterizedTest
    @CsvSource({"postgres", "targetwatch_owner", "targetwatch"})
    void connection_withWrongPassword_isRefused(String user) {
        assertThatThrownBy(() -> ask(new Login(user, "guess"), "SELECT 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void folder_created_isReadableByItsOwnerOnly() throws IOException {
        Path data = folder.resolve("data");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("password-")))
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"))
                    .allSatisfy(file -> assertThat(Files.readString(file)).matches("[A-Za-z0-9_-]{43}"));
        }
    }

    @Test
    void login_printed_hidesItsPassword() {
        assertThat(postgres.service()).hasToString("targetwatch");
    }

    private static List<String> ask(Login login, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Stream.Builder<String> found = Stream.builder();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.build().toList();
        }
    }
}
