package org.targetwatch.catalogue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The demonstration, looked at in June of the next year: May is due. */
public final class NewYear implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
        return "demo";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("targetwatch.business-date", "2021-06-09");
    }
}
