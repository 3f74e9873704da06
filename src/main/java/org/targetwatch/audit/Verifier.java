package org.targetwatch.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.AuditResource.BreakAnswer;
import org.targetwatch.audit.AuditResource.Verification;

/** Walks chains and says where one breaks. */
@ApplicationScoped
public class Verifier {
    private final Instance<ChainSource> sources;
    private final Clock clock;

    Verifier(Instance<ChainSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** Computes every hash again, of every chain of {@code plan} (null: of all of them). */
    public Verification verify(@Nullable String plan) {
        List<BreakAnswer> breaks = new ArrayList<>();
        long[] counted = new long[2];
        sources.forEach(source -> source.walk(plan, walked -> {
            counted[0]++;
            counted[1] += walked.links();
            walked.broken().ifPresent(broken -> breaks.add(BreakAnswer.of(walked, broken)));
        }));
        return new Verification(clock.instant(), breaks.isEmpty(), counted[0], counted[1], breaks);
    }
}
