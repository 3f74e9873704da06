package org.targetwatch.intake;

import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.targetwatch.measure.Unit;

/** A hidden sheet of the form that says what each unit is worth, for its formulas. */
final class FormUnits {
    private static final String SHEET = "单位";

    private FormUnits() {}

    static void table(XSSFWorkbook workbook, List<FormLine> lines) {
        XSSFSheet table = workbook.createSheet(SHEET);
        lines.stream()
                .flatMap(line -> line.units().stream())
                .distinct()
                .map(symbol -> Unit.parse(symbol).orElseThrow())
                .forEach(unit -> row(table, unit));
        workbook.setSheetVisibility(workbook.getSheetIndex(table), SheetVisibility.VERY_HIDDEN);
    }

    private static void row(XSSFSheet table, Unit unit) {
        XSSFRow row = table.createRow(table.getPhysicalNumberOfRows());
        row.createCell(0).setCellValue(unit.symbol());
        row.createCell(1).setCellValue(unit.factor().doubleValue());
    }

    /** The formula for what the unit in {@code cell} is worth in its base unit. */
    static String worthOf(String cell) {
        return "VLOOKUP(" + cell + "," + SHEET + "!$A:$B,2,FALSE)";
    }
}
