package org.targetwatch.bulletin;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.bulletin.Corrections.Change;
import org.targetwatch.bulletin.Corrections.Last;
import org.targetwatch.bulletin.Corrections.Moved;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Status;

/** 修订说明: what the last bulletin would say differently now, and which figures made it so. */
final class CorrectionWords {
    private static final int SHOWN = 100;

    private final Reading reading;
    private final Corrections corrections;

    private CorrectionWords(Reading reading) {
        this.reading = reading;
        this.corrections = reading.corrections();
    }

    static List<Block> of(Reading reading) {
        return new CorrectionWords(reading).blocks();
    }

    static Optional<Block.Grid> annex(Reading reading) {
        return reading.corrections().changes().isEmpty()
                ? Optional.empty()
                : Optional.of(new CorrectionWords(reading).figures());
    }

    private List<Block> blocks() {
        Last last = corrections.last();
        if (last == null) {
            return List.of(Sentence.paragraph("无。本期为首期通报。"));
        }
        String since = "与第" + last.number() + "期通报（" + Words.month(last.period()) + "）相比，";
        List<Block> blocks = new ArrayList<>();
        blocks.add(Sentence.paragraph(since + figuresSentence(last)));
        if (!corrections.moved().isEmpty()) {
            blocks.add(indicators(last));
        }
        blocks.add(Sentence.paragraph("此前各期通报不作改动，修订情况以本说明为准。"));
        return blocks;
    }

    private String figuresSentence(Last last) {
        if (corrections.changes().isEmpty()) {
            return Words.month(last.period()) + "及以前的数据没有修订"
                    + (corrections.moved().isEmpty() ? "。" : "，因目标或评判期变化，下列指标的评判结果有变动。");
        }
        String regions =
                corrections.regions().map(region -> reading.name(region)).collect(joining("、"));
        return Words.month(last.period()) + "及以前的数据修订" + corrections.changes().size() + "项" + kinds()
                + "，涉及" + regions + "，逐项列在附表中"
                + (corrections.moved().isEmpty() ? "，全市指标的结果没有变动。" : "；全市指标的结果变动如下。");
    }

    private String kinds() {
        List<String> kinds = new ArrayList<>();
        count(
                kinds,
                "更正",
                corrections.changes().stream()
                        .filter(one -> one.from() != null && one.to() != null)
                        .count());
        count(
                kinds,
                "补报",
                corrections.changes().stream().filter(one -> one.from() == null).count());
        count(
                kinds,
                "退回或者撤回",
                corrections.changes().stream().filter(one -> one.to() == null).count());
        return "（" + String.join("，", kinds) + "）";
    }

    private static void count(List<String> kinds, String name, long count) {
        if (count > 0) {
            kinds.add(name + count + "项");
        }
    }

    // ---- what was printed ----

    private Block indicators(Last last) {
        return new Block.Grid(
                "指标变动",
                "第" + last.number() + "期通报所列指标的变动",
                List.of("指标", "原通报数", "现为", "原状态", "现状态"),
                List.of(24, 16, 16, 10, 10),
                corrections.moved().stream().map(this::row).toList(),
                "");
    }

    private List<Phrase> row(Moved moved) {
        Progress now = moved.now();
        Exact then = Optional.ofNullable(moved.then().actual()).map(Exact::of).orElse(null);
        return List.of(
                Phrase.of(now.indicator().name()),
                Phrase.of(then == null ? "—" : shown(then, now)),
                now.actual().orElse(Numerals.NONE),
                Phrase.of(Coded.parse(Status.class, moved.then().status())
                        .orElseThrow()
                        .chinese()),
                Phrase.of(now.status().chinese()));
    }

    private static String shown(Exact value, Progress progress) {
        return Numerals.value(value, progress.measure(), progress.card(), "actual")
                .text();
    }

    // ---- which figures ----

    private Block.Grid figures() {
        int more = corrections.changes().size() - SHOWN;
        return new Block.Grid(
                "修订明细",
                "数据修订明细",
                List.of("单位", "指标", "报告期", "原数", "现数", "说明"),
                List.of(14, 24, 10, 18, 18, 24),
                corrections.changes().stream().limit(SHOWN).map(this::row).toList(),
                more > 0 ? "注：另有" + more + "项未列，可在各数据的修订记录中查阅。" : "");
    }

    private List<Phrase> row(Change change) {
        Indicator indicator = reading.plan().requireIndicator(change.indicator());
        Unit unit = unit(indicator, change);
        return List.of(
                Phrase.of(reading.name(change.region())),
                Phrase.of(indicator.name()),
                Phrase.of(Words.month(change.period())),
                Phrase.of(amount(change.from(), unit, "未报送")),
                Phrase.of(amount(change.to(), unit, "已退回或者撤回")),
                Phrase.of(change.why() == null ? "未说明" : change.why()));
    }

    /** One unit for both, and the base unit where a coarser one would hide the difference. */
    private static Unit unit(Indicator indicator, Change change) {
        Unit base = Unit.of(indicator.measure().unit().base());
        if (!(change.from() instanceof Quantity from) || !(change.to() instanceof Quantity to)) {
            Amount one = change.from() == null ? change.to() : change.from();
            return one instanceof Quantity only
                    ? Numerals.fitting(indicator.measure().unit(), Exact.of(only.value()))
                    : base;
        }
        Unit fitting =
                Numerals.fitting(indicator.measure().unit(), List.of(Exact.of(from.value()), Exact.of(to.value())));
        return quantity(from, fitting).equals(quantity(to, fitting)) ? base : fitting;
    }

    private static String amount(@Nullable Amount amount, Unit unit, String none) {
        return amount == null
                ? none
                : amount instanceof Ratio ratio
                        ? plain(ratio.numerator()) + "/" + plain(ratio.denominator())
                        : quantity((Quantity) amount, unit);
    }

    private static String quantity(Quantity quantity, Unit unit) {
        return Numerals.shown(Numerals.inUnit(Exact.of(quantity.value()), unit)) + unit.symbol();
    }

    private static String plain(BigDecimal value) {
        return Exact.of(value).toString();
    }
}
