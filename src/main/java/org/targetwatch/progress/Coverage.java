package org.targetwatch.progress;

/**
 * Of how many reporting regions a number speaks.
 *
 * @param expected regions that should report
 * @param reported of these, reported this period in full
 * @param carried stand with an earlier to-date value, or with a month missing in between
 * @param missing never reported
 */
public record Coverage(int expected, int reported, int carried, int missing) {
    public static final Coverage NONE = new Coverage(0, 0, 0, 0);
    static final Coverage REPORTED = new Coverage(1, 1, 0, 0);
    static final Coverage CARRIED = new Coverage(1, 0, 1, 0);
    static final Coverage MISSING = new Coverage(1, 0, 0, 1);

    public boolean allReported() {
        return reported == expected;
    }

    Coverage plus(Coverage other) {
        return new Coverage(
                expected + other.expected, reported + other.reported, carried + other.carried, missing + other.missing);
    }

    Coverage minus(Coverage part) {
        return new Coverage(
                expected - part.expected, reported - part.reported, carried - part.carried, missing - part.missing);
    }
}
