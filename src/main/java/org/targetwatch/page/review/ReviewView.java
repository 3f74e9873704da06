package org.targetwatch.page.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.figure.ReportCalendar.Report;
import org.targetwatch.measure.Period;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.page.Shown;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * What came in for a month, in the reader's language.
 *
 * @param decides whether this reader decides about anything
 * @param decidable whether about anything that is listed
 * @param more how many match beyond those listed
 * @param replies how many slips were replied to and wait for the reader
 * @param missing what the one region that is looked at has not reported
 */
record ReviewView(
        String plan,
        String title,
        String period,
        String periodCode,
        String region,
        String regionCode,
        String dueDay,
        String show,
        String whose,
        boolean decides,
        boolean decidable,
        List<Tab> tabs,
        List<Option> regions,
        List<Option> periods,
        List<ReviewLine> lines,
        int more,
        List<String> missing,
        ReviewCalendar calendar,
        ReviewMonth month,
        @Nullable Paper bulletin,
        long replies,
        ReviewSaid said) {

    /** A way to look at the month's figures, and how many there are. */
    record Tab(String word, String href, long number, boolean chosen) {}

    /** The month's bulletin. @param number null while it is a draft */
    record Paper(@Nullable Integer number, String page, String docx, String xlsx) {}

    /** Who looks, and when. */
    record Reader(boolean decides, LocalDate today, ZoneId zone, Language language) {}

    static ReviewView of(ReviewReading reading, ReviewWish wish, ReviewSaid said, Links links, Reader reader) {
        return new Maker(reading, wish, said, links, reader, reader.language()).view();
    }

    private record Maker(
            ReviewReading reading, ReviewWish wish, ReviewSaid said, Links links, Reader reader, Language language) {
        ReviewView view() {
            List<ReviewLine> lines = reading.shown().stream()
                    .map(one -> ReviewLine.of(one, reading, said, links, reader.zone(), language))
                    .toList();
            String region = reading.region();
            return new ReviewView(
                    reading.plan().code(),
                    new Text(reading.plan().name(), reading.plan().english()).in(language),
                    Shown.month(reading.period(), language),
                    reading.period().toString(),
                    region == null ? "" : Names.of(reading.plan(), region, language),
                    region == null ? "" : region,
                    Shown.day(reading.plan().dueDays().of(reading.period()), language),
                    reading.show().code(),
                    wish.isOfAllOffices() ? ReviewWish.ALL : "",
                    reader.decides(),
                    lines.stream().anyMatch(ReviewLine::decidable),
                    Stream.of(ReviewShow.values()).map(this::tab).toList(),
                    regions(),
                    periods(),
                    lines,
                    reading.matching() - lines.size(),
                    missing(),
                    ReviewCalendar.of(reading, wish.address(), reader.today(), language),
                    ReviewMonth.of(reading, reader.today(), reader.zone(), language),
                    paper(),
                    reading.replies(),
                    said);
        }

        private Tab tab(ReviewShow show) {
            return new Tab(
                    show.word().in(language),
                    wish.address().with("show", show.code()).toString(),
                    reading.arrived().stream()
                            .filter(one -> one.own() || wish.isOfAllOffices() || !reader.decides())
                            .filter(one -> show.takes(one.current().entry().state(), one.isOdd()))
                            .count(),
                    show == reading.show());
        }

        private List<Option> regions() {
            return reading.month().stream()
                    .map(RegionMonth::region)
                    .map(region -> new Option(
                            region, Names.of(reading.plan(), region, language), region.equals(reading.region())))
                    .toList();
        }

        private List<Option> periods() {
            return reading.calendar().stream()
                    .flatMap(months -> months.stream().limit(1))
                    .map(RegionMonth::period)
                    .map(month ->
                            new Option(month.toString(), Shown.month(month, language), month.equals(reading.period())))
                    .toList();
        }

        private List<String> missing() {
            return reading.month().stream()
                    .filter(month -> month.region().equals(reading.region()))
                    .flatMap(month -> Stream.of(Report.RETURNED, Report.MISSING)
                            .flatMap(report -> month.indicators(report).stream()))
                    .map(code -> Line.name(reading.plan().requireIndicator(code), language))
                    .toList();
        }

        /** Whoever sees this page may read the draft of a month that is over. */
        private @Nullable Paper paper() {
            Period period = reading.period();
            if (!reading.ended() && reading.bulletin().isEmpty()) {
                return null;
            }
            String path =
                    "/api/v1/plans/%s/bulletins/%s".formatted(reading.plan().code(), period);
            return new Paper(
                    reading.bulletin().map(issued -> issued.number()).orElse(null),
                    links.address("/bulletins/" + period).toString(),
                    path + ".docx",
                    path + ".xlsx");
        }
    }
}
