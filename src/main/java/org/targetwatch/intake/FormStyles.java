package org.targetwatch.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of the form look: each kind of cell is made once. */
final class FormStyles {
    private static final String SONG = "宋体";
    private static final String HEI = "黑体";
    private static final short TITLE_SIZE = 20;
    private static final short SIZE = 11;
    private static final short SMALL_SIZE = 10;
    private static final byte OPAQUE = (byte) 0xFF;
    private static final byte[] INPUT = {OPAQUE, (byte) 0xFF, (byte) 0xFB, (byte) 0xE6};
    private static final byte[] SHADED = {OPAQUE, (byte) 0xF2, (byte) 0xF2, (byte) 0xF2};

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> numbers = new HashMap<>();
    final XSSFCellStyle title;
    final XSSFCellStyle head;
    final XSSFCellStyle heading;
    final XSSFCellStyle words;
    final XSSFCellStyle centred;
    final XSSFCellStyle unused;
    final XSSFCellStyle inputNumber;
    final XSSFCellStyle inputWords;
    final XSSFCellStyle inputUnit;
    final XSSFCellStyle label;
    final XSSFCellStyle signature;
    final XSSFCellStyle date;
    final XSSFCellStyle hint;

    FormStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont song = font(SONG, SIZE);
        title = style(font(HEI, TITLE_SIZE), HorizontalAlignment.CENTER);
        head = style(song, HorizontalAlignment.LEFT);
        heading = framed(font(HEI, SIZE), HorizontalAlignment.CENTER, SHADED);
        words = framed(song, HorizontalAlignment.LEFT);
        centred = framed(song, HorizontalAlignment.CENTER);
        unused = framed(song, HorizontalAlignment.CENTER, SHADED);
        inputNumber = input(song, HorizontalAlignment.RIGHT);
        inputWords = input(song, HorizontalAlignment.LEFT);
        inputUnit = input(song, HorizontalAlignment.CENTER);
        label = style(song, HorizontalAlignment.RIGHT);
        signature = underlined(song, "@");
        date = underlined(song, "yyyy\"年\"m\"月\"d\"日\"");
        hint = style(font(SONG, SMALL_SIZE), HorizontalAlignment.LEFT);
    }

    /** A locked number in a format of its own. */
    XSSFCellStyle number(String format) {
        return numbers.computeIfAbsent(format, key -> {
            XSSFCellStyle style = framed(font(SONG, SIZE), HorizontalAlignment.RIGHT);
            style.setDataFormat(workbook.createDataFormat().getFormat(key));
            return style;
        });
    }

    private XSSFFont font(String name, short size) {
        XSSFFont font = workbook.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints(size);
        font.setCharSet(FontCharset.GB2312);
        return font;
    }

    private XSSFCellStyle style(XSSFFont font, HorizontalAlignment alignment) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private XSSFCellStyle framed(XSSFFont font, HorizontalAlignment alignment) {
        XSSFCellStyle style = style(font, alignment);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private XSSFCellStyle framed(XSSFFont font, HorizontalAlignment alignment, byte[] fill) {
        XSSFCellStyle style = framed(font, alignment);
        style.setFillForegroundColor(new XSSFColor(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private XSSFCellStyle input(XSSFFont font, HorizontalAlignment alignment) {
        XSSFCellStyle style = framed(font, alignment, INPUT);
        style.setLocked(false);
        return style;
    }

    private XSSFCellStyle underlined(XSSFFont font, String format) {
        XSSFCellStyle style = style(font, HorizontalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.THIN);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setLocked(false);
        return style;
    }
}
