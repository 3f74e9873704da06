package org.targetwatch.page.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.figure.ReviewForm;
import org.targetwatch.measure.Period;

/** A figure in a list, as it stood when the list was made. */
record ReviewPick(String indicator, String region, String recordedAt) {
    private static final String SEPARATOR = "~";

    static ReviewPick of(Current current) {
        return new ReviewPick(
                current.figure().indicator(),
                current.figure().region(),
                current.recordedAt().toString());
    }

    /** Those that can be read: others come from no list of ours. */
    static List<ReviewPick> all(List<String> sent) {
        return sent.stream().flatMap(text -> parse(text).stream()).distinct().toList();
    }

    private static Optional<ReviewPick> parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return parts.length == 3 ? Optional.of(new ReviewPick(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    String text() {
        return String.join(SEPARATOR, indicator, region, recordedAt);
    }

    ReviewForm.Item verdict(Period period, String verdict, @Nullable String reason) {
        return new ReviewForm.Item(indicator, region, period.toString(), verdict, reason);
    }
}
