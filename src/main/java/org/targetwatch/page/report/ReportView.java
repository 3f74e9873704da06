package org.targetwatch.page.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.figure.ReportCalendar.Report;
import org.targetwatch.measure.Period;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.page.Shown;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * The form of a month in the reader's language.
 *
 * @param pieces which parts of the page a check renews, as htmx wants it
 * @param overdue whether the due day has passed
 * @param unsure whether warnings wait for a note or a second press of the button
 * @param draft whether the form holds what was typed and not what stands
 */
record ReportView(
        String plan,
        String title,
        String region,
        String regionCode,
        String period,
        String periodCode,
        String workbook,
        String dueDay,
        long days,
        boolean overdue,
        boolean closed,
        boolean draft,
        boolean unsure,
        int asked,
        List<ReportLine> missing,
        List<Group> groups,
        Map<String, String> signatures,
        ReportSaid said,
        List<Option> regions,
        List<Option> periods,
        @Nullable String notice,
        String pieces) {

    /** The indicators of one work item. */
    record Group(int number, String name, List<ReportLine> lines) {}

    /** What the page is to say beside the form. */
    record Speech(ReportSaid said, boolean draft, boolean unsure, @Nullable String notice) {
        static final Speech NONE = new Speech(ReportSaid.NOTHING, false, false, null);
    }

    static ReportView of(
            ReportReading reading, ReportFields fields, Speech speech, LocalDate today, Language language) {
        return new Maker(reading, fields, speech, today, language).view();
    }

    private record Maker(
            ReportReading reading, ReportFields fields, Speech speech, LocalDate today, Language language) {
        ReportView view() {
            Plan plan = reading.plan();
            LocalDate due = reading.month().dueDay();
            List<Group> groups = groups();
            List<ReportLine> lines =
                    groups.stream().flatMap(group -> group.lines().stream()).toList();
            return new ReportView(
                    plan.code(),
                    new Text(plan.name(), plan.english()).in(language),
                    Names.of(plan, reading.region(), language),
                    reading.region(),
                    Shown.month(reading.period(), language),
                    reading.period().toString(),
                    "/api/v1/plans/%s/templates/%s/%s.xlsx".formatted(plan.code(), reading.region(), reading.period()),
                    Shown.day(due, language),
                    Math.abs(ChronoUnit.DAYS.between(today, due)),
                    today.isAfter(due),
                    reading.month().closed(),
                    speech.draft(),
                    speech.unsure(),
                    lines.size(),
                    lines.stream().filter(this::isMissing).toList(),
                    groups,
                    ReportFields.SIGNATURES.stream().collect(Collectors.toMap(name -> name, this::signature)),
                    speech.said(),
                    regions(),
                    periods(),
                    speech.notice(),
                    pieces(lines));
        }

        private boolean isMissing(ReportLine line) {
            Report report = reading.month().reports().getOrDefault(line.code(), Report.MISSING);
            return report == Report.MISSING || report == Report.RETURNED;
        }

        private String signature(String name) {
            String typed = fields.get(name);
            return typed.isEmpty() && name.equals("asOf")
                    ? reading.period().lastDay().toString()
                    : typed;
        }

        private List<Group> groups() {
            return reading.plan().workItems().stream()
                    .map(item ->
                            new Group(item.number(), new Text(item.name(), item.english()).in(language), lines(item)))
                    .filter(group -> !group.lines().isEmpty())
                    .toList();
        }

        private List<ReportLine> lines(WorkItem item) {
            return reading.asked().stream()
                    .filter(indicator -> indicator.workItem() == item.number())
                    .map(indicator -> ReportLine.of(indicator, reading, fields, speech.said(), language))
                    .toList();
        }

        private static String pieces(List<ReportLine> lines) {
            return Stream.concat(
                            Stream.of("#verdict", "#actions"), lines.stream().map(line -> "#said-" + line.code()))
                    .collect(Collectors.joining(","));
        }

        private List<Option> regions() {
            Plan plan = reading.plan();
            return plan.seenRegions()
                    .filter(region -> reports(plan, region))
                    .map(region ->
                            new Option(region, Names.of(plan, region, language), region.equals(reading.region())))
                    .toList();
        }

        private static boolean reports(Plan plan, String region) {
            return plan.indicators().values().stream()
                    .anyMatch((Indicator indicator) -> plan.reports(region, indicator));
        }

        /** Months that have begun. */
        private List<Option> periods() {
            return reading.plan()
                    .start()
                    .through(Period.containing(today).earlierOf(reading.plan().lastPeriod()))
                    .map(month ->
                            new Option(month.toString(), Shown.month(month, language), month.equals(reading.period())))
                    .toList();
        }
    }
}
