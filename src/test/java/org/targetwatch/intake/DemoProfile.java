package org.targetwatch.intake;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The program as it starts with {@code -Dquarkus.profile=demo}. */
public class DemoProfile implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
        return "demo";
    }
}
