package org.targetwatch.bulletin;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import org.targetwatch.measure.Period;

/** Days, months and moments as papers write them. */
final class Words {
    private Words() {}

    /** {@code 2020年9月}. */
    static String month(Period period) {
        return period.year() + "年" + period.monthOfYear() + "月";
    }

    /** {@code 2020年9月30日}. */
    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** {@code 9月30日}, for a table of a paper of that year; with its year in others. */
    static String day(LocalDate day, int year) {
        return day.getYear() == year ? day.getMonthValue() + "月" + day.getDayOfMonth() + "日" : day(day);
    }

    /** {@code 2020年9月30日14时05分}. */
    static String moment(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        return "%s%d时%02d分".formatted(day(there.toLocalDate()), there.getHour(), there.getMinute());
    }

    /** Names one after the other; one that is itself a list stands in quotation marks. */
    static String list(Collection<String> names) {
        return names.stream()
                .map(name -> name.contains("、") ? "“" + name + "”" : name)
                .collect(joining("、"));
    }
}
