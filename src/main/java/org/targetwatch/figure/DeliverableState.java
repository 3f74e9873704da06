package org.targetwatch.figure;

import java.time.LocalDate;
import java.util.Locale;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;

/** How far a deliverable is. */
public enum DeliverableState implements Coded {
    /** 未开始. Also that of a deliverable of which nothing was ever reported. */
    NOT_STARTED,
    /** 进行中. */
    IN_PROGRESS,
    /** 已完成. */
    DONE;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the month in which it should be done has ended without it. */
    public boolean isOverdue(Period due, LocalDate today) {
        return this != DONE && today.isAfter(due.lastDay());
    }
}
