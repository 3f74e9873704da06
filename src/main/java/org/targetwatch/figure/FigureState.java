package org.targetwatch.figure;

import java.util.Locale;
import org.targetwatch.measure.Coded;

/** What became of a figure. A figure counts at once; nobody has to accept it first. */
public enum FigureState implements Coded {
    /** 已报: reported, not looked at yet. */
    PROVISIONAL("已报"),
    /** 已审: accepted by the office. */
    ACCEPTED("已审"),
    /** 退回: sent back by the office with a reason; it stands as missing until it is reported again. */
    RETURNED("已退回"),
    /** 撤回: taken back with a reason; it stands as missing too. */
    WITHDRAWN("已撤回");

    private final String code;
    private final String chinese;

    FigureState(String chinese) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.chinese = chinese;
    }

    @Override
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether the figure is judged; one that is not stands as missing. */
    public boolean counts() {
        return this == PROVISIONAL || this == ACCEPTED;
    }
}
