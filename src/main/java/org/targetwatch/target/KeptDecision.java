package org.targetwatch.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/**
 * A decision as it is kept, without the catalogue that says how to read it: its indicator may be gone, or mean something
 * else by now. Values in base units.
 *
 * @param value what an at-least or at-most target says
 * @param low with {@code high}: what a target between two lines says
 * @param trajectory in the form catalogue files use
 */
public record KeptDecision(
        Series series,
        int number,
        Period from,
        @Nullable BigDecimal value,
        @Nullable BigDecimal stretch,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal baseline,
        JsonNode trajectory,
        String reason,
        Instant recordedAt,
        String recordedBy) {}
