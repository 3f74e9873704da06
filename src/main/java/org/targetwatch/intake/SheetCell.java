package org.targetwatch.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.targetwatch.intake.Cell.Digits;
import org.targetwatch.intake.Cell.Other;
import org.targetwatch.intake.Cell.Words;

/**
 * A cell of a sheet.
 *
 * @param text what stands in it, as the sheet shows it: a date as {@code 2020-09-30}, a share as {@code 93%}
 * @param formula whether it is computed
 */
record SheetCell(Type type, String text, boolean formula) {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    // What a program writes for a double. Longer ones, and exponents that no double has, are no work of a spreadsheet.
    private static final Pattern WRITTEN =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
    // Spreadsheets keep 15 digits; behind them a file has what is left over from the binary form: 1.1000000000000001.
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final BigDecimal LAST_DAY = new BigDecimal("2958465");

    /** What a cell holds. */
    enum Type {
        NUMBER,
        PERCENTAGE,
        DATE,
        WORDS,
        /** True, false. */
        LOGICAL
    }

    /** A number as the file has it; what a style makes of it decides how it is shown. */
    static SheetCell number(String written, Type style, boolean formula) {
        return parsed(written)
                .map(number -> shown(number, style, formula))
                .orElseGet(() -> new SheetCell(Type.WORDS, written, formula));
    }

    private static Optional<BigDecimal> parsed(String written) {
        return Optional.of(written)
                .filter(text -> WRITTEN.matcher(text).matches())
                .map(text -> new BigDecimal(text).round(KEPT));
    }

    private static SheetCell shown(BigDecimal number, Type style, boolean formula) {
        if (style == Type.DATE && number.signum() > 0 && number.compareTo(LAST_DAY) <= 0) {
            return new SheetCell(style, DAY_0.plusDays(number.longValue()).toString(), formula);
        }
        if (style == Type.PERCENTAGE) {
            return new SheetCell(style, plain(number.movePointRight(2)) + "%", formula);
        }
        return new SheetCell(Type.NUMBER, plain(number), formula);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** As the cell of a number: plain digits that were typed as text count as digits. */
    Cell asNumber() {
        return switch (type) {
            case NUMBER -> new Digits(text);
            case WORDS -> DECIMAL.matcher(text.strip()).matches() ? new Digits(text.strip()) : new Words(text);
            case DATE, PERCENTAGE -> new Words(text);
            case LOGICAL -> new Other(text);
        };
    }

    /** As the cell of a text. */
    Cell asWords() {
        return new Words(text);
    }
}
