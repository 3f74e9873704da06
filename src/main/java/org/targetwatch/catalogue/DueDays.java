package org.targetwatch.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.targetwatch.measure.Period;

/**
 * 截止: the last day on which a period's figures are on time.
 *
 * @param dayOfNextMonth 1 to 28
 * @param holidays days off; those at a weekend may stand among them
 * @param workingWeekends 调休: weekend days on which offices work
 */
public record DueDays(int dayOfNextMonth, Set<LocalDate> holidays, Set<LocalDate> workingWeekends) {
    public DueDays {
        holidays = Set.copyOf(holidays);
        workingWeekends = Set.copyOf(workingWeekends);
    }

    /** The due day of {@code period}: the fixed day of the next month, moved to the next working day. */
    public LocalDate of(Period period) {
        return workingDayFrom(period.next().firstDay().withDayOfMonth(dayOfNextMonth));
    }

    /** {@code day}, or the next one on which offices work. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate working = day;
        while (!isWorkingDay(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** Whether offices work on {@code day}. */
    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return workingWeekends.contains(day) || !weekend && !holidays.contains(day);
    }
}
