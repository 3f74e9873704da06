package org.targetwatch.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** What people send to open a slip and to act on it. Each is refused with every mistake at once. */
public final class SlipForms {
    /** A promise may reach beyond the plan's year, but not for ever. */
    private static final int LONGEST_YEARS = 2;

    private SlipForms() {}

    /**
     * Opens a slip by hand.
     *
     * @param reason why; at most 1,000 characters
     * @param due {@code 2020-11-20}: by when a reply is owed; absent: as configured
     */
    @Schema(name = "SlipOpening")
    public record Open(
            @Nullable String indicator, @Nullable String region, @Nullable String reason, @Nullable String due) {
        String requireReason(Violations violations) {
            return FreeText.reason(null, reason, violations);
        }
    }

    /**
     * A region's reply.
     *
     * @param reason why it lags; at most 1,000 characters
     * @param measure what is done about it; at most 1,000 characters
     * @param newDate {@code 2020-12-20}: by when it will be done, not before today
     */
    @Schema(name = "SlipReply")
    public record Reply(@Nullable String reason, @Nullable String measure, @Nullable String newDate) {
        Said validated(LocalDate today) {
            Violations violations = new Violations();
            String why = FreeText.reason(null, reason, violations);
            String what = measure(violations);
            Optional<LocalDate> when = day("newDate", newDate, today, violations);
            violations.refuseIfAny();
            return Said.replied(why, what, when.orElseThrow());
        }

        private String measure(Violations violations) {
            String kept = FreeText.kept(measure);
            Optional<Text> wrong = kept == null
                    ? Optional.of(new Text("请写明措施 measure。", "Say what is done about it: measure."))
                    : FreeText.refusal(kept, 1_000);
            wrong.ifPresent(message ->
                    violations.add(new Violation(null, "measure", kept == null ? "E-MISSING" : "E-TEXT", message)));
            return kept == null ? "" : kept;
        }
    }

    /**
     * Sends a reply back.
     *
     * @param due {@code 2020-11-20}: by when another reply is owed; absent: as configured
     */
    @Schema(name = "SlipReturn")
    public record SendBack(@Nullable String reason, @Nullable String due) {
        Said validated(LocalDate today, LocalDate usual) {
            Violations violations = new Violations();
            String why = FreeText.reason(null, reason, violations);
            Optional<LocalDate> until = optionalDay("due", due, today, usual, violations);
            violations.refuseIfAny();
            return Said.sentBack(why, until.orElseThrow());
        }
    }

    /** Accepts a reply; saying why is optional. */
    @Schema(name = "SlipAcceptance")
    public record Accept(@Nullable String reason) {
        Said validated() {
            Violations violations = new Violations();
            String why = FreeText.optionalReason(null, reason, violations);
            violations.refuseIfAny();
            return Said.because(Act.ACCEPTED, why);
        }
    }

    /** Closes a slip. */
    @Schema(name = "SlipClosing")
    public record Close(@Nullable String reason) {
        Said validated() {
            Violations violations = new Violations();
            String why = FreeText.reason(null, reason, violations);
            violations.refuseIfAny();
            return Said.because(Act.CLOSED, why);
        }
    }

    static Optional<LocalDate> optionalDay(
            String field, @Nullable String sent, LocalDate today, LocalDate usual, Violations violations) {
        return sent == null ? Optional.of(usual) : day(field, sent, today, violations);
    }

    private static Optional<LocalDate> day(
            String field, @Nullable String sent, LocalDate today, Violations violations) {
        LocalDate last = today.plusYears(LONGEST_YEARS);
        Optional<LocalDate> day = parsed(sent).filter(read -> !read.isBefore(today) && !read.isAfter(last));
        if (sent == null || sent.isBlank()) {
            Text message = Text.of("请写明日期 %s。", "Say the day: %s.", field);
            violations.add(new Violation(null, field, "E-MISSING", message));
        } else if (day.isEmpty()) {
            Text message = Text.of(
                    "%s 的值“%s”不可用：应为 %s 至 %s 之间的日期。",
                    "%s has the unusable value '%s': a day from %s to %s is expected.",
                    field,
                    Text.shown(sent),
                    today,
                    last);
            violations.add(new Violation(null, field, "E-DATE", message));
        }
        return day;
    }

    private static Optional<LocalDate> parsed(@Nullable String sent) {
        try {
            return Optional.ofNullable(sent).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** The day on which a reply is owed when nobody says another. */
    static LocalDate usualDue(Plan plan, LocalDate today, int days) {
        return plan.dueDays().workingDayFrom(today.plusDays(days));
    }
}
