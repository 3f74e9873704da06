package org.targetwatch.bulletin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;

/** A bulletin as a workbook: the text on the first sheet, every table on one of its own with numbers to reckon with. */
final class XlsxPaper {
    private static final int TEXT_WIDTH = 72;
    private static final int TABLE_WIDTH = 150;
    private static final int HEAD_ROW = 1;
    private static final int NARROWEST = 8;
    /** Excel shows nothing beyond. */
    private static final int WIDEST = 255;

    private final XSSFWorkbook workbook;
    private final XlsxStyles styles;

    private XlsxPaper(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.styles = new XlsxStyles(workbook);
    }

    static byte[] of(Bulletin bulletin) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XlsxPaper paper = new XlsxPaper(workbook);
            paper.text(bulletin);
            bulletin.chapters().stream()
                    .flatMap(chapter -> chapter.blocks().stream())
                    .filter(Block.Grid.class::isInstance)
                    .forEach(grid -> paper.table((Block.Grid) grid));
            bulletin.annexes().forEach(paper::table);
            FixedPackage.describe(workbook, bulletin);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return FixedPackage.of(bytes.toByteArray());
        }
    }

    // ---- the text ----

    private void text(Bulletin bulletin) {
        XSSFSheet sheet = sheet("通报", false);
        sheet.setColumnWidth(0, TEXT_WIDTH * 256);
        line(sheet, styles.title, bulletin.head().fullTitle());
        line(sheet, styles.centred, bulletin.head().issue());
        line(sheet, styles.centred, bulletin.head().asOf());
        bulletin.chapters().forEach(chapter -> {
            line(sheet, styles.heading, chapter.heading());
            chapter.blocks().forEach(block -> block(sheet, block));
        });
        bulletin.sign().forEach(words -> line(sheet, styles.right, words));
        bulletin.notes().forEach(words -> line(sheet, styles.words, words));
    }

    private void block(XSSFSheet sheet, Block block) {
        if (block instanceof Block.Subheading subheading) {
            line(sheet, styles.subheading, subheading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            line(sheet, styles.words, words(paragraph.phrases()));
        } else if (block instanceof Block.Grid grid) {
            line(sheet, styles.words, grid.caption() + "（见工作表“" + grid.name() + "”）");
        }
    }

    private static String words(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::text).collect(Collectors.joining());
    }

    private static void line(XSSFSheet sheet, XSSFCellStyle style, String words) {
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        row.setHeightInPoints(XlsxStyles.height(words, TEXT_WIDTH, style));
        XSSFCell cell = row.createCell(0);
        cell.setCellValue(words);
        cell.setCellStyle(style);
    }

    // ---- tables ----

    private void table(Block.Grid grid) {
        XSSFSheet sheet = sheet(grid.name(), true);
        int[] widths = widths(grid);
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        wide(sheet, 0, grid, styles.caption, grid.caption());
        XSSFRow head = sheet.createRow(HEAD_ROW);
        for (int column = 0; column < grid.columns().size(); column++) {
            words(head, column, styles.tableHead, grid.columns().get(column));
        }
        grid.rows().forEach(row -> row(sheet, widths, row));
        wide(sheet, sheet.getPhysicalNumberOfRows(), grid, styles.words, grid.note());
        sheet.createFreezePane(1, HEAD_ROW + 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:" + (HEAD_ROW + 1)));
    }

    /** In characters. */
    private static int[] widths(Block.Grid grid) {
        int whole = grid.widths().stream().mapToInt(Integer::intValue).sum();
        return grid.widths().stream()
                .mapToInt(part -> Math.min(WIDEST, Math.max(NARROWEST, TABLE_WIDTH * part / whole)))
                .toArray();
    }

    private void wide(XSSFSheet sheet, int index, Block.Grid grid, XSSFCellStyle style, String words) {
        XSSFRow row = sheet.createRow(index);
        row.setHeightInPoints(XlsxStyles.height(words, TABLE_WIDTH, style));
        words(row, 0, style, words);
        sheet.addMergedRegion(
                new CellRangeAddress(index, index, 0, grid.columns().size() - 1));
    }

    private void row(XSSFSheet sheet, int[] widths, List<Phrase> phrases) {
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        float height = 0;
        for (int column = 0; column < phrases.size(); column++) {
            Phrase phrase = phrases.get(column);
            height = Math.max(height, XlsxStyles.height(phrase.text(), widths[column], styles.table));
            if (phrase.number() == null) {
                words(row, column, styles.table, phrase.text());
            } else {
                XSSFCell cell = row.createCell(column);
                cell.setCellValue(phrase.number().doubleValue());
                cell.setCellStyle(styles.number(phrase.text()));
            }
        }
        row.setHeightInPoints(height);
    }

    private static void words(XSSFRow row, int column, XSSFCellStyle style, String words) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(words);
        cell.setCellStyle(style);
    }

    private XSSFSheet sheet(String name, boolean landscape) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        return sheet;
    }
}
