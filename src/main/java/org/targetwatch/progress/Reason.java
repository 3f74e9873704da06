package org.targetwatch.progress;

import java.util.Locale;
import org.targetwatch.measure.Coded;

/** Why a status is {@link Status#UNKNOWN}. */
public enum Reason implements Coded {
    NO_FIGURE("尚未报送数据", "no figure has been reported"),
    NO_REFERENCE("缺少上年同期数据", "last year's figure of the same period is missing"),
    COVERAGE("报送单位不全，不足以判定", "too few regions have reported to tell");

    private final String chinese;
    private final String english;

    Reason(String chinese, String english) {
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
