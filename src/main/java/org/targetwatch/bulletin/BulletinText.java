package org.targetwatch.bulletin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Series;

/**
 * What people write into a bulletin; everything else in it is read from cards.
 *
 * @param issuedBy 印发单位; null: the plan's own, the words before the year in its name
 * @param demands 下一步要求, one paragraph to a line; null: the usual ones
 * @param answers on what lags
 */
public record BulletinText(@Nullable String issuedBy, @Nullable String demands, List<Answer> answers) {
    /** Nothing was written. */
    public static final BulletinText NONE = new BulletinText(null, null, List.of());

    /**
     * Why an indicator lags in a region, and what is done.
     *
     * @param newDate by when, in people's words: {@code 2020年11月底}
     */
    public record Answer(
            String indicator,
            String region,
            @Nullable String reason,
            @Nullable String measure,
            @Nullable String newDate) {
        Series series() {
            return new Series(indicator, region);
        }
    }

    public BulletinText {
        answers = List.copyOf(answers);
    }

    Optional<Answer> answer(Series series) {
        return answers.stream().filter(answer -> answer.series().equals(series)).findFirst();
    }
}
