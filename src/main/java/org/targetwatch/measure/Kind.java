package org.targetwatch.measure;

/** What a reported number says about time. */
public enum Kind implements Coded {
    /** 时点指标: the state at the end of the period. */
    STOCK("stock"),
    /** 时期指标, 累计: everything since the start of the plan's year. */
    FLOW_TO_DATE("flow-to-date"),
    /** 时期指标, 当月: the month's amount alone; judging adds the months up. */
    FLOW_MONTHLY("flow-monthly");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean isFlow() {
        return this != STOCK;
    }
}
