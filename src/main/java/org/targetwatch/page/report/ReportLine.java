package org.targetwatch.page.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.figure.ReportCalendar.Report;
import org.targetwatch.measure.Measure;
import org.targetwatch.page.Address;
import org.targetwatch.page.Line;
import org.targetwatch.page.RevisionView;
import org.targetwatch.page.Shown;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * One indicator in the form of a month.
 *
 * @param inputs one for a quantity, two for a ratio
 * @param last the figure before, with its month; null without one
 * @param state what became of this month's figure
 * @param returned what was sent back, and why; null when nothing was
 * @param withdraw where it is taken back; null when there is nothing to take back any more
 */
record ReportLine(
        String code,
        String name,
        String quote,
        List<Input> inputs,
        String note,
        @Nullable String last,
        String state,
        String word,
        @Nullable String returned,
        @Nullable String withdraw,
        ReportSaid.Words said) {

    /** A field for a number. */
    record Input(String name, String label, String unit, String value) {}

    static ReportLine of(
            Indicator indicator, ReportReading reading, ReportFields fields, ReportSaid said, Language language) {
        Report report = reading.month().reports().getOrDefault(indicator.code(), Report.MISSING);
        return new ReportLine(
                indicator.code(),
                Line.name(indicator, language),
                indicator.quote(),
                inputs(indicator, fields, language),
                fields.get(ReportFields.name("note", indicator)),
                reading.last(indicator)
                        .map(figure -> RevisionView.amount(figure.amount(), indicator.measure(), language) + " · "
                                + Shown.month(figure.period(), language))
                        .orElse(null),
                state(report),
                word(report).in(language),
                Optional.ofNullable(reading.returned().get(indicator.code()))
                        .map(returned -> returned(returned, indicator, language))
                        .orElse(null),
                withdraw(indicator, reading),
                said.of(indicator));
    }

    private static String returned(ReportReading.Returned returned, Indicator indicator, Language language) {
        return Text.of(
                        "已退回 %s：%s",
                        "%s was returned: %s",
                        RevisionView.amount(returned.amount(), indicator.measure(), language),
                        returned.reason())
                .in(language);
    }

    private static @Nullable String withdraw(Indicator indicator, ReportReading reading) {
        return reading.month().closed() || reading.standing(indicator).isEmpty()
                ? null
                : new Address(WithdrawPage.ADDRESS, ReportDesk.address(reading).parameters())
                        .with("indicator", indicator.code())
                        .toString();
    }

    private static List<Input> inputs(Indicator indicator, ReportFields fields, Language language) {
        if (indicator.measure() instanceof Measure.OfRatio ratio) {
            return List.of(
                    input(
                            "numerator",
                            part(ratio.numerator(), language),
                            Shown.unit(ratio.numerator().unit(), language),
                            indicator,
                            fields),
                    input(
                            "denominator",
                            part(ratio.denominator(), language),
                            Shown.unit(ratio.denominator().unit(), language),
                            indicator,
                            fields));
        }
        return List.of(input(
                "value",
                new Text("本期值", "This month").in(language),
                Shown.unit(indicator.measure().unit(), language),
                indicator,
                fields));
    }

    private static String part(Measure.Part part, Language language) {
        return new Text(part.name(), part.english()).in(language);
    }

    private static Input input(String field, String label, String unit, Indicator indicator, ReportFields fields) {
        String name = ReportFields.name(field, indicator);
        return new Input(name, label, unit, fields.get(name));
    }

    private static String state(Report report) {
        return switch (report) {
            case ON_TIME, LATE -> "done";
            case MISSING -> "not_started";
            case RETURNED -> "overdue";
        };
    }

    static Text word(Report report) {
        return switch (report) {
            case ON_TIME -> new Text("已报", "reported");
            case LATE -> new Text("已报（迟）", "reported late");
            case MISSING -> new Text("未报", "missing");
            case RETURNED -> new Text("已退回", "returned");
        };
    }
}
