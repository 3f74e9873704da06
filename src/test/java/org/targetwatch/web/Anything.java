package org.targetwatch.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server of its own, for a test that may leave anything behind. */
public final class Anything implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("targetwatch.business-date", "2020-11-09", "targetwatch.due-day", "5");
    }
}
