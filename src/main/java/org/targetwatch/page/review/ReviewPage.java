package org.targetwatch.page.review;

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
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.OfficeActs;
import org.targetwatch.figure.ReopenForm;
import org.targetwatch.page.Address;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;

/** 审核: what came in for a month, what looks odd about it, and what becomes of it. */
@Path("/review")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.REVIEWERS)
public class ReviewPage {
    private final Shell shell;
    private final Subject subject;
    private final ReviewDesk desk;
    private final OfficeActs office;
    private final BusinessDate businessDate;
    private final Clock clock;

    ReviewPage(
            Shell shell, Subject subject, ReviewDesk desk, OfficeActs office, BusinessDate businessDate, Clock clock) {
        this.shell = shell;
        this.subject = subject;
        this.desk = desk;
        this.office = office;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance review(ReviewView view);
    }

    @GET
    @RolesAllowed({Role.REVIEWERS, Role.LEADERS})
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("period") @Nullable String period,
            @QueryParam("region") @Nullable String region,
            @QueryParam("show") @Nullable String show,
            @QueryParam("whose") @Nullable String whose,
            @QueryParam("done") @Nullable String done,
            @QueryParam("count") @Nullable String count) {
        return page(new ReviewWish(plan, period, region, show, whose), ReviewSaid.of(done, count, shell.language()));
    }

    private TemplateInstance page(ReviewWish wish, ReviewSaid said) {
        ReviewReading reading = desk.read(wish);
        ReviewView.Reader reader =
                new ReviewView.Reader(desk.decides(), businessDate.today(), clock.getZone(), shell.language());
        return shell.show(Templates.review(ReviewView.of(reading, wish, said, subject.links(reading.plan()), reader)));
    }

    /** {@code action} is {@code accept} or {@code return}. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(MultivaluedMap<String, String> form) {
        String action = String.valueOf(form.getFirst("action"));
        List<ReviewPick> picks = ReviewPick.all(form.getOrDefault("pick", List.of()));
        return answer(form, action, wish -> desk.decide(wish, picks, action, form.getFirst("reason")));
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response close(MultivaluedMap<String, String> form) {
        return answer(form, "close", wish -> {
            Plan plan = subject.plan(wish.plan());
            office.close(plan, subject.period(plan, wish.period()), form.getFirst("reason"));
            return 1;
        });
    }

    /** {@code of} is the region that it is reopened for. */
    @POST
    @Path("/reopen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reopen(MultivaluedMap<String, String> form) {
        return answer(form, "reopen", wish -> {
            Plan plan = subject.plan(wish.plan());
            ReopenForm asked = new ReopenForm(form.getFirst("of"), form.getFirst("until"), form.getFirst("reason"));
            office.reopen(plan, subject.period(plan, wish.period()), asked);
            return 1;
        });
    }

    /** Goes on to a page of its own, so that reading it again does nothing again; a refusal is said where it was asked for. */
    private Response answer(MultivaluedMap<String, String> form, String what, ToIntFunction<ReviewWish> act) {
        ReviewWish wish = ReviewWish.of(form);
        try {
            int count = act.applyAsInt(wish);
            Address done = wish.address().with("done", what).with("count", String.valueOf(count));
            return Response.seeOther(URI.create(done.toString())).build();
        } catch (Problem refusal) {
            ReviewSaid said = ReviewSaid.refused(refusal, form, shell.language());
            return shell.answer(page(wish, said));
        }
    }
}
