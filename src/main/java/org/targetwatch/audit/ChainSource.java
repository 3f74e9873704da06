package org.targetwatch.audit;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something that keeps its records in chains. */
public interface ChainSource {

    /**
     * A chain that was walked.
     *
     * @param kind what its records are: {@code revisions}, {@code closings}, {@code events}
     * @param plan null for the server's own chain
     * @param region null where the chain is the whole plan's
     * @param links how many records it holds
     * @param broken the first place where it is not what was written; empty for a whole chain
     */
    record Walked(
            String kind, @Nullable String plan, @Nullable String region, long links, Optional<Chain.Break> broken) {}

    /** Walks every chain of {@code plan} (null: of all plans), one in memory at a time. */
    void walk(@Nullable String plan, Consumer<Walked> found);
}
