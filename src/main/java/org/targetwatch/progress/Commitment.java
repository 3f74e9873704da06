package org.targetwatch.progress;

import java.util.Locale;
import org.targetwatch.measure.Coded;

/** 承诺强度: the verb before the number decides how loud a lag may become ({@code design.md} 3, {@code domain.md} 1.1). */
public enum Commitment implements Coded {
    GUARANTEED("确保", Severity.CRITICAL),
    STATED("达", Severity.CRITICAL),
    PLANNED("计划", Severity.WARNING),
    STRIVE("力争", Severity.WARNING),
    PROMOTE("推动", Severity.INFO);

    private final String chinese;
    private final Severity cap;

    Commitment(String chinese, Severity cap) {
        this.chinese = chinese;
        this.cap = cap;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    /** The highest severity that a lag under this verb may have. */
    public Severity cap() {
        return cap;
    }
}
