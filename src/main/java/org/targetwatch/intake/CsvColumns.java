package org.targetwatch.intake;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Which field stands in which column of a CSV file: what its header line says, in the API's words or in Chinese. */
final class CsvColumns {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            entry("指标", "indicator"),
            entry("指标代码", "indicator"),
            entry("填报单位", "region"),
            entry("填报单位代码", "region"),
            entry("报告期", "period"),
            entry("数值", "value"),
            entry("单位", "unit"),
            entry("计量单位", "unit"),
            entry("分子", "numerator"),
            entry("分母", "denominator"),
            entry("备注", "note"),
            entry("数据性质", "quality"));
    private static final List<String> SHOWN = List.of("指标", "填报单位", "报告期", "数值", "单位", "分子", "分母", "备注", "数据性质");
    private static final List<String> REQUIRED = List.of("indicator", "region", "period");

    private final List<String> fields = new ArrayList<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    /** Reads the header line's cells; what is wrong with them is told, and then no line can be read. */
    CsvColumns(List<String> header, Violations violations) {
        withoutBlankEnd(header).forEach(name -> add(name, violations));
        REQUIRED.stream()
                .filter(field -> !written.containsKey(field))
                .forEach(field -> refuse(
                        field,
                        Text.of(
                                "第 1 行：缺少“%s”（%s）列，请补上。",
                                "Line 1: the column %2$s (%1$s) is missing; add it.", chinese(field), field),
                        violations));
    }

    private static String chinese(String field) {
        return SHOWN.stream()
                .filter(name -> field.equals(FIELDS.get(name)))
                .findFirst()
                .orElse(field);
    }

    private static List<String> withoutBlankEnd(List<String> header) {
        int end = header.size();
        while (end > 0 && header.get(end - 1).isBlank()) {
            end--;
        }
        return header.subList(0, end);
    }

    private void add(String name, Violations violations) {
        Optional<String> field = field(name.strip());
        fields.add(field.orElse(name));
        if (field.isEmpty()) {
            refuse(
                    name,
                    Text.of(
                            "第 1 行第 %s 列：不认识列名“%s”。%s",
                            "Line 1, column %s: unknown name '%s'. %s", fields.size(), Text.shown(name), known()),
                    violations);
        } else if (written.putIfAbsent(field.get(), name.strip()) != null) {
            refuse(
                    name,
                    Text.of(
                            "第 1 行第 %s 列：“%s”与前面的列重复，请只保留一列。",
                            "Line 1, column %s: '%s' stands there twice; keep one column.",
                            fields.size(),
                            Text.shown(name)),
                    violations);
        }
    }

    /** The field that a column of this name holds; empty when there is no such column. */
    static Optional<String> field(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return FIELDS.containsValue(plain) ? Optional.of(plain) : Optional.ofNullable(FIELDS.get(name));
    }

    private static Text known() {
        return Text.of(
                "可用列名：%s，以逗号、分号或制表符分隔。",
                "Columns are %s, separated by commas, semicolons or tabs.",
                SHOWN.stream().map(name -> name + "（" + FIELDS.get(name) + "）").collect(Collectors.joining("、")));
    }

    private static void refuse(String field, Text message, Violations violations) {
        violations.add(new Violation(null, Text.shown(field), "E-COLUMN", message));
    }

    int count() {
        return fields.size();
    }

    /** The field in the column {@code index}, from 0. */
    String field(int index) {
        return fields.get(index);
    }

    /** What the file calls each field. */
    Map<String, String> written() {
        return written;
    }
}
