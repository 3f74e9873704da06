package org.targetwatch.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.intake.IntakeResource.Receipt;
import org.targetwatch.intake.Reporting;
import org.targetwatch.web.BodyUpTo;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** 填报: the form of a region's month, checked before it is sent. */
@Path("/report")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
public class ReportPage {
    private final Shell shell;
    private final ReportDesk desk;
    private final Reporting reporting;
    private final Drafts drafts;
    private final BusinessDate businessDate;
    private final Caller caller;

    ReportPage(
            Shell shell,
            ReportDesk desk,
            Reporting reporting,
            Drafts drafts,
            BusinessDate businessDate,
            Caller caller) {
        this.shell = shell;
        this.desk = desk;
        this.reporting = reporting;
        this.drafts = drafts;
        this.businessDate = businessDate;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportView view);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("region") @Nullable String region,
            @QueryParam("period") @Nullable String period,
            @QueryParam("sent") @Nullable String sent) {
        ReportReading reading = desk.read(plan, region, period);
        Optional<ReportFields> draft = drafts.find(key(reading)).map(ReportFields::new);
        String notice = sent == null ? null : sent(sent);
        ReportView.Speech speech = new ReportView.Speech(ReportSaid.NOTHING, draft.isPresent(), false, notice);
        return page(reading, draft.orElseGet(reading::standing), speech);
    }

    private @Nullable String sent(String number) {
        return number.matches("\\d{1,4}")
                ? Text.of("已报送 %s 项，谢谢。", "%s figures were sent, thank you.", number)
                        .in(shell.language())
                : null;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response post(MultivaluedMap<String, String> form) {
        ReportReading reading = desk.read(form.getFirst("plan"), form.getFirst("region"), form.getFirst("period"));
        ReportFields fields = ReportFields.of(form, reading.asked());
        String action = String.valueOf(form.getFirst("action"));
        return switch (action) {
            case "save" -> save(reading, fields);
            case "send", "confirm" -> send(reading, fields, action.equals("confirm"));
            default -> answer(page(reading, fields, check(reading, fields)));
        };
    }

    private Response save(ReportReading reading, ReportFields fields) {
        drafts.keep(key(reading), fields.typed());
        return back(reading, null);
    }

    private Response send(ReportReading reading, ReportFields fields, boolean confirmed) {
        ReportView.Speech speech = check(reading, fields);
        boolean empty = fields.filled(reading.asked()).isEmpty();
        if (empty || speech.said().refused() || speech.unsure() && !confirmed) {
            return answer(page(reading, fields, speech));
        }
        Receipt receipt = reporting.take(
                reading.plan(),
                fields.form(reading.region(), reading.period(), reading.asked()),
                false,
                shell.language());
        drafts.drop(key(reading));
        return back(reading, receipt.received());
    }

    /** What sending would do, and what stands in its way. */
    private ReportView.Speech check(ReportReading reading, ReportFields fields) {
        List<Indicator> filled = fields.filled(reading.asked());
        if (filled.isEmpty()) {
            Text nothing = new Text("还没有填写任何数据。", "Nothing was filled in yet.");
            return new ReportView.Speech(
                    new ReportSaid(nothing.in(shell.language()), false, Map.of(), List.of()), true, false, null);
        }
        try {
            Receipt receipt = reporting.take(
                    reading.plan(),
                    fields.form(reading.region(), reading.period(), reading.asked()),
                    true,
                    shell.language());
            ReportSaid said = ReportSaid.of(receipt, filled, reading.plan(), summary(receipt), shell.language());
            return new ReportView.Speech(said, true, said.wantsNotes(fields, filled), null);
        } catch (Problem refusal) {
            return new ReportView.Speech(ReportSaid.of(refusal, filled, shell.language()), true, false, null);
        }
    }

    private String summary(Receipt receipt) {
        return Text.of(
                        "可以报送：新增 %s 项，修订 %s 项，未变 %s 项，提醒 %s 条。",
                        "Ready to send: %s new, %s revised, %s unchanged, %s warnings.",
                        receipt.created(),
                        receipt.revised(),
                        receipt.unchanged(),
                        receipt.warningsTotal())
                .in(shell.language());
    }

    @POST
    @Path("/workbook")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyUpTo(setting = "targetwatch.intake.max-xlsx-bytes", bytes = 10 * BodyUpTo.MEGABYTE)
    @Operation(hidden = true)
    public Response workbook(
            @RestForm @Nullable String plan,
            @RestForm @Nullable String region,
            @RestForm @Nullable String period,
            @RestForm @Nullable String action,
            @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        ReportReading reading = desk.read(plan, region, period);
        if (file == null || file.size() == 0) {
            return workbookSaid(
                    reading,
                    new Text("请先选择填好的 Excel 文件。", "Choose the filled-in Excel file first.").in(shell.language()),
                    List.of(),
                    true);
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            Receipt receipt = reporting.take(reading.plan(), content, !"send".equals(action), shell.language());
            return "send".equals(action)
                    ? back(reading, receipt.received())
                    : workbookSaid(
                            reading,
                            summary(receipt),
                            receipt.warnings().stream()
                                    .map(one -> one.message())
                                    .toList(),
                            false);
        } catch (Problem refusal) {
            return workbookSaid(
                    reading,
                    refusal.detail().in(shell.language()),
                    refusal.violations().first().stream()
                            .map(violation -> violation.message().in(shell.language()))
                            .toList(),
                    true);
        }
    }

    private Response workbookSaid(ReportReading reading, String detail, List<String> messages, boolean refused) {
        ReportSaid said = new ReportSaid(detail, refused, Map.of(), messages);
        return answer(page(reading, reading.standing(), new ReportView.Speech(said, false, false, null)));
    }

    private TemplateInstance page(ReportReading reading, ReportFields fields, ReportView.Speech speech) {
        return shell.show(
                Templates.report(ReportView.of(reading, fields, speech, businessDate.today(), shell.language())));
    }

    private static Response answer(TemplateInstance page) {
        return Response.ok(page.render(), "text/html;charset=UTF-8").build();
    }

    /** A page of its own, so that reading it again sends nothing again. */
    private static Response back(ReportReading reading, @Nullable Integer sent) {
        Address address = Address.of("/report")
                .with("plan", reading.plan().code())
                .with("region", reading.region())
                .with("period", reading.period().toString())
                .with("sent", sent == null ? null : sent.toString());
        return Response.seeOther(URI.create(address.toString())).build();
    }

    private Drafts.Key key(ReportReading reading) {
        return new Drafts.Key(caller.name(), reading.plan().code(), reading.region(), reading.period());
    }
}
