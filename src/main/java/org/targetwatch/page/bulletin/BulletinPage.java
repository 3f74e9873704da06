package org.targetwatch.page.bulletin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.bulletin.Bulletins;
import org.targetwatch.bulletin.Issued;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;

/** 通报: a month's bulletin to look at and to take along. */
@Path("/bulletins")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.EVERYBODY)
public class BulletinPage {
    private static final Set<Role> SEE_DRAFTS = EnumSet.of(Role.REVIEWER, Role.LEADER, Role.ADMIN);

    private final Shell shell;
    private final Subject subject;
    private final Bulletins bulletins;
    private final Caller caller;

    BulletinPage(Shell shell, Subject subject, Bulletins bulletins, Caller caller) {
        this.shell = shell;
        this.subject = subject;
        this.bulletins = bulletins;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bulletin(BulletinView view);
    }

    /** That of the month that has ended last. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance last(@QueryParam("plan") @Nullable String planCode) {
        Plan plan = subject.plan(planCode);
        return page(plan, subject.period(plan, null));
    }

    @GET
    @Path("/{period}")
    @Operation(hidden = true)
    public TemplateInstance ofMonth(@PathParam("period") String period, @QueryParam("plan") @Nullable String planCode) {
        Plan plan = subject.plan(planCode);
        return page(plan, plan.requirePeriod("period", period));
    }

    private TemplateInstance page(Plan plan, Period period) {
        List<Issued> issued = bulletins.issued(plan.code());
        boolean drafts = SEE_DRAFTS.contains(caller.role());
        BulletinView view = BulletinView.of(
                plan, period, subject.period(plan, null), issued, drafts, subject.links(plan), shell.language());
        return shell.show(Templates.bulletin(view));
    }
}
