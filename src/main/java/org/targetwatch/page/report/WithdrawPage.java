package org.targetwatch.page.report;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Withdrawals;
import org.targetwatch.page.Line;
import org.targetwatch.page.Names;
import org.targetwatch.page.RevisionView;
import org.targetwatch.page.Said;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Shown;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** 撤回: takes a figure back that should never have been sent, and asks why. An empty field of the form never does. */
@Path(WithdrawPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
public class WithdrawPage {
    static final String ADDRESS = "/report/withdraw";

    private final Shell shell;
    private final ReportDesk desk;
    private final Withdrawals withdrawals;

    WithdrawPage(Shell shell, ReportDesk desk, Withdrawals withdrawals) {
        this.shell = shell;
        this.desk = desk;
        this.withdrawals = withdrawals;
    }

    /** The figure in question. @param back the form that it stands in */
    record WithdrawView(
            String plan,
            String regionCode,
            String periodCode,
            String indicator,
            String name,
            String region,
            String period,
            String value,
            String back) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance withdraw(WithdrawView view, Said said);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("region") @Nullable String region,
            @QueryParam("period") @Nullable String period,
            @QueryParam("indicator") @Nullable String code) {
        return page(desk.read(plan, region, period), String.valueOf(code), Said.NOTHING);
    }

    private TemplateInstance page(ReportReading reading, String code, Said said) {
        Indicator indicator = reading.plan().requireIndicator(code);
        Figure figure = reading.standing(indicator)
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "%s 没有 %s 在 %s 的数据可撤回。",
                        "There is no figure of %s for %s in %s to take back.",
                        Names.of(reading.plan(), reading.region()),
                        new Text(indicator.name(), indicator.english()),
                        reading.period())));
        return shell.show(Templates.withdraw(view(reading, indicator, figure), said));
    }

    private WithdrawView view(ReportReading reading, Indicator indicator, Figure figure) {
        Language language = shell.language();
        return new WithdrawView(
                reading.plan().code(),
                reading.region(),
                reading.period().toString(),
                indicator.code(),
                Line.name(indicator, language),
                Names.of(reading.plan(), reading.region(), language),
                Shown.month(reading.period(), language),
                RevisionView.amount(figure.amount(), indicator.measure(), language),
                ReportDesk.address(reading).toString());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(
            @RestForm @Nullable String plan,
            @RestForm @Nullable String region,
            @RestForm @Nullable String period,
            @RestForm @Nullable String indicator,
            @RestForm @Nullable String reason) {
        ReportReading reading = desk.read(plan, region, period);
        Figure.Key key = new Figure.Key(String.valueOf(indicator), reading.region(), reading.period());
        try {
            withdrawals.withdraw(reading.plan(), key, reason);
            String done = ReportDesk.address(reading)
                    .with("withdrawn", key.indicator())
                    .toString();
            return Response.seeOther(URI.create(done)).build();
        } catch (Problem refusal) {
            return shell.answer(page(reading, key.indicator(), Said.refused(refusal, shell.language())));
        }
    }
}
