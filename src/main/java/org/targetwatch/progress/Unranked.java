package org.targetwatch.progress;

import java.util.Locale;
import org.targetwatch.measure.Coded;

/** Why a region has no rank in a {@link Comparison}. */
public enum Unranked implements Coded {
    /** 未报送: it has reported nothing. */
    MISSING,
    /** 未分解: nothing was promised for it. */
    NO_TARGET,
    /** 样本过小: a denominator so small that one child more or less decides. */
    TOO_SMALL,
    /** 规模不同: an amount without a completion rate; regions of different size are not compared by amount. */
    NO_COMPLETION_RATE,
    /** 区间类: between two lines neither side is the better one. */
    NO_BETTER_SIDE;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
