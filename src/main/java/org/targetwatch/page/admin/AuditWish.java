package org.targetwatch.page.admin;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.EventFilter;
import org.targetwatch.page.Address;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Text;

/**
 * What of the trail somebody asks to see; empty for any.
 *
 * @param from the first day
 * @param to the last day
 */
record AuditWish(String plan, String actor, String act, String from, String to) {
    static final String ADDRESS = "/admin/audit";

    static AuditWish of(
            @Nullable String plan,
            @Nullable String actor,
            @Nullable String act,
            @Nullable String from,
            @Nullable String to) {
        return new AuditWish(text(plan), text(actor), text(act), text(from), text(to));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    EventFilter filter(Clock clock) {
        return EventFilter.of(
                sent(plan),
                sent(actor),
                sent(act),
                sent(moment("from", from, 0, clock)),
                sent(moment("to", to, 1, clock)));
    }

    private static @Nullable String sent(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String moment(String name, String day, int daysLater, Clock clock) {
        if (day.isEmpty()) {
            return "";
        }
        try {
            return LocalDate.parse(day)
                    .plusDays(daysLater)
                    .atStartOfDay(clock.getZone())
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException notADay) {
            throw Parameters.unreadable(name, day, new Text("日期应写作 2020-11-09", "a day is written 2020-11-09"));
        }
    }

    /** The same view again. */
    Address address() {
        return Address.of(ADDRESS)
                .with("plan", plan)
                .with("actor", actor)
                .with("act", act)
                .with("from", from)
                .with("to", to);
    }

    /** Everything that matches, as a file. */
    Address file(String extension, Clock clock) {
        return Address.of("/api/v1/audit/events." + extension)
                .with("plan", plan)
                .with("actor", actor)
                .with("act", act)
                .with("from", moment("from", from, 0, clock))
                .with("to", moment("to", to, 1, clock));
    }
}
