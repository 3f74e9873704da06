package org.targetwatch.intake;

import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The form's sheet as a whole: how it is printed, what stays in sight, what cannot be changed by a slip. */
final class FormPage {
    private static final int CHARACTER = 256;
    private static final int LINES_ON_A_PAGE = 25;
    private static final double MARGIN = 0.5;

    private FormPage() {}

    /** To be called when every row is there; {@code heading} is the first of three rows that stand on every page. */
    static void arrange(XSSFSheet sheet, int heading, int lines) {
        for (FormColumn column : FormColumn.values()) {
            sheet.setColumnWidth(column.ordinal(), column.width() * CHARACTER);
        }
        sheet.setColumnHidden(FormColumn.CODE.ordinal(), true);
        sheet.createFreezePane(FormColumn.MEANING.ordinal(), heading + 3);
        sheet.setRepeatingRows(new CellRangeAddress(heading, heading + 2, -1, -1));
        sheet.getWorkbook().setPrintArea(0, 0, FormColumn.NOTE.ordinal(), 0, sheet.getLastRowNum());
        print(sheet, lines <= LINES_ON_A_PAGE);
        protect(sheet);
    }

    private static void print(XSSFSheet sheet, boolean onOnePage) {
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) (onOnePage ? 1 : 0));
        Stream.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)
                .forEach(margin -> sheet.setMargin(margin, MARGIN));
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    }

    /** Without a password: it guards against slips, not against people. */
    private static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }
}
