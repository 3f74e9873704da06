package org.targetwatch.progress;

import java.util.Locale;
import org.targetwatch.measure.Coded;

/** Why a region has no rank in a {@link Comparison}. */
public enum Unranked implements Coded {
    /** It has reported nothing. */
    MISSING("未报送", "not reported"),
    /** Nothing was promised for it. */
    NO_TARGET("未分解", "no target"),
    /** A denominator so small that one child more or less decides. */
    TOO_SMALL("样本过小", "too small"),
    /** An amount without a completion rate; regions of different size are not compared by amount. */
    NO_COMPLETION_RATE("规模不同", "of different size"),
    /** Between two lines neither side is the better one. */
    NO_BETTER_SIDE("区间类", "between two lines");

    private final String chinese;
    private final String english;

    Unranked(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
