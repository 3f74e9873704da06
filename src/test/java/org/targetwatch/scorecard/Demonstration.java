package org.targetwatch.scorecard;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The Leshan plan with nothing reported, on 9 November 2020: October's due day has passed. */
public final class Demonstration implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("targetwatch.business-date", "2020-11-09");
    }
}
