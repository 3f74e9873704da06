package org.targetwatch.supervision;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server of one's own: what these tests report opens slips, and nobody else's figures do. */
public class Supervised implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "targetwatch.business-date",
                "2020-11-09",
                "targetwatch.supervision.attachment-max-bytes",
                "100000",
                // The day stands still, so that a second month never comes.
                "targetwatch.supervision.recovery-periods",
                "1",
                "targetwatch.digest.addresses.\"基教科\"",
                "education@example.invalid,head@example.invalid",
                "targetwatch.digest.send-at",
                "23:59:59");
    }
}
