package org.targetwatch.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.targetwatch.intake.SheetCell.Type;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** How a workbook's numbers are shown: a date and a percentage are plain numbers but for their style. */
final class SheetStyles extends DefaultHandler {
    private static final Set<Integer> PERCENTAGES = Set.of(9, 10);
    // Dates of Chinese, Japanese and Korean programs; a file does not spell these formats out.
    private static final Set<Integer> EAST_ASIAN_DATES = IntStream.concat(
                    IntStream.rangeClosed(27, 36), IntStream.rangeClosed(50, 58))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_FORMAT = 255;

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private boolean inCellStyles;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "numFmt" -> formats.put(number(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    formatOfStyle.add(number(attributes.getValue("numFmtId")));
                }
            }
            default -> {
                // Fonts, fills and borders say nothing about numbers.
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        inCellStyles &= !name.equals("cellXfs");
    }

    private static int number(@Nullable String written) {
        return written == null ? 0 : Integer.parseInt(written);
    }

    /** How the cells of a style, the {@code s} of a cell, show a number. */
    Type of(@Nullable String style) {
        int index = number(style);
        int format = index < formatOfStyle.size() ? formatOfStyle.get(index) : 0;
        String code = formats.get(format);
        if (EAST_ASIAN_DATES.contains(format) || DateUtil.isADateFormat(format, code)) {
            return Type.DATE;
        }
        return PERCENTAGES.contains(format) || code != null && showsPercent(code) ? Type.PERCENTAGE : Type.NUMBER;
    }

    private static boolean showsPercent(String code) {
        return code.length() <= LONGEST_FORMAT
                && code.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%");
    }
}
