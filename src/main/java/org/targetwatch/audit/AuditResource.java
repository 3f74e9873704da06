package org.targetwatch.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Chain.Break;
import org.targetwatch.audit.Chain.Cause;
import org.targetwatch.audit.ChainSource.Walked;

/** Proves that nothing was changed behind the program's back. */
@Path("/api/v1/audit")
@RolesAllowed({"reviewer", "admin"})
@Tag(name = "audit", description = "留痕与核验 · what makes records trustworthy")
public class AuditResource {
    private final Verifier verifier;

    AuditResource(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * What was found.
     *
     * @param intact whether every chain is whole
     * @param chains how many there are
     * @param links how many records they hold
     * @param breaks the first break of each broken chain
     */
    @Schema(name = "Verification")
    public record Verification(Instant verifiedAt, boolean intact, long chains, long links, List<BreakAnswer> breaks) {}

    /**
     * Where a chain breaks.
     *
     * @param kind {@code revisions}, {@code closings}, {@code bulletins} or {@code events}
     * @param plan null for events that belong to no plan
     * @param region whose revisions; null for closings and events
     * @param seq the number of the record in its chain
     * @param cause changed: the record is not the one that was written; missing: it is gone; added: it was never written by
     *     the program; resealed: the chain was written anew since it was sealed; out_of_step: what counts now is not what the
     *     chain says
     */
    @Schema(name = "ChainBreak")
    public record BreakAnswer(String kind, @Nullable String plan, @Nullable String region, long seq, Cause cause) {
        static BreakAnswer of(Walked walked, Break broken) {
            return new BreakAnswer(walked.kind(), walked.plan(), walked.region(), broken.seq(), broken.cause());
        }
    }

    @GET
    @Path("/verify")
    @Operation(
            summary = "核验全部留痕链 · walk every chain and say where one breaks",
            description =
                    "Computes every hash again, compares the seals of closings, and compares what counts now with the"
                            + " last revision. Takes about a second for 100,000 revisions.")
    public Verification verify(@QueryParam("plan") @Nullable String plan) {
        return verifier.verify(plan);
    }
}
