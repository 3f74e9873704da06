package org.targetwatch.bulletin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Status;

/** 总体情况: who has reported, and how many indicators stand where. */
final class Overview {
    private static final List<Status> ORDER = List.of(
            Status.ACHIEVED,
            Status.ON_TRACK,
            Status.BEHIND,
            Status.FAR_BEHIND,
            Status.MISSED,
            Status.NOT_DUE,
            Status.UNKNOWN,
            Status.NO_TARGET);

    private Overview() {}

    static List<Block> of(Reading reading) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Sentence.paragraph(reported(reading)));
        Map<Status, List<Progress>> byStatus = byStatus(reading);
        blocks.add(Sentence.paragraph(counts(reading, byStatus)));
        blocks.add(grid(byStatus));
        return blocks;
    }

    private static Map<Status, List<Progress>> byStatus(Reading reading) {
        return reading.indicators().stream()
                .collect(groupingBy(Progress::status, () -> new EnumMap<>(Status.class), toList()));
    }

    private static String reported(Reading reading) {
        Map<Boolean, List<RegionMonth>> complete = reading.months().stream()
                .filter(month ->
                        !reading.isCity(month.region()) && !month.reports().isEmpty())
                .collect(partitioningBy(NotInTime::isComplete));
        int all = complete.get(true).size() + complete.get(false).size();
        String start = "截至" + Words.day(reading.period().lastDay()) + "，";
        if (all == 0) {
            return start + "本月没有应由各单位报送的数据。";
        }
        String sentence = start + "应报送" + reading.period().monthOfYear() + "月数据的单位" + all + "个，";
        return complete.get(false).isEmpty() ? sentence + "已全部报齐。" : sentence + rest(reading, all, complete.get(false));
    }

    private static String rest(Reading reading, int all, List<RegionMonth> incomplete) {
        int complete = all - incomplete.size();
        Exact share = Exact.ratio(complete, all).times(Exact.HUNDRED);
        List<String> names =
                incomplete.stream().map(month -> reading.name(month.region())).toList();
        return "已报齐" + complete + "个，报齐率" + Numerals.shown(share) + "%；未报齐" + names.size() + "个，为" + Words.list(names)
                + "。";
    }

    private static String counts(Reading reading, Map<Status, List<Progress>> byStatus) {
        if (byStatus.isEmpty()) {
            return "本月没有纳入通报的指标。";
        }
        String counts = ORDER.stream()
                .filter(byStatus::containsKey)
                .map(status -> word(status) + byStatus.get(status).size() + "项")
                .collect(joining("，"));
        return "纳入通报的指标共" + reading.indicators().size() + "项，其中" + counts + "。";
    }

    private static String word(Status status) {
        return status == Status.UNKNOWN ? "数据不足、暂不评判" : status.chinese();
    }

    private static Block grid(Map<Status, List<Progress>> byStatus) {
        List<List<Phrase>> rows = ORDER.stream()
                .filter(byStatus::containsKey)
                .map(status -> List.of(
                        Phrase.of(word(status)),
                        Phrase.of(String.valueOf(byStatus.get(status).size())),
                        Phrase.of(Words.list(byStatus.get(status).stream()
                                .map(progress -> progress.indicator().name())
                                .toList()))))
                .toList();
        return new Block.Grid("状态", "全市指标状态一览", List.of("状态", "项数", "指标"), List.of(3, 1, 12), rows, "");
    }
}
