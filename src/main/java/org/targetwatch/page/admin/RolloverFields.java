package org.targetwatch.page.admin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.RolloverForm;

/** What the plan of another year is to be called, as typed. */
record RolloverFields(String code, String year, String name, String english) {
    /** The names of the old plan with the next year in place of its own. */
    static RolloverFields proposed(Plan plan) {
        String old = String.valueOf(plan.year());
        String next = String.valueOf(plan.year() + 1);
        return new RolloverFields(
                plan.code().replace(old, next),
                next,
                plan.name().replace(old, next),
                plan.english().replace(old, next));
    }

    static RolloverFields of(MultivaluedMap<String, String> form) {
        return new RolloverFields(
                text(form.getFirst("code")),
                text(form.getFirst("year")),
                text(form.getFirst("name")),
                text(form.getFirst("english")));
    }

    private static String text(@Nullable String sent) {
        return Optional.ofNullable(sent).orElse("").strip();
    }

    /** A year that cannot be read is none that a plan may have. */
    RolloverForm form() {
        return new RolloverForm(
                sent(code),
                year.matches("\\d{1,4}") ? Integer.valueOf(year) : Integer.valueOf(0),
                sent(name),
                sent(english));
    }

    private static @Nullable String sent(String text) {
        return text.isEmpty() ? null : text;
    }
}
