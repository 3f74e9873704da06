package org.targetwatch.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door for those who read the trail, who do not learn from it what they may not know. */
@ApplicationScoped
public class Events {
    private final TrailReader reader;
    private final Discretion discretion;

    Events(TrailReader reader, Discretion discretion) {
        this.reader = reader;
        this.discretion = discretion;
    }

    /**
     * Newest first.
     *
     * @param after the {@link EventAnswer#key} of the last one that was read before; null for the first ones
     */
    public List<EventAnswer> newest(EventFilter filter, @Nullable String after, int limit) {
        return reader.newest(filter, EventAnswer.position(after), limit).stream()
                .map(event -> EventAnswer.of(event, discretion))
                .toList();
    }
}
