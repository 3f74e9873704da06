package org.targetwatch.page.slip;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.supervision.SlipDesk;
import org.targetwatch.supervision.SlipForms;
import org.targetwatch.web.Problem;

/** 督办单: the slips, those first with which it is the reader's turn; and a new one. */
@Path("/slips")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.REVIEWERS)
public class SlipsPage {
    private final Shell shell;
    private final Subject subject;
    private final SlipReader reader;
    private final SlipDesk desk;

    SlipsPage(Shell shell, Subject subject, SlipReader reader, SlipDesk desk) {
        this.shell = shell;
        this.subject = subject;
        this.reader = reader;
        this.desk = desk;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance slips(SlipListView view);

        static native TemplateInstance opening(OpeningView view);
    }

    @GET
    @RolesAllowed(Role.EVERYBODY)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam SlipWish wish) {
        return shell.show(Templates.slips(reader.list(subject.plan(wish.plan), wish)));
    }

    /** The form of a new one, for an indicator and a region. */
    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance opening(
            @QueryParam("plan") @Nullable String planCode,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("region") @Nullable String region) {
        Plan plan = subject.plan(planCode);
        return opening(plan, series(plan, indicator, region), SlipSaid.of(null, shell.language()));
    }

    /** Answers 404 where there is no such indicator in such a region. */
    private Series series(Plan plan, @Nullable String indicator, @Nullable String regionCode) {
        String region = subject.region(plan, regionCode);
        return new Series(
                plan.requireIndicator(String.valueOf(indicator), region).code(), region);
    }

    private TemplateInstance opening(Plan plan, Series series, SlipSaid said) {
        return shell.show(Templates.opening(reader.opening(plan, series, said)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response open(MultivaluedMap<String, String> form) {
        Plan plan = subject.plan(form.getFirst("plan"));
        Series series = series(plan, form.getFirst("indicator"), form.getFirst("region"));
        try {
            SlipForms.Open asked = new SlipForms.Open(
                    series.indicator(), series.region(), form.getFirst("reason"), Fields.sent(form, "due"));
            return SlipPage.done(desk.open(plan, asked), subject.links(plan), "open");
        } catch (Problem refusal) {
            SlipSaid said = SlipSaid.refused(refusal, "open", Fields.of(form), shell.language());
            return SlipPage.html(opening(plan, series, said));
        }
    }
}
