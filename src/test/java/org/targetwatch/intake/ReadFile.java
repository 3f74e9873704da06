package org.targetwatch.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.intake.Cell.Digits;
import org.targetwatch.intake.Cell.Nothing;
import org.targetwatch.intake.Cell.Other;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** What a reader makes of a file, written so that a person can compare it with the file. */
record ReadFile(List<String> lines) {

    static ReadFile of(Plan plan, Format format, byte[] content) {
        List<String> lines = new ArrayList<>();
        Violations violations = new Violations();
        try {
            Signed signed =
                    format.read(plan, new ByteArrayInputStream(content), row -> lines.add(shown(row)), violations);
            if (!signed.cells().isEmpty()) {
                lines.add("signatures: " + shown(signed.cells()));
            }
            lines.addAll(shown(violations));
        } catch (Problem problem) {
            lines.add("refused " + problem.kind() + ": " + problem.detail().zh());
            lines.addAll(shown(problem.violations()));
        } catch (IOException unreadable) {
            lines.add("unreadable: " + unreadable.getClass().getSimpleName());
        }
        return new ReadFile(lines);
    }

    private static String shown(Row row) {
        return row.index() + " @ " + row.place().whole().zh() + ": " + shown(row.cells());
    }

    private static String shown(Map<String, Cell> cells) {
        return new TreeMap<>(cells)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static String shown(Cell cell) {
        if (cell instanceof Words words) {
            return "“" + words.text() + "”";
        }
        if (cell instanceof Digits digits) {
            return digits.written();
        }
        return cell instanceof Other other
                ? "other " + other.kind()
                : String.valueOf(cell instanceof Nothing ? null : cell);
    }

    private static List<String> shown(Violations violations) {
        return violations.first().stream().map(ReadFile::shown).toList();
    }

    private static String shown(Violation violation) {
        return violation.code() + " " + violation.message().in(Language.ZH);
    }

    String text() {
        return Stream.concat(lines.stream(), Stream.of("")).collect(Collectors.joining("\n"));
    }
}
