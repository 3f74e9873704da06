package org.targetwatch.bulletin;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.catalogue.Section;
import org.targetwatch.progress.Status;

/** 分指标进展: every indicator, under the sections of the plan. */
final class Sections {
    private static final List<String> COLUMNS = List.of("指标", "目标", "累计完成", "完成率", "序时目标", "进度对比", "比上月", "预测", "状态");
    private static final List<Integer> WIDTHS = List.of(113, 103, 103, 97, 103, 94, 103, 103, 65);
    private static final String NOTE =
            "注：“累计完成”对时点指标为月末数；“进度对比”中，快、慢是与序时进度相差的百分点，超、差是与目标相差的数，高、低是比上年同期；" + "“预测”为考核月末的估计数；“—”表示不适用或数据不足。";

    private Sections() {}

    static List<Block> of(Reading reading) {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (Section section : reading.plan().sections()) {
            List<Progress> indicators = reading.indicators().stream()
                    .filter(progress -> isOf(reading, progress, section))
                    .toList();
            if (!indicators.isEmpty()) {
                number++;
                blocks.add(new Block.Subheading("（" + Numerals.chinese(number) + "）" + section.name()));
                blocks.addAll(told(reading, indicators));
                blocks.add(grid(reading, number, section, indicators));
            }
        }
        return blocks;
    }

    private static boolean isOf(Reading reading, Progress progress, Section section) {
        return reading.plan()
                        .workItem(progress.indicator().workItem())
                        .orElseThrow()
                        .section()
                == section.number();
    }

    private static List<Block> told(Reading reading, List<Progress> indicators) {
        List<Block> blocks = new ArrayList<>();
        for (Progress progress : indicators) {
            if (progress.status() != Status.NOT_DUE) {
                blocks.add(ProgressSentence.of(
                        blocks.size() + 1, progress, reading.plan().regions()));
            }
        }
        notDue(indicators).ifPresent(sentence -> blocks.add(Sentence.paragraph(sentence)));
        return blocks;
    }

    private static Optional<String> notDue(List<Progress> indicators) {
        List<String> names = indicators.stream()
                .filter(progress -> progress.status() == Status.NOT_DUE)
                .map(progress -> progress.indicator().name())
                .toList();
        String said = Words.list(names);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(said + (names.size() == 1 ? "未到考核期。" : "等" + names.size() + "项指标未到考核期。"));
    }

    private static Block grid(Reading reading, int number, Section section, List<Progress> indicators) {
        return new Block.Grid(
                "进展" + number,
                "表" + number + "　" + section.name() + "指标进展",
                COLUMNS,
                WIDTHS,
                indicators.stream().map(progress -> row(reading, progress)).toList(),
                NOTE);
    }

    private static List<Phrase> row(Reading reading, Progress progress) {
        return List.of(
                Phrase.of(progress.indicator().name()),
                joined(progress.target()),
                progress.actual().orElse(Numerals.NONE),
                progress.rate().orElse(Numerals.NONE),
                progress.expected().orElse(Numerals.NONE),
                progress.pace(reading.plan().regions()).orElse(Numerals.NONE),
                progress.changeCell().orElse(Numerals.NONE),
                progress.forecastCell().orElse(Numerals.NONE),
                Phrase.of(progress.status().chinese()));
    }

    /** One cell holds one number at most: that of the first phrase that has one. */
    static Phrase joined(List<Phrase> phrases) {
        String text = phrases.stream().map(Phrase::text).collect(joining());
        return phrases.stream()
                .filter(phrase -> phrase.number() != null)
                .findFirst()
                .map(first -> new Phrase(text, phrases.size() == 1 ? first.number() : null, first.source()))
                .orElse(Phrase.of(text));
    }
}
