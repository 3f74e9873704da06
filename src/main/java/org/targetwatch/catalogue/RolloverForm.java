package org.targetwatch.catalogue;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * What the plan of another year is to be called.
 *
 * @param code letters, digits and hyphens between them, such as {@code leshan-2021}
 * @param year after that of the old plan; absent: the next
 * @param name in Chinese, at most 200 characters
 * @param english likewise
 */
@Schema(name = "Rollover")
public record RolloverForm(
        @Nullable String code, @Nullable Integer year, @Nullable String name, @Nullable String english) {
    private static final int LONGEST = 200;

    /** Refuses with every mistake at once. */
    Draft validated(Plan from, LocalDate today) {
        Violations violations = new Violations();
        checkCode(violations);
        checkYear(from.year() + 1, violations);
        checkText("name", name, violations);
        checkText("english", english, violations);
        violations.refuseIfAny();
        return new Draft(from, code, year(from), name, english, today);
    }

    private int year(Plan from) {
        return year == null ? from.year() + 1 : year;
    }

    private void checkCode(Violations violations) {
        if (code == null) {
            violations.add(missing("code"));
        } else if (!SeedValue.isCode(code)) {
            violations.add(new Violation(
                    null,
                    "code",
                    "E-CODE",
                    Text.of(
                            "code 的值“%s”不能作代码：只能用字母、数字和其间的连字符，最多 %s 个字符。",
                            "code has the value '%s', which is no code: use letters, digits and hyphens between them,"
                                    + " at most %s characters.",
                            Text.shown(code),
                            SeedValue.MAX_CODE_LENGTH)));
        }
    }

    private void checkYear(int first, Violations violations) {
        if (year != null && (year < first || year > PlanReader.LAST_YEAR)) {
            violations.add(new Violation(
                    null,
                    "year",
                    "E-YEAR",
                    Text.of(
                            "year 的值 %s 不可用：应为 %s 到 %s。",
                            "year has the unusable value %s: %s to %s is expected.",
                            year,
                            first,
                            PlanReader.LAST_YEAR)));
        }
    }

    private static void checkText(String field, @Nullable String text, Violations violations) {
        if (text == null || text.isBlank()) {
            violations.add(missing(field));
        } else if (text.length() > LONGEST || !SeedValue.isText(text)) {
            violations.add(new Violation(
                    null,
                    field,
                    "E-TEXT",
                    Text.of(
                            "%s 过长或含有控制字符：最多 %s 个字符，请缩短或删去这些字符。",
                            "%s is too long or holds control characters: shorten it to %s characters, or remove those.",
                            field,
                            LONGEST)));
        }
    }

    private static Violation missing(String field) {
        return new Violation(null, field, "E-MISSING", Text.of("缺少 %s。", "%s is missing.", field));
    }
}
