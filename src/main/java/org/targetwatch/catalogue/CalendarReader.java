package org.targetwatch.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a plan's {@code calendar}: public holidays, and the weekend days worked in exchange. */
final class CalendarReader {
    private static final int LONGEST_HOLIDAY = 31;

    private final Set<LocalDate> holidays = new TreeSet<>();
    private final Set<LocalDate> workingWeekends = new TreeSet<>();

    private CalendarReader() {}

    static DueDays read(SeedMap plan, int dueDay) {
        CalendarReader reader = new CalendarReader();
        plan.maps("calendar").forEach(reader::readNotice);
        return new DueDays(dueDay, reader.holidays, reader.workingWeekends);
    }

    /** One official notice, such as that for a year. */
    private void readNotice(SeedMap notice) {
        notice.text("source");
        notice.maps("holidays").forEach(this::readHoliday);
        notice.refuseUnknownKeys();
    }

    private void readHoliday(SeedMap holiday) {
        holiday.text("name");
        Optional<LocalDate> from = holiday.required("from", SeedValue::date);
        Optional<LocalDate> to = holiday.optional("to", SeedValue::date).or(() -> from);
        from.ifPresent(first -> to.ifPresent(last -> addHoliday(holiday, first, last)));
        holiday.optional("working", value -> value.list(CalendarReader::weekendDay))
                .orElse(List.of())
                .forEach(workingWeekends::add);
        holiday.refuseUnknownKeys();
    }

    private void addHoliday(SeedMap holiday, LocalDate first, LocalDate last) {
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_HOLIDAY))) {
            holiday.wrong("to", "应在 %s 之后一个月以内", "does not lie within a month after %s", first);
        } else {
            first.datesUntil(last.plusDays(1)).forEach(holidays::add);
        }
    }

    private static Optional<LocalDate> weekendDay(SeedValue value) {
        return value.date()
                .flatMap(day -> isWeekend(day)
                        ? Optional.of(day)
                        : value.wrong("不是周末，平日上班不必写", "is no weekend day; other days are worked anyway"));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
