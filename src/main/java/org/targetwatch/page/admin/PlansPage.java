package org.targetwatch.page.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.PlanActs;
import org.targetwatch.page.Address;
import org.targetwatch.page.Said;
import org.targetwatch.page.Shell;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** 工作要点: which plans there are, and next year's from this one's. */
@Path(PlansPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.ADMINS)
public class PlansPage {
    static final String ADDRESS = "/admin/plans";

    private final Shell shell;
    private final CallersPlans plans;
    private final PlanActs acts;
    private final PlansDesk desk;

    PlansPage(Shell shell, CallersPlans plans, PlanActs acts, PlansDesk desk) {
        this.shell = shell;
        this.plans = plans;
        this.acts = acts;
        this.desk = desk;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plans(List<PlanLine> lines, Said said);

        static native TemplateInstance rollover(String from, String name, RolloverFields fields, Said said);
    }

    /** @param made the code of a plan that was rolled over a moment ago */
    @GET
    @Operation(hidden = true)
    public TemplateInstance all(@QueryParam("made") @Nullable String made) {
        List<PlanLine> lines = desk.all();
        boolean known = lines.stream().anyMatch(line -> line.code().equals(made));
        Text notice = known
                ? Text.of(
                        "已结转 %s。目标值待定，请逐项设定。",
                        "%s was made. Its targets are undecided until they are set.", String.valueOf(made))
                : null;
        return shell.show(Templates.plans(lines, Said.done(notice, shell.language())));
    }

    @GET
    @Path("/{plan}/rollover")
    @Operation(hidden = true)
    public TemplateInstance ask(@PathParam("plan") String code) {
        Plan plan = plans.require(code);
        return form(plan, RolloverFields.proposed(plan), Said.NOTHING);
    }

    private TemplateInstance form(Plan plan, RolloverFields fields, Said said) {
        String name = new Text(plan.name(), plan.english()).in(shell.language());
        return shell.show(Templates.rollover(plan.code(), name, fields, said));
    }

    @POST
    @Path("/{plan}/rollover")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response rollOver(@PathParam("plan") String code, MultivaluedMap<String, String> form) {
        RolloverFields fields = RolloverFields.of(form);
        try {
            String made = acts.rollOver(code, fields.form()).plan().code();
            return Response.seeOther(
                            URI.create(Address.of(ADDRESS).with("made", made).toString()))
                    .build();
        } catch (Problem refusal) {
            return shell.answer(form(plans.require(code), fields, Said.refused(refusal, shell.language())));
        }
    }
}
