package org.targetwatch.page.review;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.figure.ReportCalendar.Report;
import org.targetwatch.page.Address;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** Who reported when: a row per region, a column per month. */
record ReviewCalendar(List<Head> heads, List<Row> rows) {
    /** @param closed whether the month takes figures of nobody any more */
    record Head(String month, String href, boolean closed, boolean chosen) {}

    record Row(String region, String href, List<Cell> cells) {}

    /**
     * @param code of its shape and colour; empty where nothing was asked for
     * @param shown reported of asked for
     */
    record Cell(String code, String shown, String words, String href, boolean chosen) {}

    static ReviewCalendar of(ReviewReading reading, Address page, LocalDate today, Language language) {
        return new Maker(reading, page, today, language).calendar();
    }

    private record Maker(ReviewReading reading, Address page, LocalDate today, Language language) {
        ReviewCalendar calendar() {
            List<List<RegionMonth>> months = reading.calendar();
            int regions = months.isEmpty() ? 0 : months.get(0).size();
            return new ReviewCalendar(
                    months.stream()
                            .filter(month -> !month.isEmpty())
                            .map(this::head)
                            .toList(),
                    IntStream.range(0, regions)
                            .mapToObj(row -> row(months.stream().map(month -> month.get(row))))
                            .toList());
        }

        private Head head(List<RegionMonth> months) {
            RegionMonth any = months.get(0);
            return new Head(
                    Shown.month(any.period(), language),
                    page.with("period", any.period().toString()).toString(),
                    months.stream().allMatch(RegionMonth::closed),
                    any.period().equals(reading.period()));
        }

        private Row row(Stream<RegionMonth> months) {
            List<RegionMonth> all = months.toList();
            String region = all.get(0).region();
            return new Row(
                    Names.of(reading.plan(), region, language),
                    page.with("region", region).toString(),
                    all.stream().map(this::cell).toList());
        }

        private Cell cell(RegionMonth month) {
            int asked = month.reports().size();
            int there = asked - missing(month);
            return new Cell(
                    asked == 0 ? "" : code(month),
                    there + "/" + asked,
                    words(month, asked, there),
                    page.with("region", month.region())
                            .with("period", month.period().toString())
                            .toString(),
                    month.period().equals(reading.period()) && month.region().equals(reading.region()));
        }

        private String code(RegionMonth month) {
            if (missing(month) > 0) {
                return today.isAfter(month.dueDay()) ? "far_behind" : "not_due";
            }
            return month.indicators(Report.LATE).isEmpty() ? "achieved" : "behind";
        }

        private String words(RegionMonth month, int asked, int there) {
            Text counts = Text.of(
                    "%s · %s：应报 %s，已报 %s（迟报 %s），未报 %s（退回 %s）",
                    "%s · %s: %s asked for, %s reported (%s late), %s missing (%s returned)",
                    Names.of(reading.plan(), month.region()),
                    new Text(Shown.month(month.period(), Language.ZH), Shown.month(month.period(), Language.EN)),
                    asked,
                    there,
                    month.indicators(Report.LATE).size(),
                    missing(month),
                    month.indicators(Report.RETURNED).size());
            return counts.in(language) + (month.closed() ? new Text(" · 已关账", " · closed").in(language) : "");
        }
    }

    static int missing(RegionMonth month) {
        return month.indicators(Report.MISSING).size()
                + month.indicators(Report.RETURNED).size();
    }
}
