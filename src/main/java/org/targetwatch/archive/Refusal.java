package org.targetwatch.archive;

import java.util.stream.Stream;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Why an archive is not taken. Each names the line, from 1 in words, from 0 as the violation's index. */
final class Refusal {
    private static final String DAMAGED = "E-ARCHIVE-DAMAGED";

    private Refusal() {}

    static Problem notAnArchive() {
        return at(
                1,
                Line.TYPE,
                "E-ARCHIVE",
                new Text(
                        "不是本程序导出的存档。存档由 GET /api/v1/plans/{plan}/export 得到，见 docs/archive.md。",
                        "this is no archive of this program. Archives come from GET /api/v1/plans/{plan}/export; see"
                                + " docs/archive.md."));
    }

    static Problem unknownFormat(long format, long known) {
        return at(
                1,
                "format",
                "E-ARCHIVE-FORMAT",
                Text.of(
                        "存档格式为 %s，本程序只认识格式 %s；请用与导出时相同或更新的版本导入。",
                        "the archive is of format %s, and this program knows format %s only; import it with the version"
                                + " that exported it, or a newer one.",
                        format,
                        known));
    }

    static Problem field(int line, String field, Text expected) {
        return at(line, field, "E-ARCHIVE-LINE", Text.of("字段 %s %s。", "field %s %s.", Text.shown(field), expected));
    }

    static Problem line(int line, Text why) {
        return at(line, "", "E-ARCHIVE-LINE", why);
    }

    static Problem damaged(int line, Text why) {
        Text remedy = Text.of("%s存档已损坏或不完整，请改用另一份。", "%s The archive is damaged or incomplete; use another copy.", why);
        return at(line, "", DAMAGED, remedy);
    }

    /** What a feature refuses, of lines from {@code first} on that were handed to it together. */
    static Problem of(Problem problem, int first) {
        Violations violations = new Violations();
        problem.violations().first().stream()
                .flatMap(violation -> Stream.ofNullable(violation.index())
                        .map(index ->
                                violation(first + index, violation.field(), violation.code(), violation.message())))
                .forEach(violations::add);
        return violations.isEmpty()
                ? problem
                : refused(violations.first().get(0).message(), violations);
    }

    /** What the database itself refuses: something twice, or a value that no column takes. */
    static Problem byDatabase(int first, int last) {
        return at(
                first,
                "",
                "E-ARCHIVE-LINE",
                Text.of(
                        "至第 %s 行之间有重复或数据库不能保存的内容。",
                        "from here to line %s something stands twice, or cannot be kept by the database.", last));
    }

    private static Problem at(int line, String field, String code, Text why) {
        Violation violation = violation(line, field, code, why);
        return refused(violation.message(), Violations.of(violation));
    }

    private static Violation violation(int line, String field, String code, Text why) {
        return new Violation(line - 1, field, code, Text.of("第 %s 行：%s", "Line %s: %s", line, why));
    }

    private static Problem refused(Text why, Violations violations) {
        return Problem.of(Problem.Kind.INVALID, Text.of("未导入任何内容。%s", "Nothing was imported. %s", why), violations);
    }
}
