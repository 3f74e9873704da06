package org.targetwatch.supervision;

import static java.util.Map.entry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.targetwatch.Processes;

/** A server of one's own: what these tests report opens slips, and nobody else's figures do. */
public class Supervised implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                entry("targetwatch.business-date", "2020-11-09"),
                entry("targetwatch.supervision.attachment-max-bytes", "100000"),
                // The day stands still, so that a second month never comes.
                entry("targetwatch.supervision.recovery-periods", "1"),
                entry("targetwatch.mail.host", "127.0.0.1"),
                entry("targetwatch.mail.port", String.valueOf(Processes.freePort())),
                entry("targetwatch.mail.from", "目标监测 <targetwatch@example.invalid>"),
                entry("targetwatch.digest.addresses.\"基教科\"", "education@example.invalid,head@example.invalid"),
                entry("targetwatch.digest.addresses.\"计财科\"", "finance@example.invalid,gone@example.invalid"),
                entry("targetwatch.digest.addresses.\"技装处\"", "gone@example.invalid"),
                entry("targetwatch.digest.site", "https://targets.example.invalid"),
                // The tests say when.
                entry("targetwatch.digest.send-at", "23:59:59"));
    }

    /** As if the slip had been opened some time ago: the business date stands still in tests. */
    public static void openedEarlier(int number, String due) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = targetwatch");
            statement.execute("UPDATE slip_step SET until = '" + due + "' WHERE seq = 1 AND number = " + number);
            statement.execute("UPDATE slip SET due = '" + due + "' WHERE number = " + number);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
