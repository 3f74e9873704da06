package org.targetwatch.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report month (报告期), written {@code 2020-09}. */
public record Period(YearMonth month) implements Comparable<Period> {
    // uuuu, not YYYY: the week-based year is one off around New Year.
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM");
    // The pattern alone also reads signed years: -2020-09, +12020-09.
    private static final int LENGTH = "2020-09".length();

    public static Period of(int year, int month) {
        return new Period(YearMonth.of(year, month));
    }

    /** The month in which {@code day} lies. */
    public static Period containing(LocalDate day) {
        return new Period(YearMonth.from(day));
    }

    /** Reads {@code 2020-09}; empty for anything else, so that the caller can name the place of the mistake. */
    public static Optional<Period> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Period(YearMonth.parse(text, FORMAT)));
        } catch (DateTimeException notAPeriod) {
            return Optional.empty();
        }
    }

    /** The inverse of {@link #index()}. */
    public static Period ofIndex(int index) {
        return of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1);
    }

    /** Months since year 0: consecutive periods have consecutive indices. The form in which a period is stored. */
    public int index() {
        return year() * 12 + monthOfYear() - 1;
    }

    public int year() {
        return month.getYear();
    }

    /** 1 to 12. */
    public int monthOfYear() {
        return month.getMonthValue();
    }

    public Period plusMonths(int months) {
        return new Period(month.plusMonths(months));
    }

    public Period next() {
        return plusMonths(1);
    }

    public Period previous() {
        return plusMonths(-1);
    }

    /** Months from this period to {@code later}: 1 for the next one, negative when it lies before. */
    public int monthsUntil(Period later) {
        return later.index() - index();
    }

    /** This period and all up to {@code lastInclusive}; empty when that lies before. */
    public Stream<Period> through(Period lastInclusive) {
        return IntStream.rangeClosed(index(), lastInclusive.index()).mapToObj(Period::ofIndex);
    }

    public boolean isBefore(Period other) {
        return month.isBefore(other.month);
    }

    public boolean isAfter(Period other) {
        return month.isAfter(other.month);
    }

    public Period earlierOf(Period other) {
        return isBefore(other) ? this : other;
    }

    public Period laterOf(Period other) {
        return isAfter(other) ? this : other;
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    public LocalDate lastDay() {
        return month.atEndOfMonth();
    }

    @Override
    public int compareTo(Period other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.format(FORMAT);
    }
}
