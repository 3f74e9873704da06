package org.targetwatch;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.targetwatch.access.AccountsCommand;
import org.targetwatch.embedded.EmbeddedPostgres;
import org.targetwatch.embedded.StartRefusedException;

/**
 * Starts the program: beside a PostgreSQL of its own, or, where {@code quarkus.datasource.jdbc.url} is configured (environment, system property
 * or {@code config/application.properties}), against that server.
 */
@QuarkusMain
public final class Main {
    private static final String URL = "quarkus.datasource.jdbc.url";

    public static void main(String... arguments) {
        System.setOut(unicode(FileDescriptor.out));
        System.setErr(unicode(FileDescriptor.err));
        SmallRyeConfig config = ConfigUtils.emptyConfigBuilder().build();
        if (isSet(config, "quarkus.otel.exporter.otlp.endpoint")) {
            System.setProperty("quarkus.otel.sdk.disabled", "false");
        }
        Path folder = Path.of(
                config.getOptionalValue("targetwatch.data-dir", String.class).orElse("data"));
        if (arguments.length > 0 && arguments[0].equals(AccountsCommand.NAME)) {
            System.exit(administer(config, folder, List.of(arguments)));
        } else if (isSet(config, URL)) {
            Quarkus.run(arguments);
        } else {
            runEmbedded(folder, arguments);
        }
    }

    /** Commands work beside the running program, through its database. */
    private static int administer(SmallRyeConfig config, Path folder, List<String> arguments) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Connection connection = connect(config, folder)) {
            return new AccountsCommand(connection, in, System.out).run(arguments.subList(1, arguments.size()));
        } catch (SQLException | IOException e) {
            System.err.println(
                    "数据库无法访问，程序是否在运行？ The database cannot be reached; is the program running? " + e.getMessage());
            return StartRefusedException.EXIT_CODE;
        }
    }

    private static Connection connect(SmallRyeConfig config, Path folder) throws SQLException, IOException {
        if (isSet(config, URL)) {
            Properties login = new Properties();
            login.setProperty("user", config.getValue("quarkus.datasource.username", String.class));
            login.setProperty("password", config.getValue("quarkus.datasource.password", String.class));
            return connect(config.getValue(URL, String.class), login);
        }
        EmbeddedPostgres.Running running = EmbeddedPostgres.running(folder)
                .orElseThrow(() -> new IOException(folder.toAbsolutePath().toString()));
        Properties login = new Properties();
        login.setProperty("user", running.service().user());
        login.setProperty("password", running.service().password());
        return connect(running.jdbcUrl(), login);
    }

    private static Connection connect(String url, Properties login) throws SQLException {
        login.setProperty("currentSchema", "targetwatch");
        return DriverManager.getConnection(url, login);
    }

    private static boolean isSet(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    /** A service has no locale of its own, and Java would print its Chinese as question marks. */
    private static PrintStream unicode(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static void runEmbedded(Path dataFolder, String... arguments) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder);
            configure(postgres);
            runBeside(postgres, arguments);
        } catch (StartRefusedException e) {
            System.err.println(e.getMessage());
            System.exit(StartRefusedException.EXIT_CODE);
        }
    }

    private static void configure(EmbeddedPostgres postgres) {
        System.setProperty("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        System.setProperty("quarkus.datasource.username", postgres.service().user());
        System.setProperty("quarkus.datasource.password", postgres.service().password());
        System.setProperty("quarkus.flyway.username", postgres.owner().user());
        System.setProperty("quarkus.flyway.password", postgres.owner().password());
    }

    private static void runBeside(EmbeddedPostgres postgres, String... arguments) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(ended, postgres)));
        ApplicationLifecycleManager.setDefaultExitCodeHandler((exitCode, cause) -> {
            ended.countDown();
            System.exit(exitCode);
        });
        Quarkus.run(arguments);
    }

    /** The database ends last. Quarkus answers its last requests in a shutdown hook too, and hooks run beside each other. */
    private static void closeAfter(CountDownLatch ended, EmbeddedPostgres postgres) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
    }
}
