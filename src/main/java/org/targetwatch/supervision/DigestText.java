package org.targetwatch.supervision;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.supervision.Digest.Lagging;
import org.targetwatch.supervision.Digest.OpenSlip;
import org.targetwatch.supervision.Digest.Report;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** A digest in words, for a mail or a page. */
record DigestText(Digest digest, Language language) {

    String subject() {
        return Text.of(
                        "[目标监测] %s%s（%s）：滞后 %s 项，待报 %s 家，督办单 %s 张",
                        "[Targetwatch] %s, %s (%s): %s lag, %s owe figures, %s slips open",
                        digest.office(),
                        digest.kind().words(),
                        digest.day(),
                        digest.lagging().size(),
                        digest.reports().size(),
                        digest.slips().size())
                .in(language);
    }

    String body() {
        String body = section(new Text("一、滞后的指标", "1. Indicators that lag"), digest.lagging(), this::lagging)
                + section(new Text("二、未报、待报的数据", "2. Figures that are owed"), digest.reports(), this::report)
                + section(new Text("三、未办结的督办单", "3. Slips that are open"), digest.slips(), this::slip);
        return subject() + "\n\n" + body + settled();
    }

    private <T> String section(Text title, List<T> lines, Function<T, Text> words) {
        String listed = lines.isEmpty()
                ? new Text("无。", "None.").in(language)
                : IntStream.range(0, lines.size())
                        .mapToObj(place -> "%d. %s"
                                .formatted(
                                        place + 1, words.apply(lines.get(place)).in(language)))
                        .collect(joining("\n"));
        return title.in(language) + "\n" + listed + "\n\n";
    }

    private Text lagging(Lagging one) {
        return Text.of(
                "%s%s：%s，截至 %s 实际 %s，目标 %s，差 %s；自 %s 起。",
                "%s%s: %s, as of %s actual %s, target %s, missing %s; since %s.",
                mark(one.isNew()),
                one.name(),
                new Text(one.status().chinese(), one.status().english()),
                one.period(),
                number(one.actual(), one.unit()),
                number(one.target(), one.unit()),
                number(one.gap(), one.unit().equals("%") ? points() : one.unit()),
                one.from());
    }

    private String points() {
        return new Text("个百分点", " points").in(language);
    }

    private static Text mark(boolean isNew) {
        return isNew ? new Text("〔新增〕", "[new] ") : new Text("", "");
    }

    private static String number(@Nullable BigDecimal value, String unit) {
        return value == null
                ? "—"
                : (value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString()) + unit;
    }

    private Text report(Report one) {
        String missing = String.join(new Text("、", ", ").in(language), one.missing());
        return one.overdue()
                ? Text.of(
                        "%s %s 逾期未报 %s 项（截止 %s）：%s。",
                        "%1$s owes %3$s of %2$s since %4$s: %5$s.",
                        one.name(),
                        one.period(),
                        one.missing().size(),
                        one.dueDay(),
                        missing)
                : Text.of(
                        "%s %s：%s 截止，尚有未报：%s。",
                        "%s, %s: due on %s, still owed: %s.", one.name(), one.period(), one.dueDay(), missing);
    }

    private Text slip(OpenSlip one) {
        return Text.of(
                "%s%s 号 %s“%s”：%s%s%s。",
                "%sNo. %s, %s, '%s': %s%s%s.",
                mark(one.isNew()),
                one.number(),
                one.regionName(),
                one.name(),
                one.state().words(),
                due(one),
                one.jumped() ? new Text("，数据突变待核实", ", the figure jumped, to be checked") : new Text("", ""));
    }

    private static Text due(OpenSlip one) {
        if (one.dueDay() == null) {
            return new Text("", "");
        }
        return one.overdue()
                ? Text.of("，%s 到期，已逾期", ", was due on %s, overdue", one.dueDay())
                : Text.of("，%s 到期", ", due on %s", one.dueDay());
    }

    private String settled() {
        return Text.of("%s 以来办结督办单 %s 张。\n", "Slips settled since %s: %s.\n", digest.since(), digest.settled())
                .in(language);
    }
}
