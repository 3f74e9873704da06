package org.targetwatch.page.board;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Deliverables;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.page.slip.SlipLine;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.supervision.SlipDesk;

/** 看板: all promises of a region at a glance. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.EVERYBODY)
public class BoardPage {
    private final Shell shell;
    private final Subject subject;
    private final Scorecards scorecards;
    private final Deliverables deliverables;
    private final SlipDesk desk;

    BoardPage(Shell shell, Subject subject, Scorecards scorecards, Deliverables deliverables, SlipDesk desk) {
        this.shell = shell;
        this.subject = subject;
        this.scorecards = scorecards;
        this.deliverables = deliverables;
        this.desk = desk;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance board(BoardView board);
    }

    /** What can be asked of a board. */
    public static class Wish {
        @QueryParam("plan")
        @Nullable
        String plan;

        @QueryParam("office")
        @Nullable
        String office;

        @QueryParam("leader")
        @Nullable
        String leader;

        @QueryParam("commitment")
        @Nullable
        String commitment;

        @QueryParam("status")
        @Nullable
        String status;

        BoardFilter filter() {
            return BoardFilter.of(office, leader, commitment, status);
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance own(@BeanParam Wish wish) {
        return board(wish, null);
    }

    @GET
    @Path("/regions/{region}")
    @Operation(hidden = true)
    public TemplateInstance ofRegion(@PathParam("region") String region, @BeanParam Wish wish) {
        return board(wish, region);
    }

    private TemplateInstance board(Wish wish, @Nullable String asked) {
        Plan plan = subject.plan(wish.plan);
        String region = subject.region(plan, asked);
        BoardFilter filter = wish.filter();
        BoardReading reading = scorecards.read(plan, cards -> BoardReading.of(cards, region, filter));
        return shell.show(Templates.board(BoardView.of(
                reading, deliverables.current(plan.code()), slips(reading), subject.links(plan), shell.language())));
    }

    /** By indicator: the slip of the board's region that is open, the last one where there are several. */
    private Map<String, SlipLine> slips(BoardReading reading) {
        Plan plan = reading.plan();
        return desk.ongoing(plan).stream()
                .filter(slip -> slip.opening().series().region().equals(reading.region()))
                .collect(toMap(
                        slip -> slip.opening().series().indicator(),
                        slip -> SlipLine.of(plan, slip, reading.today(), subject.links(plan), shell.language()),
                        (earlier, later) -> later));
    }
}
