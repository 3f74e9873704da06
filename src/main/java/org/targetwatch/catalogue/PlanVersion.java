package org.targetwatch.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What was known of a plan from one moment on, whole, in the form in which the catalogue keeps what its files say.
 *
 * @param regions what the file of the regions said then
 * @param content what the file of the plan said
 */
public record PlanVersion(Instant recordedAt, JsonNode regions, JsonNode content) {
    /** Whether whoever reads both learns nothing new from the second. */
    public boolean saysTheSameAs(PlanVersion other) {
        return regions.equals(other.regions) && content.equals(other.content);
    }
}
