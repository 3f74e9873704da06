package org.targetwatch.page.review;

import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.Closing;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.page.Shown;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * Whether a month still takes figures, and what can be done about it.
 *
 * @param missing how many figures a closing would leave out
 * @param until a day that is proposed for a reopening
 */
record ReviewMonth(
        boolean ended,
        boolean closable,
        boolean reopenable,
        int missing,
        String today,
        String until,
        List<Option> regions,
        List<Act> history) {
    private static final int DAYS_OPEN = 3;
    private static final int DIGITS = 12;

    /** The month was closed or reopened. */
    record Act(String what, @Nullable String reason, String recorded, String seal) {}

    static ReviewMonth of(ReviewReading reading, LocalDate today, ZoneId zone, Language language) {
        return new ReviewMonth(
                reading.ended(),
                reading.isClosable(),
                reading.isReopenable(),
                reading.month().stream().mapToInt(ReviewCalendar::missing).sum(),
                today.toString(),
                today.plusDays(DAYS_OPEN).toString(),
                regions(reading, language),
                reading.closings().stream()
                        .sorted(comparingLong(Closing::seq).reversed())
                        .map(closing -> act(closing, reading, zone, language))
                        .toList());
    }

    private static List<Option> regions(ReviewReading reading, Language language) {
        String whole = reading.plan().region();
        return Stream.concat(
                        Stream.of(new Option(
                                whole, new Text("全部单位", "all regions").in(language), reading.region() == null)),
                        reading.month().stream()
                                .filter(RegionMonth::closed)
                                .map(RegionMonth::region)
                                .filter(region -> !region.equals(whole))
                                .map(region -> new Option(
                                        region,
                                        Names.of(reading.plan(), region, language),
                                        region.equals(reading.region()))))
                .toList();
    }

    private static Act act(Closing closing, ReviewReading reading, ZoneId zone, Language language) {
        return new Act(
                what(closing, reading).in(language),
                closing.reason(),
                Shown.moment(closing.recordedAt(), zone) + " " + closing.recordedBy(),
                closing.hash().hex().substring(0, DIGITS));
    }

    private static Text what(Closing closing, ReviewReading reading) {
        return closing.what() instanceof Reopened reopened
                ? Text.of(
                        "为%s重新开放至%s",
                        "reopened for %s up to %s", Names.of(reading.plan(), reopened.region()), reopened.until())
                : new Text("关账", "closed");
    }
}
