package org.targetwatch.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessment;
import org.targetwatch.scorecard.Card;
import org.targetwatch.web.Text;

/**
 * 数据突变: a figure that jumps right after a reminder. It may well be true; the reviewer is to look at it. Three kinds count,
 * each measured against the gap that stood on the slip when it was opened.
 */
public record Jump(Kind kind, Period period) {
    /** What is odd about it. */
    public enum Kind implements Coded {
        /** The month that the slip is about was revised, and more than half of the gap is gone. */
        REVISION("督办后修订了开单当期的数据，缺口减少一半以上", "the month of the slip was revised, and more than half of the gap is gone"),
        /** One month closed more than half of the gap. */
        LEAP("一个报告期内补上了缺口的一半以上", "one month closed more than half of the gap"),
        /** The figure stands exactly at the line. */
        EXACT("数据恰好等于目标线", "the figure stands exactly at the line");

        private final Text words;

        Kind(String zh, String en) {
            this.words = new Text(zh, en);
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is noted under, once. */
    String about() {
        return kind.code() + "/" + period;
    }

    /** The jump that {@code step} notes; empty where it notes something else. */
    public static Optional<Jump> noted(Step step) {
        if (step.act() != Act.JUMPED || step.about() == null) {
            return Optional.empty();
        }
        String[] parts = step.about().split("/");
        return Coded.parse(Kind.class, parts[0])
                .flatMap(kind -> Period.parse(parts[1]).map(period -> new Jump(kind, period)));
    }

    public Text words() {
        return Text.of("%s：%s", "%s: %s", period, kind.words);
    }

    /**
     * The jumps in {@code since}.
     *
     * @param opened what the card said when the slip was opened
     * @param since the cards of the series from the month of the slip to the current one
     */
    static List<Jump> in(Finding opened, List<Card> since) {
        List<Jump> jumps = new ArrayList<>();
        if (opened.gap() == null || opened.actual() == null) {
            return jumps;
        }
        Exact half = Exact.of(opened.gap()).dividedBy(2);
        Exact before = Exact.of(opened.gap());
        for (Card card : since) {
            Exact gap = card.assessment().gap();
            if (gap == null) {
                continue;
            }
            if (half.isPositive() && before.minus(gap).compareTo(half) > 0) {
                jumps.add(new Jump(card.period().equals(opened.period()) ? Kind.REVISION : Kind.LEAP, card.period()));
            }
            if (isExactly(card.assessment())
                    && !Exact.of(opened.actual()).equals(card.assessment().actual())) {
                jumps.add(new Jump(Kind.EXACT, card.period()));
            }
            before = gap;
        }
        return jumps;
    }

    private static boolean isExactly(Assessment assessment) {
        Exact actual = assessment.actual();
        return actual != null
                && (actual.equals(assessment.expected())
                        || assessment.bound() != null
                                && actual.equals(assessment.bound().value()));
    }
}
