package org.targetwatch.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.supervision.Finding;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.Step;

/** 督办事项: the slips that are open, and what was answered. */
final class Supervised {
    private Supervised() {}

    static List<Block> of(Reading reading) {
        if (reading.slips().isEmpty()) {
            return List.of(Sentence.paragraph("无。"));
        }
        List<Slip> open = reading.slips().stream().filter(Slip::isOpen).toList();
        long overdue =
                open.stream().filter(slip -> slip.isOverdue(reading.today())).count();
        Sentence sentence = Sentence.of("在办督办单" + open.size() + "件")
                .sayCount("，其中逾期", overdue, "件")
                .sayCount("；已办结", reading.slips().size() - open.size(), "件")
                .say("。");
        return open.isEmpty() ? List.of(sentence.paragraph()) : List.of(sentence.paragraph(), grid(reading, open));
    }

    /** What was last replied to an open slip about {@code series}, unless the office has sent it back. */
    static Optional<Step> reply(Reading reading, Series series) {
        return reading.slips().stream()
                .filter(slip -> slip.isOpen() && slip.opening().series().equals(series))
                .flatMap(slip -> slip.standingReply().stream())
                .reduce((earlier, later) -> later);
    }

    private static Block grid(Reading reading, List<Slip> open) {
        List<List<Phrase>> rows = new ArrayList<>();
        open.forEach(slip -> rows.add(row(reading, slip)));
        return new Block.Grid(
                "督办事项",
                "在办督办单",
                List.of("编号", "责任单位", "事项", "督办依据", "发出日期", "状态", "应回复或完成日期", "原因", "措施"),
                List.of(6, 12, 18, 12, 13, 11, 14, 12, 12),
                rows,
                note(reading, open));
    }

    /** A paper is written after the next month's figures have come, and slips do not wait for it. */
    private static String note(Reading reading, List<Slip> open) {
        boolean isLater =
                open.stream().anyMatch(slip -> slip.opening().finding().period().isAfter(reading.period()));
        String later = isLater
                ? "“督办依据”为发出督办单时的最新数据，月份晚于" + Words.month(reading.period()) + "的，与本通报所列状态可能不同；"
                : "“督办依据”为发出督办单时的数据；";
        return "注：" + later + "“待报”表示责任单位尚未回复。";
    }

    private static List<Phrase> row(Reading reading, Slip slip) {
        Optional<Step> reply = slip.standingReply();
        int year = reading.period().year();
        String late = slip.isOverdue(reading.today()) ? "（逾期）" : "";
        return List.of(
                Phrase.of(String.valueOf(slip.number())),
                Phrase.of(unit(reading, slip)),
                Phrase.of(reading.plan()
                        .requireIndicator(slip.opening().series().indicator())
                        .name()),
                Phrase.of(cause(slip.opening().finding(), year)),
                Phrase.of(Words.day(slip.first().day(), year)),
                Phrase.of(slip.state().phase().words().zh() + late),
                slip.state()
                        .due()
                        .or(() -> reply.map(Step::until))
                        .map(day -> Phrase.of(Words.day(day, year)))
                        .orElse(Numerals.NONE),
                Phrase.of(reply.map(Step::reason).orElse(Lagging.AWAITED)),
                Phrase.of(reply.map(Step::measure).orElse(Lagging.AWAITED)));
    }

    /** {@code 10月滞后}. */
    private static String cause(Finding finding, int year) {
        Period period = finding.period();
        String month = period.year() == year ? period.monthOfYear() + "月" : Words.month(period);
        return month + finding.status().chinese();
    }

    private static String unit(Reading reading, Slip slip) {
        String region = slip.opening().series().region();
        return reading.isCity(region) ? Words.list(slip.opening().offices()) : reading.name(region);
    }
}
