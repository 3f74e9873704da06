package org.targetwatch.page;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;

/**
 * A bar as far as the actual value, with a line at the target and a mark at what is expected by now; in thousandths of its
 * length, from 0 on.
 */
public record Bullet(int actual, int target, @Nullable Integer expected) {
    public static final int LENGTH = 1000;

    /** The longest of the three ends a little before the end. */
    private static final Exact ROOM = Exact.of("1.08");

    public static Optional<Bullet> of(Assessment assessment) {
        Bound bound = assessment.bound();
        Exact actual = assessment.actual();
        if (bound == null || actual == null) {
            return Optional.empty();
        }
        Exact longest = Stream.of(actual, bound.value(), assessment.expected() == null ? actual : assessment.expected())
                .reduce(Exact.ZERO, Exact::max);
        return longest.isZero()
                ? Optional.of(new Bullet(0, 0, null))
                : Optional.of(new Bullet(
                        share(actual, longest), share(bound.value(), longest), expected(assessment, longest)));
    }

    private static @Nullable Integer expected(Assessment assessment, Exact longest) {
        return assessment.expected() == null ? null : share(assessment.expected(), longest);
    }

    private static int share(Exact value, Exact longest) {
        return value.max(Exact.ZERO)
                .times(LENGTH)
                .dividedBy(longest.times(ROOM))
                .rounded(0)
                .intValueExact();
    }
}
