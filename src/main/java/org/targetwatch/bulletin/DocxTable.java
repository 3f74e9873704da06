package org.targetwatch.bulletin;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.targetwatch.bulletin.Bulletin.Block.Grid;

/** One table, as wide as the text, its head repeated on every page. */
final class DocxTable {
    /** Of a page whose template does not say: A4 with the usual margins, in twips. */
    static final int USUAL_WIDTH = 8844;

    /** Left and right of a cell's text, in twips. */
    static final int MARGIN = 30;

    private final XWPFDocument document;
    private final Map<DocxStyle, String> styles;
    private final int width;

    /** @param width of the text, in twips */
    DocxTable(XWPFDocument document, Map<DocxStyle, String> styles, int width) {
        this.document = document;
        this.styles = styles;
        this.width = width;
    }

    void write(Grid grid) {
        XWPFTable table =
                document.createTable(grid.rows().size() + 1, grid.columns().size());
        table.setStyleID(styles.get(DocxStyle.TABLE));
        table.getCTTbl().getTblPr().unsetTblBorders();
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        narrowMargins(table);
        int[] widths = widths(grid);
        columns(table, widths);
        row(table.getRow(0), grid.columns(), widths, DocxStyle.TABLE_HEADING);
        table.getRow(0).setRepeatHeader(true);
        for (int index = 0; index < grid.rows().size(); index++) {
            List<String> texts =
                    grid.rows().get(index).stream().map(Bulletin.Phrase::text).toList();
            row(table.getRow(index + 1), texts, widths, DocxStyle.TABLE_TEXT);
        }
    }

    /** Beside a number, which must not be broken; else there are 108 twips. */
    private static void narrowMargins(XWPFTable table) {
        CTTblCellMar margins = table.getCTTbl().getTblPr().addNewTblCellMar();
        Stream.of(margins.addNewLeft(), margins.addNewRight()).forEach(side -> {
            side.setW(BigInteger.valueOf(MARGIN));
            side.setType(STTblWidth.DXA);
        });
    }

    private int[] widths(Grid grid) {
        int whole = grid.widths().stream().mapToInt(Integer::intValue).sum();
        return grid.widths().stream().mapToInt(part -> width * part / whole).toArray();
    }

    private void columns(XWPFTable table, int[] widths) {
        CTTblWidth whole = table.getCTTbl().getTblPr().isSetTblW()
                ? table.getCTTbl().getTblPr().getTblW()
                : table.getCTTbl().getTblPr().addNewTblW();
        whole.setType(STTblWidth.DXA);
        whole.setW(BigInteger.valueOf(width));
        CTTblGrid columns = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (columns.sizeOfGridColArray() > 0) {
            columns.removeGridCol(0);
        }
        for (int one : widths) {
            columns.addNewGridCol().setW(BigInteger.valueOf(one));
        }
    }

    private void row(XWPFTableRow row, List<String> texts, int[] widths, DocxStyle style) {
        row.setCantSplitRow(true);
        for (int index = 0; index < texts.size(); index++) {
            XWPFTableCell cell = row.getCell(index);
            cell.setWidthType(TableWidthType.DXA);
            cell.setWidth(String.valueOf(widths[index]));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setStyle(styles.get(style));
            paragraph.createRun().setText(texts.get(index));
        }
    }
}
