package org.targetwatch.progress;

import java.util.Locale;
import org.targetwatch.measure.Coded;

/** How loudly a card calls; the ordinal (0 to 3) is the value of the metric {@code targetwatch_severity}. */
public enum Severity implements Coded {
    NONE,
    INFO,
    WARNING,
    CRITICAL;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Severity cappedAt(Severity cap) {
        return compareTo(cap) <= 0 ? this : cap;
    }
}
