package org.targetwatch.supervision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.targetwatch.access.Role;
import org.targetwatch.supervision.AlertDesk.Outcome;

/** Where Alertmanager posts what it has to say. */
@Path("/api/v1/alerts")
@Tag(name = "slips")
public class AlertResource {
    private final AlertDesk desk;

    AlertResource(AlertDesk desk) {
        this.desk = desk;
    }

    /**
     * What became of the alerts of a message.
     *
     * @param opened how many opened a slip
     * @param noted how many were noted on one, as fired or as ended
     * @param known how many had been heard of before
     * @param ignored how many are about nothing that is followed up
     */
    @Schema(name = "AlertsTaken")
    public record Taken(int opened, int noted, int known, int ignored) {
        static Taken of(List<Outcome> outcomes) {
            return new Taken(
                    Collections.frequency(outcomes, Outcome.OPENED),
                    Collections.frequency(outcomes, Outcome.NOTED),
                    Collections.frequency(outcomes, Outcome.KNOWN),
                    Collections.frequency(outcomes, Outcome.IGNORED));
        }
    }

    @POST
    @RolesAllowed(Role.REVIEWERS)
    @Operation(
            summary = "接收 Alertmanager 告警 · a webhook of Alertmanager (form 4)",
            description =
                    "An alert named in targetwatch.supervision.alerts opens a slip, or is noted on the one that is open for"
                            + " its indicator and region. The same alert again does nothing; its end is noted on the slip. Send it with a token of a reviewer: alerts about"
                            + " indicators of other offices are ignored.")
    public Taken take(AlertMessage message) {
        return Taken.of(desk.take(message));
    }
}
