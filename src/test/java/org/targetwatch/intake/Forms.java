package org.targetwatch.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.LeshanPlan;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;

/** Forms of 市中区 for October 2020, made without a running program, and filled as a clerk would. */
final class Forms {
    static final Plan PLAN = LeshanPlan.read();
    static final String REGION = "511102";
    static final Period PERIOD = Period.of(2020, 10);

    private Forms() {}

    /** The form with something reported for September everywhere. */
    static byte[] empty() {
        List<FormLine> lines = PLAN.indicators().values().stream()
                .filter(indicator -> PLAN.reports(REGION, indicator) && indicator.isReportedIn(PERIOD))
                .filter(indicator -> !indicator.confidential())
                .map(indicator -> new FormLine(indicator, PERIOD, reported(indicator)))
                .toList();
        return XlsxTemplate.of(PLAN, PLAN.regions().find(REGION).orElseThrow(), PERIOD, lines);
    }

    private static NavigableMap<Period, Amount> reported(Indicator indicator) {
        Measure measure = indicator.measure();
        Amount amount = measure.isRatio()
                ? new Ratio(new BigDecimal(930), new BigDecimal(1000))
                : new Quantity(
                        measure.unit().toBase(new BigDecimal("1.2")).setScale(0, java.math.RoundingMode.CEILING));
        NavigableMap<Period, Amount> reported = new TreeMap<>();
        reported.put(PERIOD.previous(), amount);
        return reported;
    }

    /** The form after {@code change}. */
    static byte[] changed(byte[] form, Consumer<XSSFSheet> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.accept(workbook.getSheetAt(0));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The cell in which an indicator's line has {@code column}. */
    static XSSFCell cell(XSSFSheet sheet, String indicator, FormColumn column) {
        return row(sheet, indicator).getCell(column.ordinal());
    }

    static XSSFRow row(XSSFSheet sheet, String indicator) {
        for (int number = 0; number <= sheet.getLastRowNum(); number++) {
            XSSFCell code = sheet.getRow(number).getCell(FormColumn.CODE.ordinal());
            if (code != null && code.getStringCellValue().equals(indicator)) {
                return sheet.getRow(number);
            }
        }
        throw new IllegalArgumentException("The form has no line for " + indicator);
    }
}
