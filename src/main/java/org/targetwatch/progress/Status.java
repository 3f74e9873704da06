package org.targetwatch.progress;

import java.util.Locale;
import org.targetwatch.measure.Coded;

/** 状态: what a card says. The number is exported as a metric, so an existing one never changes its meaning. */
public enum Status implements Coded {
    UNKNOWN(0, "未报送", "not reported"),
    NO_TARGET(1, "未分解", "no target"),
    NOT_DUE(2, "未到考核期", "not due"),
    ACHIEVED(3, "已达标", "achieved"),
    ON_TRACK(4, "正常", "on track"),
    BEHIND(5, "滞后", "behind"),
    FAR_BEHIND(6, "严重滞后", "far behind"),
    MISSED(7, "未达标", "missed");

    private final int number;
    private final String chinese;
    private final String english;

    Status(int number, String chinese, String english) {
        this.number = number;
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** 0 to 7, the value of the metric {@code targetwatch_status}. */
    public int number() {
        return number;
    }

    /** The constant with this {@link #number()}. */
    public static Status ofNumber(int number) {
        return values()[number];
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** 已达标 or 正常: the two lights that need full coverage to stand. */
    public boolean isGreen() {
        return this == ACHIEVED || this == ON_TRACK;
    }
}
