package org.targetwatch.figure;

import org.targetwatch.measure.Coded;

/** How settled a figure is. */
public enum Quality implements Coded {
    /** 快报: may still be corrected. */
    PRELIMINARY("preliminary"),
    /** 核定: as certified by the statistics. */
    CERTIFIED("certified");

    private final String code;

    Quality(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
