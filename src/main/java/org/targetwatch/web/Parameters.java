package org.targetwatch.web;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;

/** Reads path and query parameters and headers; an unreadable one is a 400 that names it, its value and the form expected. */
public final class Parameters {
    private Parameters() {}

    /** {@code 2020-09}. */
    public static Period period(String name, String sent) {
        return Period.parse(sent)
                .orElseThrow(() -> unreadable(name, sent, new Text("报告期应写作 2020-09", "a period is written 2020-09")));
    }

    /** Empty when the parameter was not sent. */
    public static Optional<Period> optionalPeriod(String name, @Nullable String sent) {
        return Optional.ofNullable(sent).map(text -> period(name, text));
    }

    /** {@code 2020-09-07T08:00:00+08:00}, not in the future. Empty when the parameter was not sent. */
    public static Optional<Instant> knownAt(@Nullable String sent, Clock clock) {
        return optionalMoment("knownAt", sent).map(OffsetDateTime::toInstant).map(instant -> {
            if (instant.isAfter(clock.instant())) {
                throw unreadable("knownAt", sent, new Text("时间不能在将来", "the moment must not lie in the future"));
            }
            return instant;
        });
    }

    /** {@code 2020-09-07T08:00:00+08:00}. Empty when the parameter was not sent. */
    public static Optional<OffsetDateTime> optionalMoment(String name, @Nullable String sent) {
        return Optional.ofNullable(sent).map(text -> moment(name, text));
    }

    private static OffsetDateTime moment(String name, String sent) {
        return parsed(sent)
                .filter(moment -> moment.getYear() > 0 && moment.getYear() < 10_000)
                .orElseThrow(() -> unreadable(
                        name,
                        sent,
                        new Text(
                                "时间应写作 2020-09-07T08:00:00+08:00（网址中 + 写作 %2B）",
                                "a moment is written 2020-09-07T08:00:00+08:00 (in an address, + is written %2B)")));
    }

    private static Optional<OffsetDateTime> parsed(String sent) {
        try {
            return Optional.of(OffsetDateTime.parse(sent));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** {@code 2020-09-07}, not after {@code last}. */
    public static LocalDate dayUpTo(String name, String sent, LocalDate last) {
        try {
            LocalDate day = LocalDate.parse(sent);
            if (!day.isAfter(last)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Falls through to the same answer as a day too late.
        }
        throw unreadable(name, sent, Text.of("应为不晚于 %s 的日期", "a day up to %s is expected", last));
    }

    /**
     * What {@code If-Match} expects where tags number the states of a thing: the number, −1 for a tag that was never one
     * of ours and so matches nothing. Empty when anything is welcome.
     */
    public static Optional<Integer> ifMatch(@Nullable String sent) {
        if (sent == null || sent.equals("*")) {
            return Optional.empty();
        }
        String number = sent.replace("\"", "");
        return Optional.of(number.matches("\\d{1,9}") ? Integer.valueOf(number) : -1);
    }

    /** A whole number from {@code min} to {@code max}. */
    public static int number(String name, String sent, int min, int max) {
        try {
            int number = Integer.parseInt(sent);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same answer as a number out of range.
        }
        throw unreadable(name, sent, Text.of("应为 %s 到 %s 的整数", "a whole number from %s to %s is expected", min, max));
    }

    /** One of the codes of {@code type}. Empty when the parameter was not sent. */
    public static <E extends Enum<E> & Coded> Optional<E> optionalWord(
            String name, @Nullable String sent, Class<E> type) {
        return Optional.ofNullable(sent).map(text -> Coded.parse(type, text).orElseThrow(() -> {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(joining(", "));
            return unreadable(name, text, Text.of("可用的值为 %s", "one of %s is expected", known));
        }));
    }

    /** {@code true} or {@code false}; false when the parameter was not sent. */
    public static boolean flag(String name, @Nullable String sent) {
        if (sent == null || sent.equals("false")) {
            return false;
        }
        if (sent.equals("true")) {
            return true;
        }
        throw unreadable(name, sent, new Text("应为 true 或 false", "true or false is expected"));
    }

    /** The 400 for the parameter {@code name}; {@code expected} is a clause without a full stop. */
    public static Problem unreadable(String name, String sent, Text expected) {
        Text message = Text.of(
                "参数 %s 的值“%s”无法使用：%s。",
                "Parameter %s has the unusable value '%s': %s.", name, Text.shown(sent), expected);
        return Problem.of(
                Problem.Kind.BAD_REQUEST, message, Violations.of(new Violation(null, name, "E-PARAMETER", message)));
    }
}
