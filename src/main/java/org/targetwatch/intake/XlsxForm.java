package org.targetwatch.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.measure.Period;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Understands the rows of a filled form by its {@link FormMarks}. */
final class XlsxForm {
    private static final Set<String> NUMBERS = Set.of("value", "numerator", "denominator");
    private static final List<String> FILLED = List.of("value", "numerator", "denominator", "note");
    private static final List<String> SIGNATURES = List.of("preparedBy", "checkedBy", "approvedBy");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Text ANEW = new Text("请重新下载填报表填写", "download the form anew and fill that");

    private final Plan plan;
    private final Consumer<Row> rows;
    private final Violations violations;
    private Map<String, String> columns = Map.of();
    private boolean known;
    private String region = "";
    private String period = "";
    private int count;
    private Signed signed = Signed.NONE;

    XlsxForm(Plan plan, Consumer<Row> rows, Violations violations) {
        this.plan = plan;
        this.rows = rows;
        this.violations = violations;
    }

    /** The next row of the workbook. */
    void row(SheetRow row) {
        if (row.text("A").equals(FormMarks.FORM)) {
            begin(row);
        } else if (known && row.text("A").equals(FormMarks.KEYS)) {
            columns = columns(row);
        } else if (known) {
            content(row);
        }
    }

    /** The codes stand in this order, whatever columns were inserted between them. */
    private void begin(SheetRow row) {
        Iterator<String> codes =
                row.cells().values().stream().skip(1).map(SheetCell::text).iterator();
        if (known) {
            refuse(row, "A", Text.of("工作簿中有两张填报表，请分别提交。", "The workbook holds two forms; send each by itself."));
        }
        known = true;
        columns = Map.of();
        refuseOther(row, next(codes), next(codes));
        region = next(codes);
        period = next(codes);
    }

    private static String next(Iterator<String> codes) {
        return codes.hasNext() ? codes.next() : "";
    }

    private void refuseOther(SheetRow row, String version, String planCode) {
        if (!version.equals(FormMarks.VERSION) || !planCode.equals(plan.code())) {
            refuse(
                    row,
                    "C",
                    Text.of(
                            "这是 %s 的填报表（第 %s 版），不是 %s 的（第 %s 版）：%s。",
                            "This is a form of %s (version %s), not of %s (version %s): %s.",
                            Text.shown(planCode),
                            Text.shown(version),
                            plan.code(),
                            FormMarks.VERSION,
                            ANEW));
        }
    }

    private static Map<String, String> columns(SheetRow row) {
        Map<String, String> columns = new HashMap<>();
        row.cells().forEach((column, cell) -> columns.put(cell.text(), column));
        return columns;
    }

    private void content(SheetRow row) {
        if (columns.containsKey(FormMarks.SHOWN_REGION)) {
            head(row);
        } else if (columns.containsKey("indicator")) {
            line(row);
        } else if (columns.containsKey("preparedBy")) {
            signatures(row);
        }
    }

    /** Whoever writes another month over last month's form must not have the figures taken for last month's. */
    private void head(SheetRow row) {
        if (row.cells().isEmpty()) {
            return;
        }
        Optional<String> shownRegion = plan.regions().find(region).map(FormMarks::shown);
        Optional<String> shownPeriod = Period.parse(period).map(FormMarks::shown);
        refuseOther(row, FormMarks.SHOWN_REGION, shownRegion);
        refuseOther(row, FormMarks.SHOWN_PERIOD, shownPeriod);
        columns = Map.of();
    }

    private void refuseOther(SheetRow row, String key, Optional<String> expected) {
        String shown = text(row, key);
        if (expected.isEmpty() || !plain(shown).equals(plain(expected.get()))) {
            refuse(
                    row,
                    columns.get(key),
                    Text.of(
                            "表上写的是“%s”，该表却是为“%s”生成的：%s，不要改写旧表。",
                            "It says '%s', but the form was made for '%s': %s instead of writing over an old one.",
                            Text.shown(shown),
                            expected.orElse("?"),
                            ANEW));
        }
    }

    private static String plain(String shown) {
        return shown.replaceAll("[\\s\\u00A0\\u3000]", "");
    }

    private void line(SheetRow row) {
        if (FILLED.stream().noneMatch(field -> isFilled(row, field))) {
            return;
        }
        int index = count++;
        boolean computed = refuseFormulas(row, index, columns.keySet());
        String code = text(row, "indicator");
        if (code.isEmpty()) {
            refuse(
                    row,
                    columns.get("indicator"),
                    Text.of(
                            "第 %s 行不是填报表原有的行，请删去：%s。",
                            "Row %s is not one of the form's; remove it, or %s.", row.number(), ANEW));
        } else if (!computed) {
            plan.indicator(code)
                    .map(Indicator::name)
                    .ifPresent(name -> refuseOther(row, FormMarks.SHOWN_INDICATOR, Optional.of(name)));
            rows.accept(new Row(index, cells(row, code), new Place.InSheet(row.number(), columns)));
        }
    }

    private Map<String, Cell> cells(SheetRow row, String indicator) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("indicator", new Words(indicator));
        cells.put("region", new Words(region));
        cells.put("period", new Words(period));
        Stream.of("value", "unit", "numerator", "denominator", "note")
                .filter(field -> isFilled(row, field))
                .forEach(field -> cells.put(field, cell(row, field)));
        return cells;
    }

    private Cell cell(SheetRow row, String field) {
        SheetCell cell = row.cells().get(columns.get(field));
        return NUMBERS.contains(field) ? cell.asNumber() : cell.asWords();
    }

    private boolean isFilled(SheetRow row, String field) {
        SheetCell cell = row.cells().get(columns.get(field));
        return cell != null && (cell.formula() || !isBlank(cell.text()));
    }

    private static boolean isBlank(String text) {
        return text.isBlank() || text.strip().equals(FormMarks.UNUSED);
    }

    private String text(SheetRow row, String key) {
        String column = columns.get(key);
        return column == null ? "" : row.text(column).strip();
    }

    private boolean refuseFormulas(SheetRow row, @Nullable Integer index, Collection<String> fields) {
        List<String> computed = fields.stream()
                .filter(field -> row.isComputed(columns.get(field)))
                .sorted()
                .toList();
        computed.forEach(field -> violations.add(new Violation(
                index,
                field,
                "E-FORMULA",
                Text.of(
                        "%s：填报格中只填数值或文字，不用公式。请复制后“选择性粘贴—数值”。",
                        "%s: fill in values, no formulas. Copy the cell and paste its value only.",
                        place(row, columns.get(field))))));
        return !computed.isEmpty();
    }

    private void signatures(SheetRow row) {
        if (row.cells().isEmpty()) {
            return;
        }
        if (!refuseFormulas(row, null, columns.keySet())) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            SIGNATURES.stream()
                    .filter(field -> isFilled(row, field))
                    .forEach(field -> cells.put(field, cell(row, field)));
            asOf(row).ifPresent(day -> cells.put("asOf", new Cell.Words(day.toString())));
            signed = new Signed(cells, new Place.InSheet(row.number(), columns));
        }
        columns = Map.of();
    }

    /** 数据截止日期; empty, with a violation, for what is no day near the plan's year. */
    private Optional<LocalDate> asOf(SheetRow row) {
        String written = text(row, "asOf");
        Optional<LocalDate> day = date(written).filter(this::isNearTheYear);
        if (day.isEmpty() && !written.isEmpty()) {
            violations.add(new Violation(
                    null,
                    "signatures.asOf",
                    "E-DATE",
                    Text.of(
                            "%s：“%s”不是可用的数据截止日期，应写作 2020-09-30，且不早于上年。",
                            "%s: '%s' is no usable day; write it like 2020-09-30, not before last year.",
                            place(row, columns.get("asOf")),
                            Text.shown(written))));
        }
        return day;
    }

    private boolean isNearTheYear(LocalDate day) {
        return Math.abs(day.getYear() - plan.year()) <= 1;
    }

    private static Optional<LocalDate> date(String written) {
        Matcher parts = DATE.matcher(written);
        try {
            return parts.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Who signed; to be asked when all rows are there. */
    Signed signed() {
        if (!known) {
            violations.add(new Violation(
                    null,
                    "",
                    "E-TEMPLATE",
                    Text.of(
                            "工作簿不是本系统的填报表。请从 /api/v1/plans/%s/templates/{region}/{period}.xlsx 下载填报表，填写后提交；自制的表格请另存为 CSV。",
                            "The workbook is not our form. Download it from /api/v1/plans/%s/templates/{region}/{period}.xlsx and send that; save a table of your own as CSV.",
                            plan.code())));
            violations.refuseIfAny();
        }
        return signed;
    }

    private void refuse(SheetRow row, @Nullable String column, Text message) {
        Text located = Text.of("%s：%s", "%s: %s", place(row, column), message);
        violations.add(new Violation(null, "", "E-TEMPLATE", located));
    }

    private static Text place(SheetRow row, @Nullable String column) {
        return new Place.InSheet(row.number(), column == null ? Map.of() : Map.of("", column)).field("");
    }
}
