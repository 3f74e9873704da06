package org.targetwatch.page.target;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Address;
import org.targetwatch.page.Links;
import org.targetwatch.page.Said;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.target.Proposal;
import org.targetwatch.target.TargetActs;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** 目标: what a region is to reach, and by which way; drawn while it is typed. */
@Path(TargetPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Role.REVIEWERS, Role.ADMINS})
public class TargetPage {
    static final String ADDRESS = "/targets";

    private final Shell shell;
    private final Subject subject;
    private final TargetDesk desk;
    private final TargetActs acts;
    private final Caller caller;
    private final Clock clock;

    TargetPage(Shell shell, Subject subject, TargetDesk desk, TargetActs acts, Caller caller, Clock clock) {
        this.shell = shell;
        this.subject = subject;
        this.desk = desk;
        this.acts = acts;
        this.caller = caller;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance target(TargetView view);
    }

    /** @param done the number of a decision that was made a moment ago */
    @GET
    @RolesAllowed({Role.REVIEWERS, Role.LEADERS, Role.ADMINS})
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("region") @Nullable String region,
            @QueryParam("done") @Nullable String done) {
        TargetReading reading = desk.read(plan, indicator, region);
        boolean decided = String.valueOf(reading.seen()).equals(done);
        Text notice = decided
                ? Text.of("第 %s 次决定已保存，从生效月起按它评判。", "Decision %s was stored; it is judged by from its month on.", done)
                : null;
        return page(reading, standing(reading), Optional.empty(), Said.done(notice, shell.language()));
    }

    private static TargetFields standing(TargetReading reading) {
        return TargetFields.standing(
                Optional.ofNullable(reading.timeline().at(reading.now())), reading.indicator(), reading.now());
    }

    private TemplateInstance page(TargetReading reading, TargetFields fields, Optional<Proposal> proposal, Said said) {
        TargetView.Reader reader =
                new TargetView.Reader(caller.role() == Role.ADMIN, clock.getZone(), shell.language());
        Links links = subject.links(reading.plan());
        return shell.show(Templates.target(TargetView.of(reading, fields, proposal, said, links, reader)));
    }

    /** {@code action} is {@code save}; anything else only shows what would be. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response post(MultivaluedMap<String, String> form) {
        TargetReading reading = desk.read(form.getFirst("plan"), form.getFirst("indicator"), form.getFirst("region"));
        TargetFields fields = TargetFields.of(form, reading.plan(), reading.indicator());
        return "save".equals(form.getFirst("action"))
                ? save(reading, fields, form.getFirst("seen"))
                : shell.answer(preview(reading, fields, Said.NOTHING));
    }

    private Response save(TargetReading reading, TargetFields fields, @Nullable String seen) {
        Series series = new Series(reading.indicator().code(), reading.region());
        try {
            int number = acts.decide(
                            reading.plan(),
                            series,
                            fields.form(reading.plan(), reading.indicator()),
                            Parameters.ifMatch(String.valueOf(seen)))
                    .number();
            Address done = address(subject.links(reading.plan()), reading.indicator(), reading.region())
                    .with("done", String.valueOf(number));
            return Response.seeOther(URI.create(done.toString())).build();
        } catch (Problem refusal) {
            return shell.answer(preview(reading, fields, Said.refused(refusal, shell.language())));
        }
    }

    /** What was refused otherwise is said before what is wrong with the form. */
    private TemplateInstance preview(TargetReading reading, TargetFields fields, Said said) {
        try {
            Proposal proposal =
                    acts.propose(reading.plan(), reading.indicator(), fields.form(reading.plan(), reading.indicator()));
            return page(reading, fields, Optional.of(proposal), said);
        } catch (Problem refusal) {
            Said wrong = said.refusal() == null ? Said.refused(refusal, shell.language()) : said;
            return page(reading, fields, Optional.empty(), wrong);
        }
    }

    static Address address(Links links, Indicator indicator, String region) {
        return links.address(ADDRESS).with("indicator", indicator.code()).with("region", region);
    }
}
