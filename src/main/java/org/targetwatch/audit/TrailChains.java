package org.targetwatch.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.TrailReader.FoundHead;

/** The chains of events: one for each plan, and the server's. */
@ApplicationScoped
class TrailChains implements ChainSource {
    private final TrailReader reader;

    TrailChains(TrailReader reader) {
        this.reader = reader;
    }

    /** In one snapshot, so that what is being written meanwhile looks like no break. */
    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void walk(@Nullable String plan, Consumer<Walked> found) {
        reader.beginSnapshot();
        reader.heads(plan).forEach(head -> found.accept(walk(head)));
    }

    private Walked walk(FoundHead found) {
        Chain.Walk walk = new Chain.Walk();
        reader.each(found.chain(), event -> walk.meet(event.link()));
        String plan = found.chain().equals(Subject.SERVER) ? null : found.chain();
        return new Walked("events", plan, null, walk.links(), walk.endAt(found.head()));
    }
}
