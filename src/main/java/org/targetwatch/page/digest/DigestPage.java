package org.targetwatch.page.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.supervision.Digest.Kind;
import org.targetwatch.supervision.Digests;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Parameters;

/** 日报、周报: what an office has before it today, and was told on a day that has passed. */
@Path("/digests")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Role.REVIEWERS, Role.LEADERS, Role.ADMINS})
public class DigestPage {
    private static final int DAYS_LISTED = 12;

    private final Shell shell;
    private final Subject subject;
    private final Digests digests;
    private final Caller caller;
    private final BusinessDate businessDate;

    DigestPage(Shell shell, Subject subject, Digests digests, Caller caller, BusinessDate businessDate) {
        this.shell = shell;
        this.subject = subject;
        this.digests = digests;
        this.caller = caller;
        this.businessDate = businessDate;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance digest(DigestView view);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("plan") @Nullable String planCode,
            @QueryParam("office") @Nullable String officeName,
            @QueryParam("kind") @Nullable String kindText,
            @QueryParam("day") @Nullable String dayText) {
        Plan plan = subject.plan(planCode);
        String office = sent(officeName).orElseGet(() -> usual(plan));
        Kind kind = Parameters.optionalWord("kind", sent(kindText).orElse(null), Kind.class)
                .orElse(Kind.DAILY);
        LocalDate today = businessDate.today();
        LocalDate day = sent(dayText)
                .map(text -> Parameters.dayUpTo("day", text, today))
                .orElse(today);
        DigestView.Asked asked = new DigestView.Asked(plan, office, kind, day, today);
        return shell.show(Templates.digest(day.equals(today) ? now(asked) : kept(asked)));
    }

    /** A field that is left empty was not filled in. */
    private static Optional<String> sent(@Nullable String text) {
        return Optional.ofNullable(text).filter(some -> !some.isEmpty());
    }

    /** The reader's own, or else the first there is. */
    private String usual(Plan plan) {
        List<String> offices = Digests.offices(plan);
        return offices.stream()
                .filter(office -> caller.offices().contains(office))
                .findFirst()
                .orElse(offices.get(0));
    }

    private DigestView now(DigestView.Asked asked) {
        return maker(asked).of(digests.today(asked.plan(), asked.office(), asked.kind(), shell.language()));
    }

    private DigestView kept(DigestView.Asked asked) {
        return maker(asked)
                .of(digests.keptWords(asked.plan(), asked.office(), asked.kind(), asked.day())
                        .orElse(null));
    }

    private DigestView.Maker maker(DigestView.Asked asked) {
        List<LocalDate> days = digests.keptDays(asked.plan(), asked.office(), asked.kind(), DAYS_LISTED);
        return new DigestView.Maker(asked, days, subject.links(asked.plan()), shell.language());
    }
}
