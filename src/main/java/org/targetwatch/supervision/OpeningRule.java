package org.targetwatch.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Coded;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;

/**
 * When a lag opens a slip, for one commitment; written {@code far_behind:1,behind:2}, or {@code off}. Any one of the
 * conditions is enough. A floor that is broken opens one at once, whatever the rule: the line comes from above.
 */
public record OpeningRule(List<Condition> conditions) {

    /** The last {@code periods} judged months in a row are at {@code status} or worse. */
    record Condition(Status status, int periods) {
        boolean isMetBy(List<Card> judged) {
            return judged.size() >= periods
                    && judged.subList(judged.size() - periods, judged.size()).stream()
                            .allMatch(card -> card.assessment().status().compareTo(status) >= 0);
        }
    }

    public OpeningRule {
        conditions = List.copyOf(conditions);
    }

    /** Reads what is configured. The name is what SmallRye Config looks for. */
    public static OpeningRule parse(CharSequence text) {
        String written = text.toString().strip().toLowerCase(Locale.ROOT);
        return written.equals("off")
                ? new OpeningRule(List.of())
                : new OpeningRule(Arrays.stream(written.split(",", -1))
                        .map(String::strip)
                        .map(OpeningRule::condition)
                        .toList());
    }

    private static Condition condition(String written) {
        String[] parts = written.split(":");
        Status status =
                Coded.parse(Status.class, parts[0]).filter(OpeningRule::isRed).orElseThrow(() -> unreadable(written));
        if (parts.length != 2 || !parts[1].matches("[1-9]\\d?")) {
            throw unreadable(written);
        }
        return new Condition(status, Integer.parseInt(parts[1]));
    }

    private static IllegalArgumentException unreadable(String written) {
        return new IllegalArgumentException("“" + written
                + "” 不可用：应写作 far_behind:2（behind、far_behind、missed 之一，及连续几个报告期），多个以逗号隔开，或 off。"
                + " Unusable: write far_behind:2 (one of behind, far_behind, missed, and how many periods in a row),"
                + " several with commas, or off.");
    }

    /** A light that asks for something to be done. */
    static boolean isRed(Status status) {
        return status.compareTo(Status.BEHIND) >= 0;
    }

    static boolean isJudged(Card card) {
        Status status = card.assessment().status();
        return status.isGreen() || isRed(status);
    }

    /**
     * Whether a slip is to be opened for the last of {@code history}.
     *
     * @param history the cards of a series up to the current period, which is the last
     */
    boolean opensFor(Indicator indicator, List<Card> history) {
        if (history.isEmpty() || !isRed(last(history).assessment().status())) {
            return false;
        }
        List<Card> judged = history.stream().filter(OpeningRule::isJudged).toList();
        return breaksFloor(indicator, last(history))
                || conditions.stream().anyMatch(condition -> condition.isMetBy(judged));
    }

    private static Card last(List<Card> history) {
        return history.get(history.size() - 1);
    }

    private static boolean breaksFloor(Indicator indicator, Card card) {
        return card.marks().floor() != null
                && card.assessment().actual() != null
                && indicator.target().breaksFloor(card.assessment().actual());
    }
}
