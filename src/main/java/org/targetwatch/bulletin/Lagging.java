package org.targetwatch.bulletin;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.bulletin.BulletinText.Answer;
import org.targetwatch.supervision.Step;

/** 滞后事项清单: who lags in what, why, and what is done by when. */
final class Lagging {
    static final String AWAITED = "待报";

    private final Reading reading;
    private final BulletinText text;

    private Lagging(Reading reading, BulletinText text) {
        this.reading = reading;
        this.text = text;
    }

    static List<Block> of(Reading reading, BulletinText text) {
        return new Lagging(reading, text).blocks();
    }

    private List<Block> blocks() {
        List<Progress> lagging = reading.lagging().toList();
        if (lagging.isEmpty()) {
            return List.of(Sentence.paragraph("无。"));
        }
        long city = lagging.stream()
                .filter(progress -> reading.isCity(progress.card().region()))
                .count();
        Sentence sentence = Sentence.of("滞后、严重滞后和到期未达标的事项共" + lagging.size() + "项")
                .sayCount("，其中全市指标", city, "项")
                .sayCount(city == 0 ? "，均为各单位指标" : "，各单位指标", lagging.size() - city, "项")
                .say("。");
        return List.of(sentence.paragraph(), grid(lagging));
    }

    private Block grid(List<Progress> lagging) {
        AtomicInteger number = new AtomicInteger();
        List<List<Phrase>> rows = new ArrayList<>();
        lagging.forEach(progress -> rows.add(row(number.incrementAndGet(), progress)));
        return new Block.Grid(
                "滞后事项",
                "滞后事项清单",
                List.of("序号", "责任单位", "事项", "完成情况", "进度对比", "状态", "原因", "措施", "新的完成时限"),
                List.of(5, 11, 17, 12, 13, 8, 13, 13, 11),
                rows,
                "注：“待报”表示责任单位尚未说明。");
    }

    private List<Phrase> row(int number, Progress progress) {
        Optional<Answer> answer = text.answer(progress.card().series());
        Optional<Step> reply = Supervised.reply(reading, progress.card().series());
        return List.of(
                Phrase.of(String.valueOf(number)),
                Phrase.of(unit(progress)),
                Phrase.of(progress.indicator().name()),
                progress.actual().orElse(Numerals.NONE),
                progress.pace(reading.plan().regions()).orElse(Numerals.NONE),
                Phrase.of(progress.status().chinese()),
                said(answer.map(Answer::reason), reply.map(Step::reason)),
                said(answer.map(Answer::measure), reply.map(Step::measure)),
                said(answer.map(Answer::newDate), reply.map(Step::until).map(Words::day)));
    }

    /** What was written for the paper, else what was replied to a slip. */
    private static Phrase said(Optional<String> written, Optional<String> replied) {
        return Phrase.of(written.or(() -> replied).orElse(AWAITED));
    }

    /** The city's indicators are answered for by the lead offices. */
    private String unit(Progress progress) {
        return reading.isCity(progress.card().region())
                ? reading.plan().workItem(progress.indicator().workItem()).orElseThrow().leadOffices().stream()
                        .collect(joining("、"))
                : reading.name(progress.card().region());
    }
}
