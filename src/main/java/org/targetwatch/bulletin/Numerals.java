package org.targetwatch.bulletin;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.bulletin.Bulletin.Source;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Unit;
import org.targetwatch.scorecard.Card;

/**
 * Numbers as official papers write them: in 亿元 and 万个, at most two decimals, half up, without zeros at the end. A number is
 * rounded here and nowhere else.
 */
final class Numerals {
    /** What stands where there is no number. */
    static final Phrase NONE = Phrase.of("—");

    private static final int DECIMALS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final Unit TEN_THOUSAND_YUAN = Unit.parse("万元").orElseThrow();
    private static final Unit HUNDRED_MILLION_YUAN = Unit.parse("亿元").orElseThrow();
    private static final String POINTS = "个百分点";
    private static final BigDecimal SMALL = new BigDecimal("0.1");
    private static final String[] DIGITS = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private Numerals() {}

    /** A value of a card in the plan's unit, or a finer one where that would leave nothing of it. */
    static Phrase value(Exact value, Measure measure, Card card, String field) {
        return value(value, fitting(measure.unit(), value), card, field);
    }

    /** The same in {@code unit}. */
    static Phrase value(Exact value, Unit unit, Card card, String field) {
        BigDecimal worth = unit.factor();
        return new Phrase(
                shown(inUnit(value, unit)) + unit.symbol(), inUnit(value, unit).rounded(), source(card, field, worth));
    }

    /** The same without the unit, for a row that names it. */
    static Phrase bare(Exact value, Unit unit, Card card, String field) {
        Phrase full = value(value, unit, card, field);
        return new Phrase(shown(inUnit(value, unit)), full.number(), full.source());
    }

    /** What is only guessed: of pieces and people, whole ones. */
    static Phrase estimate(Exact value, Measure measure, Card card, String field) {
        Phrase full = value(value, measure, card, field);
        Unit unit = fitting(measure.unit(), value);
        boolean whole = unit.base().isWhole() && unit.factor().compareTo(BigDecimal.ONE) == 0;
        return whole ? new Phrase(text(value, 0) + unit.symbol(), full.number(), full.source()) : full;
    }

    /** A value whose rounding must not hide that it is not {@code line}. */
    static Phrase against(Exact value, @Nullable Exact line, Measure measure, Card card, String field) {
        Phrase plain = value(value, measure, card, field);
        if (line == null || line.equals(value)) {
            return plain;
        }
        Unit unit = fitting(measure.unit(), value);
        int decimals = decimals(inUnit(value, unit), inUnit(line, unit));
        return new Phrase(text(inUnit(value, unit), decimals) + unit.symbol(), plain.number(), plain.source());
    }

    private static int decimals(Exact value, Exact line) {
        int decimals = DECIMALS;
        while (decimals < MOST_DECIMALS && value.rounded(decimals).compareTo(line.rounded(decimals)) == 0) {
            decimals++;
        }
        return decimals;
    }

    /** A percentage of something, {@code 67.85%}. */
    static Phrase percent(Exact value, Card card, String field) {
        return new Phrase(shown(value) + "%", value.rounded(), source(card, field, BigDecimal.ONE));
    }

    /** A difference of percentages, without its sign: {@code 2.1个百分点}. */
    static Phrase points(Exact value, Card card, String field) {
        return new Phrase(pointsText(value.abs()) + POINTS, value.rounded(), source(card, field, BigDecimal.ONE));
    }

    /** The same without the unit, for a column that names it. */
    static String pointsText(Exact value) {
        String shown = shown(value);
        return shown.equals("0") && !value.isZero() ? "不足0.01" : shown;
    }

    private static Source source(Card card, String field, BigDecimal worth) {
        return new Source(card.indicator(), card.region(), card.period().toString(), field, worth);
    }

    /** The unit in which the smallest of {@code values} can still be read. */
    static Unit fitting(Unit unit, Collection<Exact> values) {
        return values.stream()
                .map(value -> fitting(unit, value))
                .reduce(Numerals::finer)
                .orElse(unit);
    }

    private static Unit finer(Unit one, Unit other) {
        return one.factor().compareTo(other.factor()) <= 0 ? one : other;
    }

    /** 亿元 where there is more than one of them, finer units where there is less than a tenth. */
    static Unit fitting(Unit unit, Exact value) {
        boolean rich = unit.equals(TEN_THOUSAND_YUAN)
                && inUnit(value, HUNDRED_MILLION_YUAN).abs().compareTo(Exact.ONE) >= 0;
        Unit fitting = rich ? HUNDRED_MILLION_YUAN : unit;
        while (fitting.factor().compareTo(BigDecimal.ONE) > 0 && isSmall(inUnit(value, fitting))) {
            fitting = finer(fitting);
        }
        return fitting;
    }

    private static boolean isSmall(Exact value) {
        return !value.isZero() && value.abs().compareTo(Exact.of(SMALL)) < 0;
    }

    /** 亿元 becomes 万元, everything else its base unit. */
    private static Unit finer(Unit unit) {
        return unit.symbol().startsWith("亿")
                ? Unit.parse("万" + unit.base().symbol()).orElseThrow()
                : Unit.of(unit.base());
    }

    static Exact inUnit(Exact value, Unit unit) {
        return value.dividedBy(Exact.of(unit.factor()));
    }

    /** At most two decimals. */
    static String shown(Exact value) {
        return text(value, DECIMALS);
    }

    private static String text(Exact value, int decimals) {
        BigDecimal rounded = value.rounded(decimals).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    /** 1 to 99 as in headings: 一, 十二, 二十一. */
    static String chinese(int number) {
        String tens = number < 10 ? "" : (number < 20 ? "" : DIGITS[number / 10]) + "十";
        return tens + (number % 10 == 0 && number > 0 ? "" : DIGITS[number % 10]);
    }
}
