package org.targetwatch.scale;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.targetwatch.Territory;

/** Two provinces of the same depth, a little one and one of the usual size, on a connection that is overheard. */
public final class TwoSizes implements QuarkusTestProfile {
    static final Territory LITTLE = new Territory("little-2020", "L", List.of(2, 5));
    static final Territory LARGE = Territory.PROVINCE;

    @Override
    public Map<String, String> getConfigOverrides() {
        return overrides(LITTLE, LARGE);
    }

    static Map<String, String> overrides(Territory... territories) {
        Path seeds = Territory.writeSeeds(Path.of("target", "seeds-" + territories[0].plan()), territories);
        return Map.of(
                "targetwatch.seeds", seeds.toAbsolutePath().toString(),
                "targetwatch.business-date", "2020-11-05",
                "quarkus.datasource.jdbc.driver", ListeningDriver.class.getName());
    }
}
