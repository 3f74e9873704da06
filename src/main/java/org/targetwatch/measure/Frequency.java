package org.targetwatch.measure;

/** How often a figure is asked for. */
public enum Frequency implements Coded {
    /** 月报: every month. */
    MONTHLY("monthly", 1),
    /** 季报: at the end of each quarter. */
    QUARTERLY("quarterly", 3),
    /** 年报: once, in the month in which the promise is due. */
    YEARLY("yearly", 12);

    private final String code;
    private final int months;

    Frequency(String code, int months) {
        this.code = code;
        this.months = months;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether figures are asked for {@code period}. Once a year means in the due month, whichever that is. */
    public boolean asksFor(Period period, Period due) {
        return period.equals(due) || this != YEARLY && period.monthOfYear() % months == 0;
    }
}
