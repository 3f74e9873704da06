package org.targetwatch.bulletin;

import java.math.BigDecimal;
import java.util.List;
import org.targetwatch.bulletin.Bulletin.Block.Grid;
import org.targetwatch.bulletin.Bulletin.Block.Paragraph;
import org.targetwatch.bulletin.Bulletin.Block.Subheading;
import org.targetwatch.bulletin.Bulletin.Chapter;
import org.targetwatch.bulletin.Bulletin.Head;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.bulletin.Bulletin.Source;

/** A small bulletin with one of everything. */
final class Sample {
    static final String ODD = "原因：<script>alert(1)</script> & “引号” 'x'";

    private Sample() {}

    static Bulletin bulletin() {
        return new Bulletin(
                new Head(
                        "leshan-2020",
                        "2020-09",
                        3,
                        List.of("关于某计划", "的通报"),
                        "第3期",
                        "（数据截至2020年9月30日）",
                        "2020-10-09T00:00:00Z",
                        "2020-10-10T01:02:03Z",
                        "li",
                        1,
                        null),
                List.of(new Chapter(
                        "一、总体情况",
                        List.of(new Subheading("（一）小标题"), new Paragraph(List.of(Phrase.of(ODD))), grid("比较1", "表1")))),
                List.of(grid("附表1", "附表1")),
                List.of("乐山市教育局", "2020年10月10日"),
                List.of("数据版本：某时。"),
                List.of());
    }

    static Grid grid(String name, String caption) {
        return new Grid(
                name,
                caption,
                List.of("指标", "累计", "比序时"),
                List.of(3, 2, 1),
                List.of(
                        List.of(Phrase.of("投资"), number("12.35亿元", "12.345678"), number("慢9.1", "9.1")),
                        List.of(Phrase.of(ODD), number("-0.5个百分点", "-0.5"), number("持平", "0"))),
                "注：甲。");
    }

    static Phrase number(String text, String number) {
        return new Phrase(
                text,
                new BigDecimal(number),
                new Source("major-project-investment", "511100", "2020-09", "actual", BigDecimal.ONE));
    }
}
