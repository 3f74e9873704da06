package org.targetwatch.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Chapter;
import org.targetwatch.bulletin.Bulletin.Head;
import org.targetwatch.catalogue.Plan;

/** Puts the chapters together. The order of the paper is here and nowhere else. */
final class Composer {
    private final Reading reading;
    private final BulletinText text;
    private final @Nullable Issuance issuance;

    /**
     * Which issue of the plan's bulletin this is.
     *
     * @param number from 1, in the order of months
     * @param day 成文日期, the business date
     */
    record Issuance(int number, Instant at, LocalDate day, String by) {}

    private Composer(Reading reading, BulletinText text, @Nullable Issuance issuance) {
        this.reading = reading;
        this.text = text;
        this.issuance = issuance;
    }

    /** @param issuance null for a draft */
    static Bulletin compose(Reading reading, BulletinText text, @Nullable Issuance issuance) {
        return new Composer(reading, text, issuance).bulletin();
    }

    private Bulletin bulletin() {
        return new Bulletin(
                head(),
                chapters(),
                Annexes.of(reading),
                List.of(issuedBy(), Words.day(issuance == null ? reading.today() : issuance.day())),
                notes(),
                reading.indicators().stream().map(Progress::printed).toList());
    }

    private List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        add(chapters, "总体情况", Overview.of(reading));
        add(chapters, "分指标进展", Sections.of(reading));
        add(chapters, "各县（市、区）比较", Counties.of(reading));
        add(chapters, "滞后事项清单", Lagging.of(reading, text));
        add(chapters, "未按时报送单位", NotInTime.of(reading));
        add(chapters, "督办事项", Supervised.of(reading));
        add(chapters, "修订说明", CorrectionWords.of(reading));
        add(chapters, "下一步要求", Demands.of(reading, text));
        return chapters;
    }

    private static void add(List<Chapter> chapters, String name, List<Block> blocks) {
        List<Block> told = blocks.isEmpty() ? List.of(Sentence.paragraph("无。")) : blocks;
        chapters.add(new Chapter(Numerals.chinese(chapters.size() + 1) + "、" + name, told));
    }

    private Head head() {
        return new Head(
                reading.plan().code(),
                reading.period().toString(),
                issuance == null ? null : issuance.number(),
                List.of("关于《" + reading.plan().name() + "》", Words.month(reading.period()) + "目标任务进展情况的通报"),
                issuance == null ? "（草稿，未编期号，未印发）" : "第" + issuance.number() + "期",
                "（数据截至" + Words.day(reading.period().lastDay()) + "）",
                reading.knownAt().toString(),
                stamp().toString(),
                issuance == null ? null : issuance.by(),
                reading.version(),
                reading.closing().map(closing -> closing.hash().hex()).orElse(null));
    }

    private Instant stamp() {
        return issuance == null ? reading.knownAt() : issuance.at();
    }

    private String issuedBy() {
        return Optional.ofNullable(text.issuedBy()).orElseGet(() -> bodyOf(reading.plan()));
    }

    /** 乐山市教育局2020年工作要点 is the bureau's own: what stands before the year is its name. */
    private static String bodyOf(Plan plan) {
        int year = plan.name().indexOf(plan.year() + "年");
        return year > 0
                ? plan.name().substring(0, year)
                : plan.regions().find(plan.region()).orElseThrow().name();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("数据版本：" + Words.moment(reading.knownAt(), reading.zone()) + "以前报送的数据" + "，目录第" + reading.version()
                + "版。");
        notes.add(closed());
        if (issuance != null) {
            notes.add("印发：" + Words.moment(issuance.at(), reading.zone()) + "，经办账号" + issuance.by() + "。");
        }
        return notes;
    }

    private String closed() {
        return new ClosingWords(
                        Words.month(reading.period()) + "数据",
                        reading.closingsOfPeriod(),
                        reading.today(),
                        reading.zone(),
                        reading::name)
                .sentence();
    }
}
