package org.targetwatch.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * A new token as it is asked for.
 *
 * @param name how what it does is recorded; never used twice
 * @param role reporter, reviewer, leader, viewer or admin
 * @param region of a reporter, or of a viewer who sees one region only
 * @param offices of a reviewer
 * @param expires {@code 2021-12-31}: the last day on which it is taken; default: a year from now
 */
@Schema(name = "NewToken")
public record TokenForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable String region,
        @Nullable List<@Nullable String> offices,
        @Nullable String expires) {
    GrantForm grant() {
        return new GrantForm(name, role, region, offices);
    }

    Optional<Instant> expiry(Clock clock, Violations violations) {
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> last = expires == null ? Optional.of(today.plusYears(1)) : day(expires);
        if (last.filter(day -> !day.isBefore(today)).isEmpty()) {
            Text message = Text.of(
                    "expires 的值“%s”不可用，应写作 2021-12-31，且不早于今天。",
                    "expires has the unusable value '%s'; write it like 2021-12-31, today or later.",
                    Text.shown(String.valueOf(expires)));
            violations.add(new Violation(null, "expires", "E-DATE", message));
        }
        return last.map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private static Optional<LocalDate> day(String sent) {
        try {
            return sent.length() == 10 ? Optional.of(LocalDate.parse(sent)) : Optional.empty();
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
