package org.targetwatch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.targetwatch.embedded.EmbeddedPostgres;

/**
 * Real PostgreSQL with its two roles for every {@code @QuarkusTest}, no annotation needed. The server's files stay under {@code target} from run
 * to run, which saves seconds; the schema is emptied at every start of the application.
 */
@WithTestResource(value = DatabaseResource.class, scope = TestResourceScope.GLOBAL)
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = EmbeddedPostgres.start(Path.of("target", "test-database"));
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                "quarkus.datasource.username", postgres.service().user(),
                "quarkus.datasource.password", postgres.service().password(),
                "quarkus.flyway.username", postgres.owner().user(),
                "quarkus.flyway.password", postgres.owner().password(),
                "quarkus.flyway.clean-at-start", "true",
                "targetwatch.data-dir", "target/test-data",
                "targetwatch.admin-password", UUID.randomUUID().toString());
    }

    @Override
    public void stop() {
        postgres.close();
    }
}
