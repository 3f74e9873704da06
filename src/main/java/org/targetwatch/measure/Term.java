package org.targetwatch.measure;

import org.jspecify.annotations.Nullable;

/**
 * The months during which a region reports; regions begin, end and merge within a year.
 *
 * @param first null when it was always there
 * @param last null while it goes on
 */
public record Term(@Nullable Period first, @Nullable Period last) {
    public static final Term ALWAYS = new Term(null, null);

    public Term {
        if (first != null && last != null && first.isAfter(last)) {
            throw new IllegalArgumentException("A region cannot end in " + last + " before it begins in " + first);
        }
    }

    public boolean contains(Period period) {
        return (first == null || !period.isBefore(first)) && !isOver(period);
    }

    /** Whether {@code period} lies after the last month. */
    public boolean isOver(Period period) {
        return last != null && period.isAfter(last);
    }
}
