package org.targetwatch.target;

import java.time.Instant;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Target;

/**
 * A region's target was set or re-planned. It replaces what stood before from {@code from} on; what was judged by the
 * earlier one stays judged by it.
 *
 * @param number 1 for the first decision about this indicator and region
 * @param target values in base units
 */
public record Decision(int number, Period from, Target target, String reason, Instant recordedAt, String recordedBy) {}
