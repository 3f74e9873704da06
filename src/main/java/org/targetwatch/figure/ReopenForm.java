package org.targetwatch.figure;

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

/**
 * What opens a closed period again.
 *
 * @param region for it and everything below it; absent: the plan's own region, and so all
 * @param until {@code 2020-11-20}: the last day on which it is open, not before the business date
 * @param reason why; at most 1,000 characters
 */
@Schema(name = "PeriodReopening")
public record ReopenForm(@Nullable String region, @Nullable String until, @Nullable String reason) {
    /** A form without mistakes. */
    record Valid(String region, LocalDate until, String reason) {}

    /** Refuses with every mistake at once. */
    Valid validated(Plan plan, LocalDate today) {
        Violations violations = new Violations();
        String where = region == null ? plan.region() : region;
        if (!plan.regions().isWithin(where, plan.region())) {
            Text message = Text.of(
                    "没有填报单位“%s”，可用的见 /api/v1/regions。",
                    "There is no region '%s'; see /api/v1/regions.", Text.shown(where));
            violations.add(new Violation(null, "region", "E-REGION", message));
        }
        Optional<LocalDate> day = day().filter(read -> !read.isBefore(today));
        if (day.isEmpty()) {
            Text message = Text.of(
                    "until 的值“%s”不可用：请填写开放到哪一天，如 %s，不早于今天。",
                    "until has the unusable value '%s': say up to which day it is open, such as %s; not before today.",
                    Text.shown(String.valueOf(until)),
                    today.plusDays(3));
            violations.add(new Violation(null, "until", "E-DATE", message));
        }
        String why = FreeText.reason(null, reason, violations);
        violations.refuseIfAny();
        return new Valid(where, day.orElseThrow(), why);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(until).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
