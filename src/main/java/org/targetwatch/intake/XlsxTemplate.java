package org.targetwatch.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;

/** Makes the form (填报表) that a region fills for a period. {@link FormMarks} says how it is read back. */
final class XlsxTemplate {
    private static final int LINE_HEIGHT = 15;
    private static final FormColumn LAST_COLUMN = FormColumn.NOTE;
    private static final String HINT = "说明：1. 只填浅黄色格。本期没有数据的留空，确为零的填 0。2. 比率只填分子、分母，由系统计算，不直接填百分比。"
            + "3. 灰色格、公式和隐藏的行列由系统使用，请不要改动，也不要把本表改作其他单位或月份使用。"
            + "4. 经单位负责人审核签字后，将本文件提交系统。";

    private final Plan plan;
    private final Region region;
    private final Period period;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("填报表");
    private final FormStyles styles = new FormStyles(workbook);
    private final FormRules rules = new FormRules(sheet);
    private int next;

    private XlsxTemplate(Plan plan, Region region, Period period) {
        this.plan = plan;
        this.region = region;
        this.period = period;
    }

    /** The workbook's bytes; it holds at least one line. */
    static byte[] of(Plan plan, Region region, Period period, List<FormLine> lines) {
        XlsxTemplate template = new XlsxTemplate(plan, region, period);
        try (template.workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            template.sheet(lines);
            FormUnits.table(template.workbook, lines);
            template.workbook.getProperties().getCoreProperties().setCreator("Targetwatch 目标监测");
            template.workbook.lockStructure();
            template.workbook.setForceFormulaRecalculation(true);
            template.workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void sheet(List<FormLine> lines) {
        head();
        int heading = next;
        heading();
        keys(FormColumn.values());
        for (int number = 1; number <= lines.size(); number++) {
            line(number, lines.get(number - 1));
        }
        signatures();
        hint();
        FormPage.arrange(sheet, heading, lines.size());
    }

    // ---- what stands where ----

    private XSSFRow row(int height) {
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(height);
        return row;
    }

    private XSSFRow hidden(String mark) {
        XSSFRow row = sheet.createRow(next++);
        row.setZeroHeight(true);
        row.createCell(0).setCellValue(mark);
        return row;
    }

    private XSSFCell cell(XSSFRow row, FormColumn column, CellStyle style, String text) {
        XSSFCell cell = row.createCell(column.ordinal());
        cell.setCellStyle(style);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        return cell;
    }

    /** One cell over several columns; every one has the style, so that its frame is whole. */
    private XSSFCell wide(XSSFRow row, FormColumn first, FormColumn last, CellStyle style, String text) {
        for (int column = first.ordinal() + 1; column <= last.ordinal(); column++) {
            row.createCell(column).setCellStyle(style);
        }
        if (first != last) {
            sheet.addMergedRegion(
                    new CellRangeAddress(row.getRowNum(), row.getRowNum(), first.ordinal(), last.ordinal()));
        }
        return cell(row, first, style, text);
    }

    private void head() {
        XSSFRow form = hidden(FormMarks.FORM);
        form.createCell(1).setCellValue(FormMarks.VERSION);
        form.createCell(2).setCellValue(plan.code());
        form.createCell(3).setCellValue(region.code());
        form.createCell(4).setCellValue(period.toString());
        wide(row(2 * LINE_HEIGHT + 8), FormColumn.NUMBER, LAST_COLUMN, styles.title, plan.name() + "目标任务填报表");
        XSSFRow keys = hidden(FormMarks.KEYS);
        keys.createCell(FormColumn.INDICATOR.ordinal()).setCellValue(FormMarks.SHOWN_REGION);
        keys.createCell(FormColumn.UNIT.ordinal()).setCellValue(FormMarks.SHOWN_PERIOD);
        XSSFRow head = row(LINE_HEIGHT + 9);
        wide(head, FormColumn.INDICATOR, FormColumn.MEANING, styles.head, FormMarks.shown(region));
        wide(head, FormColumn.UNIT, FormColumn.VALUE, styles.head, FormMarks.shown(period));
        wide(head, FormColumn.COMPUTED, LAST_COLUMN, styles.label, "（填报单位盖章）");
    }

    private void heading() {
        XSSFRow upper = row(LINE_HEIGHT + 5);
        XSSFRow lower = row(LINE_HEIGHT + 5);
        XSSFRow marks = row(LINE_HEIGHT);
        tall(upper, lower, FormColumn.NUMBER, "序号");
        tall(upper, lower, FormColumn.INDICATOR, "指标");
        tall(upper, lower, FormColumn.MEANING, "填报口径");
        tall(upper, lower, FormColumn.UNIT, "计量\n单位");
        wide(upper, FormColumn.LAST_PERIOD, FormColumn.LAST, styles.heading, "上期");
        cell(lower, FormColumn.LAST_PERIOD, styles.heading, "月份");
        cell(lower, FormColumn.LAST, styles.heading, "数值");
        wide(upper, FormColumn.VALUE, FormColumn.DENOMINATOR, styles.heading, "本期填报");
        cell(lower, FormColumn.VALUE, styles.heading, "数值");
        cell(lower, FormColumn.NUMERATOR, styles.heading, "分子");
        cell(lower, FormColumn.DENOMINATOR, styles.heading, "分母");
        tall(upper, lower, FormColumn.COMPUTED, "自动计算");
        tall(upper, lower, FormColumn.NOTE, "备注");
        for (FormColumn column : FormColumn.values()) {
            if (column.compareTo(LAST_COLUMN) <= 0) {
                cell(marks, column, styles.heading, column.mark());
            }
        }
    }

    private void tall(XSSFRow upper, XSSFRow lower, FormColumn column, String text) {
        cell(upper, column, styles.heading, text);
        cell(lower, column, styles.heading, "");
        sheet.addMergedRegion(
                new CellRangeAddress(upper.getRowNum(), lower.getRowNum(), column.ordinal(), column.ordinal()));
    }

    private void keys(FormColumn... columns) {
        XSSFRow keys = hidden(FormMarks.KEYS);
        for (FormColumn column : columns) {
            if (column.key() != null) {
                keys.createCell(column.ordinal()).setCellValue(column.key());
            }
        }
    }

    // ---- a line for each indicator ----

    private void line(int number, FormLine line) {
        XSSFRow row = row(height(line));
        row.createCell(FormColumn.NUMBER.ordinal()).setCellValue(number);
        row.getCell(FormColumn.NUMBER.ordinal()).setCellStyle(styles.centred);
        cell(row, FormColumn.INDICATOR, styles.words, line.indicator().name());
        cell(row, FormColumn.MEANING, styles.words, line.meaning());
        cell(row, FormColumn.CODE, styles.words, line.indicator().code());
        unit(row, line);
        last(row, line);
        inputs(row, line);
        computed(row, line);
        rules.note(cell(row, FormColumn.NOTE, styles.inputWords, ""));
    }

    private static int height(FormLine line) {
        int name = lines(line.indicator().name(), FormColumn.INDICATOR);
        int meaning = line.meaning()
                .lines()
                .mapToInt(part -> lines(part, FormColumn.MEANING))
                .sum();
        return LINE_HEIGHT * Math.max(name, meaning) + 7;
    }

    /** In how many lines a text stands in a column; a Chinese character takes the room of two others. */
    private static int lines(String text, FormColumn column) {
        int width =
                text.codePoints().map(character -> character < 0x2000 ? 1 : 2).sum();
        return 1 + width / column.width();
    }

    private void unit(XSSFRow row, FormLine line) {
        boolean choice = line.units().size() > 1;
        XSSFCell cell = cell(
                row,
                FormColumn.UNIT,
                choice ? styles.inputUnit : styles.centred,
                line.unit().symbol());
        if (choice) {
            rules.oneOf(cell, line.units());
        }
    }

    private void last(XSSFRow row, FormLine line) {
        cell(row, FormColumn.LAST_PERIOD, styles.centred, line.lastPeriod());
        XSSFCell cell = cell(row, FormColumn.LAST, styles.number(format("", line)), "");
        line.last(row.getRowNum() + 1).ifPresent(cell::setCellFormula);
    }

    /** {@code name} stands before the number, and before its sign. */
    private static String format(String name, FormLine line) {
        String number = line.measure().isRatio() ? rate(line.unit()) : "General";
        return name.isEmpty() ? number : "\"%1$s\"%2$s;\"%1$s-\"%2$s".formatted(name, number);
    }

    private static String rate(Unit unit) {
        return unit.base() == Unit.Base.PERCENT ? "0.00\"%\"" : "#,##0.00";
    }

    private void inputs(XSSFRow row, FormLine line) {
        if (line.measure() instanceof OfRatio ratio) {
            cell(row, FormColumn.VALUE, styles.unused, FormMarks.UNUSED);
            input(row, FormColumn.NUMERATOR, ratio.numerator());
            input(row, FormColumn.DENOMINATOR, ratio.denominator());
        } else {
            rules.number(
                    cell(row, FormColumn.VALUE, styles.inputNumber, ""),
                    line.isWhole(),
                    line.meaning() + "，按计量单位列的单位填写。");
            cell(row, FormColumn.NUMERATOR, styles.unused, FormMarks.UNUSED);
            cell(row, FormColumn.DENOMINATOR, styles.unused, FormMarks.UNUSED);
        }
    }

    private void input(XSSFRow row, FormColumn column, Part part) {
        XSSFCell cell = cell(row, column, styles.inputNumber, "");
        rules.number(cell, FormLine.isWhole(part.unit()), part.name() + "，单位：" + part.unit());
    }

    private void computed(XSSFRow row, FormLine line) {
        XSSFCell cell = cell(row, FormColumn.COMPUTED, styles.number(format(line.computedName(), line)), "");
        line.formula(row.getRowNum() + 1).ifPresent(cell::setCellFormula);
    }

    // ---- below the lines ----

    private void signatures() {
        XSSFRow keys = hidden(FormMarks.KEYS);
        XSSFRow row = row(2 * LINE_HEIGHT);
        cell(row, FormColumn.INDICATOR, styles.label, "单位负责人：");
        signature(keys, "approvedBy", cell(row, FormColumn.MEANING, styles.signature, ""));
        wide(row, FormColumn.UNIT, FormColumn.LAST_PERIOD, styles.label, "审核人：");
        signature(keys, "checkedBy", wide(row, FormColumn.LAST, FormColumn.VALUE, styles.signature, ""));
        cell(row, FormColumn.NUMERATOR, styles.label, "填报人：");
        signature(keys, "preparedBy", cell(row, FormColumn.DENOMINATOR, styles.signature, ""));
        cell(row, FormColumn.COMPUTED, styles.label, "数据截止日期：");
        XSSFCell date = cell(row, FormColumn.NOTE, styles.date, "");
        keys.createCell(date.getColumnIndex()).setCellValue("asOf");
        rules.date(date);
    }

    private void signature(XSSFRow keys, String key, XSSFCell cell) {
        keys.createCell(cell.getColumnIndex()).setCellValue(key);
        rules.name(cell);
    }

    private void hint() {
        wide(row(3 * LINE_HEIGHT), FormColumn.NUMBER, LAST_COLUMN, styles.hint, HINT);
    }
}
