package org.targetwatch.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.measure.Series;
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
                List.of("编号", "责任单位", "事项", "发出日期", "状态", "应回复或完成日期", "原因", "措施"),
                List.of(6, 13, 20, 13, 11, 13, 14, 14),
                rows,
                "注：“待报”表示责任单位尚未回复。");
    }

    private static List<Phrase> row(Reading reading, Slip slip) {
        Optional<Step> reply = slip.standingReply();
        String late = slip.isOverdue(reading.today()) ? "（逾期）" : "";
        return List.of(
                Phrase.of(String.valueOf(slip.number())),
                Phrase.of(unit(reading, slip)),
                Phrase.of(reading.plan()
                        .requireIndicator(slip.opening().series().indicator())
                        .name()),
                Phrase.of(Words.day(slip.first().day())),
                Phrase.of(slip.state().phase().words().zh() + late),
                slip.state()
                        .due()
                        .or(() -> reply.map(Step::until))
                        .map(day -> Phrase.of(Words.day(day)))
                        .orElse(Numerals.NONE),
                Phrase.of(reply.map(Step::reason).orElse(Lagging.AWAITED)),
                Phrase.of(reply.map(Step::measure).orElse(Lagging.AWAITED)));
    }

    private static String unit(Reading reading, Slip slip) {
        String region = slip.opening().series().region();
        return reading.isCity(region) ? Words.list(slip.opening().offices()) : reading.name(region);
    }
}
