package org.targetwatch.page.report;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.intake.IntakeResource.Receipt;
import org.targetwatch.intake.Reporting;
import org.targetwatch.page.Shell;
import org.targetwatch.web.Text;

/** 填报: the form of a region's month, checked before it is sent. */
@Path("/report")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
public class ReportPage {
    private final Shell shell;
    private final ReportDesk desk;
    private final ReportCheck check;
    private final Reporting reporting;
    private final Drafts drafts;
    private final Caller caller;

    ReportPage(Shell shell, ReportDesk desk, ReportCheck check, Reporting reporting, Drafts drafts, Caller caller) {
        this.shell = shell;
        this.desk = desk;
        this.check = check;
        this.reporting = reporting;
        this.drafts = drafts;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("region") @Nullable String region,
            @QueryParam("period") @Nullable String period,
            @QueryParam("sent") @Nullable String sent,
            @QueryParam("withdrawn") @Nullable String withdrawn) {
        ReportReading reading = desk.read(plan, region, period);
        Optional<ReportFields> draft = drafts.find(key(reading)).map(ReportFields::new);
        ReportView.Speech speech =
                new ReportView.Speech(ReportSaid.NOTHING, draft.isPresent(), false, notice(reading, sent, withdrawn));
        return desk.page(reading, draft.orElseGet(reading::standing), speech);
    }

    private @Nullable String notice(ReportReading reading, @Nullable String sent, @Nullable String withdrawn) {
        return sent == null
                ? reading.plan()
                        .indicator(String.valueOf(withdrawn))
                        .filter(indicator -> reading.standing(indicator).isEmpty())
                        .map(indicator -> gone(indicator).in(shell.language()))
                        .orElse(null)
                : thanks(sent);
    }

    private static Text gone(Indicator indicator) {
        return Text.of(
                "已撤回：%s。按未报处理，可随时重新报送。",
                "Taken back: %s. It counts as missing until it is sent again.",
                new Text(indicator.name(), indicator.english()));
    }

    private @Nullable String thanks(String sent) {
        return sent.matches("\\d{1,4}")
                ? Text.of("已报送 %s 项，谢谢。", "%s figures were sent, thank you.", sent)
                        .in(shell.language())
                : null;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response post(MultivaluedMap<String, String> form) {
        ReportReading reading = desk.read(form.getFirst("plan"), form.getFirst("region"), form.getFirst("period"));
        ReportFields fields = ReportFields.of(form, reading.asked());
        return switch (String.valueOf(form.getFirst("action"))) {
            case "save" -> save(reading, fields);
            case "send" -> send(reading, fields, false);
            case "confirm" -> send(reading, fields, true);
            default -> desk.answer(reading, fields, check.of(reading, fields, shell.language()));
        };
    }

    private Response save(ReportReading reading, ReportFields fields) {
        drafts.keep(key(reading), fields.typed());
        return ReportDesk.back(reading, null);
    }

    /** What looks odd is sent once it has a note, or was looked at twice. */
    private Response send(ReportReading reading, ReportFields fields, boolean confirmed) {
        ReportView.Speech speech = check.of(reading, fields, shell.language());
        boolean empty = fields.filled(reading.asked()).isEmpty();
        if (empty || speech.said().refused() || speech.unsure() && !confirmed) {
            return desk.answer(reading, fields, speech);
        }
        Receipt receipt = reporting.take(reading.plan(), reading.form(fields), false, shell.language());
        drafts.drop(key(reading));
        return ReportDesk.back(reading, receipt.received());
    }

    private Drafts.Key key(ReportReading reading) {
        return new Drafts.Key(caller.name(), reading.plan().code(), reading.region(), reading.period());
    }
}
