package org.targetwatch.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.figure.ReportCalendar.Report;

/** 未按时报送单位: who was late, and who has still not reported. */
final class NotInTime {
    private NotInTime() {}

    static List<Block> of(Reading reading) {
        List<RegionMonth> late = reading.months().stream()
                .filter(month -> onTime(month) < month.reports().size())
                .toList();
        String due = "本月数据的报送截止日期为" + Words.day(reading.plan().dueDays().of(reading.period())) + "。";
        if (late.isEmpty()) {
            return List.of(Sentence.paragraph("无。" + due + "各单位均已按时报送。"));
        }
        return List.of(Sentence.paragraph(due + "未按时报送的单位" + late.size() + "个，情况如下。"), grid(reading, late));
    }

    static boolean isComplete(RegionMonth month) {
        return notThere(month).findAny().isEmpty();
    }

    private static Stream<String> notThere(RegionMonth month) {
        return Stream.of(Report.MISSING, Report.RETURNED).flatMap(report -> month.indicators(report).stream());
    }

    private static int onTime(RegionMonth month) {
        return month.indicators(Report.ON_TIME).size();
    }

    private static Block grid(Reading reading, List<RegionMonth> late) {
        List<List<Phrase>> rows = new ArrayList<>();
        late.forEach(month -> rows.add(row(reading, month)));
        return new Block.Grid(
                "未按时报送",
                "未按时报送单位",
                List.of("单位", "应报", "按时", "迟报", "未报", "退回待报", "迟报、未报和退回的指标"),
                List.of(14, 6, 6, 6, 6, 8, 40),
                rows,
                "注：单位为项；“退回待报”是审核退回后尚未重新报送的。");
    }

    private static List<Phrase> row(Reading reading, RegionMonth month) {
        Stream<Phrase> counts = Stream.of(Report.ON_TIME, Report.LATE, Report.MISSING, Report.RETURNED)
                .map(report -> count(month.indicators(report).size()));
        return Stream.of(
                        Stream.of(
                                Phrase.of(name(reading, month)),
                                count(month.reports().size())),
                        counts,
                        Stream.of(Phrase.of(indicators(reading, month))))
                .flatMap(phrases -> phrases)
                .toList();
    }

    private static Phrase count(int count) {
        return Phrase.of(String.valueOf(count));
    }

    private static String name(Reading reading, RegionMonth month) {
        String name = reading.name(month.region());
        return reading.isCity(month.region()) ? name + "本级" : name;
    }

    private static String indicators(Reading reading, RegionMonth month) {
        List<String> names = reading.plan().indicators().values().stream()
                .filter(indicator -> month.reports().getOrDefault(indicator.code(), Report.ON_TIME) != Report.ON_TIME)
                .map(Indicator::name)
                .toList();
        return names.size() == month.reports().size() ? "全部应报指标" : Words.list(names);
    }
}
