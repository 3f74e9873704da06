package org.targetwatch.embedded;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Refuses to start on tables that a newer version of the program has changed: an older one would misread and damage them. */
@Singleton
final class SchemaGuard extends BaseCallback implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(this);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public void handle(Event event, Context context) {
        Configuration configuration = context.getConfiguration();
        Arrays.stream(new Flyway(configuration).info().all())
                .filter(SchemaGuard::isNewer)
                .findFirst()
                .ifPresent(SchemaGuard::refuse);
    }

    private static boolean isNewer(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static void refuse(MigrationInfo newer) {
        StartRefusedException refusal = new StartRefusedException(
                "数据库由更新版本的 Targetwatch 写成（表结构版本 %s），本程序版本较旧，不能使用。请改用该版本或更新的版本启动。".formatted(newer.getVersion()),
                "The database was written by a newer version of Targetwatch (schema version %s), which this older program cannot use. Start that version or a later one."
                        .formatted(newer.getVersion()));
        throw new PreventFurtherStepsException(refusal.getMessage(), StartRefusedException.EXIT_CODE);
    }
}
