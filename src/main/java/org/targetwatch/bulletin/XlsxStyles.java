package org.targetwatch.bulletin;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a bulletin look: each kind of cell is made once. */
final class XlsxStyles {
    private static final String FANG_SONG = "仿宋";
    private static final String HEI = "黑体";
    private static final String KAI = "楷体";
    private static final short SIZE = 12;
    private static final short SMALL = 10;
    private static final short LARGE = 18;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.(\\d+))?");

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> numbers = new HashMap<>();
    final XSSFCellStyle title;
    final XSSFCellStyle centred;
    final XSSFCellStyle heading;
    final XSSFCellStyle subheading;
    final XSSFCellStyle words;
    final XSSFCellStyle right;
    final XSSFCellStyle caption;
    final XSSFCellStyle tableHead;
    final XSSFCellStyle table;

    XlsxStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = style(HEI, LARGE, HorizontalAlignment.CENTER);
        centred = style(KAI, SIZE, HorizontalAlignment.CENTER);
        heading = style(HEI, SIZE, HorizontalAlignment.LEFT);
        subheading = style(KAI, SIZE, HorizontalAlignment.LEFT);
        words = style(FANG_SONG, SIZE, HorizontalAlignment.LEFT);
        right = style(FANG_SONG, SIZE, HorizontalAlignment.RIGHT);
        caption = style(HEI, SIZE, HorizontalAlignment.CENTER);
        tableHead = framed(style(HEI, SMALL, HorizontalAlignment.CENTER));
        table = framed(style(FANG_SONG, SMALL, HorizontalAlignment.LEFT));
    }

    /** A number that is shown as {@code text}, unit and all, whatever its sign. */
    XSSFCellStyle number(String text) {
        return numbers.computeIfAbsent(format(text), format -> {
            XSSFCellStyle style = framed(style(FANG_SONG, SMALL, HorizontalAlignment.RIGHT));
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
        });
    }

    private static String format(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return literal(text) + ";" + literal(text) + ";" + literal(text);
        }
        String sign = number.group().startsWith("-") ? "-" : "";
        String decimals =
                number.group(1) == null ? "" : "." + "0".repeat(number.group(1).length());
        String shown = literal(text.substring(0, number.start()) + sign) + "0" + decimals
                + literal(text.substring(number.end()));
        return shown + ";" + shown + ";" + shown;
    }

    private static String literal(String words) {
        return words.isEmpty() ? "" : "\"" + words + "\"";
    }

    /** The height of a row that holds {@code words} in a column so many characters wide; a Chinese one takes two. */
    static float height(String words, int width, XSSFCellStyle style) {
        int taken =
                words.codePoints().map(character -> character < 0x2000 ? 1 : 2).sum();
        int size = style.getFont().getFontHeightInPoints();
        int lines = 1 + taken * size / (SIZE - 1) / width;
        return (size + 6f) * lines;
    }

    private XSSFCellStyle style(String font, short size, HorizontalAlignment alignment) {
        XSSFFont face = workbook.createFont();
        face.setFontName(font);
        face.setFontHeightInPoints(size);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(face);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private static XSSFCellStyle framed(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
