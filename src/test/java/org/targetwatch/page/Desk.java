package org.targetwatch.page;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server for those who type and decide on pages: nothing reported, on 9 November 2020. Each test has regions of its own. */
public final class Desk implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("targetwatch.business-date", "2020-11-09");
    }
}
