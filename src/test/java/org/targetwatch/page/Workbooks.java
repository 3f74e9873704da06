package org.targetwatch.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The month's form in Excel, as a clerk downloads and fills it. */
public final class Workbooks {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workbooks() {}

    /** The form that the page offers, with values by indicator. */
    public static FilePayload filled(Page page, Map<String, Double> values) throws IOException {
        String address = page.locator("a[download]").getAttribute("href");
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                        new ByteArrayInputStream(page.request().get(address).body()));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            int column = cellWith(workbook, "value").getColumnIndex();
            values.forEach((indicator, value) ->
                    cellWith(workbook, indicator).getRow().getCell(column).setCellValue(value));
            workbook.write(bytes);
            return file(bytes.toByteArray());
        }
    }

    public static FilePayload file(byte[] content) {
        return new FilePayload("填报表.xlsx", TYPE, content);
    }

    /** A line is found by its hidden code, a column by its hidden key. */
    private static Cell cellWith(XSSFWorkbook workbook, String text) {
        for (Row row : workbook.getSheetAt(0)) {
            for (Cell cell : row) {
                if (cell.toString().equals(text)) {
                    return cell;
                }
            }
        }
        throw new AssertionError("The form holds no " + text);
    }
}
