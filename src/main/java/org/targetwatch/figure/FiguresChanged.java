package org.targetwatch.figure;

import java.util.List;
import org.targetwatch.measure.Period;

/** Fired once per transaction, inside it, when current figures change. */
public record FiguresChanged(String plan, List<Change> changes) {

    /** The figures of one series changed; {@code fromPeriod} is the earliest that did. */
    public record Change(String indicator, String region, Period fromPeriod) {}

    public FiguresChanged {
        changes = List.copyOf(changes);
    }
}
