package org.targetwatch.reference;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.targetwatch.measure.Seeded;

/** A server with random plans, on 20 September 2020: August's due day has passed, September is on its way. */
public final class RandomWorld implements QuarkusTestProfile {
    static final int PLANS = 10;
    static final int INDICATORS = 200;

    static String code(int plan) {
        return "random-" + plan;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path seeds = Files.createDirectories(Path.of("target", "random-seeds"));
            Files.writeString(seeds.resolve("regions.yaml"), RandomPlans.REGIONS);
            for (int plan = 1; plan <= PLANS; plan++) {
                Files.writeString(
                        seeds.resolve(code(plan) + ".yaml"),
                        RandomPlans.plan(code(plan), INDICATORS, new Seeded(plan)));
            }
            return Map.of("targetwatch.seeds", seeds.toString(), "targetwatch.business-date", "2020-09-20");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
