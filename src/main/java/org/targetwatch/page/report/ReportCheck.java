package org.targetwatch.page.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.intake.IntakeResource.Receipt;
import org.targetwatch.intake.Reporting;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.ViolationAnswer;

/** What sending would do, and what stands in its way: said before anything is sent. */
@ApplicationScoped
class ReportCheck {
    private final Reporting reporting;

    ReportCheck(Reporting reporting) {
        this.reporting = reporting;
    }

    /** @param fields of which at least one number is filled in, or there is nothing to check */
    ReportView.Speech of(ReportReading reading, ReportFields fields, Language language) {
        List<Indicator> filled = fields.filled(reading.asked());
        if (filled.isEmpty()) {
            return speech(ReportSaid.general(new Text("还没有填写任何数据。", "Nothing was filled in yet.").in(language)), false);
        }
        try {
            Receipt receipt = reporting.take(reading.plan(), reading.form(fields), true, language);
            ReportSaid said = ReportSaid.of(receipt, filled, reading.plan(), summary(receipt, language), language);
            return speech(said, said.wantsNotes(fields, filled));
        } catch (Problem refusal) {
            return speech(ReportSaid.of(refusal, filled, language), false);
        }
    }

    private static ReportView.Speech speech(ReportSaid said, boolean unsure) {
        return new ReportView.Speech(said, true, unsure, null);
    }

    /** @throws Problem when the workbook cannot be taken in */
    ReportSaid of(ReportReading reading, InputStream workbook, Language language) throws IOException {
        Receipt receipt = reporting.take(reading.plan(), workbook, true, language);
        return new ReportSaid(
                summary(receipt, language),
                false,
                Map.of(),
                receipt.warnings().stream().map(ViolationAnswer::message).toList());
    }

    private static String summary(Receipt receipt, Language language) {
        return Text.of(
                        "可以报送：新增 %s 项，修订 %s 项，未变 %s 项，提醒 %s 条。",
                        "Ready to send: %s new, %s revised, %s unchanged, %s warnings.",
                        receipt.created(),
                        receipt.revised(),
                        receipt.unchanged(),
                        receipt.warningsTotal())
                .in(language);
    }
}
