package org.targetwatch.page.report;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.intake.Reporting;
import org.targetwatch.page.Shell;
import org.targetwatch.web.BodyUpTo;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** 填报表: the month's form as an Excel file, checked or sent from the page. */
@Path("/report/workbook")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Role.REPORTERS, Role.REVIEWERS})
public class WorkbookPage {
    private final Shell shell;
    private final ReportDesk desk;
    private final ReportCheck check;
    private final Reporting reporting;

    WorkbookPage(Shell shell, ReportDesk desk, ReportCheck check, Reporting reporting) {
        this.shell = shell;
        this.desk = desk;
        this.check = check;
        this.reporting = reporting;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyUpTo(setting = "targetwatch.intake.max-xlsx-bytes", bytes = 10 * BodyUpTo.MEGABYTE)
    @Operation(hidden = true)
    public Response take(
            @RestForm @Nullable String plan,
            @RestForm @Nullable String region,
            @RestForm @Nullable String period,
            @RestForm @Nullable String action,
            @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        ReportReading reading = desk.read(plan, region, period);
        if (file == null || file.size() == 0) {
            return say(reading, ReportSaid.general(noFile().in(shell.language())));
        }
        try (InputStream workbook = Files.newInputStream(file.uploadedFile())) {
            return "send".equals(action) ? send(reading, workbook) : check(reading, workbook);
        } catch (Problem refusal) {
            return say(reading, ReportSaid.ofFile(refusal, shell.language()));
        }
    }

    private static Text noFile() {
        return new Text("请先选择填好的 Excel 文件。", "Choose the filled-in Excel file first.");
    }

    private Response send(ReportReading reading, InputStream workbook) throws IOException {
        int received = reporting
                .take(reading.plan(), workbook, false, shell.language())
                .received();
        return ReportDesk.back(reading, received);
    }

    private Response check(ReportReading reading, InputStream workbook) throws IOException {
        return say(reading, check.of(reading, workbook, shell.language()));
    }

    private Response say(ReportReading reading, ReportSaid said) {
        return desk.answer(reading, reading.standing(), new ReportView.Speech(said, false, false, null));
    }
}
