package org.targetwatch.intake;

import java.math.BigDecimal;
import java.util.Optional;
import org.targetwatch.intake.Cell.Digits;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.web.Text;

/** Reads a number, and checks it against what it counts. */
record NumberCheck(RowReport report) {
    private static final int WHOLE_DIGITS = 20;
    private static final int DECIMALS = 6;
    // Far beyond the limits above, and few enough that no arithmetic on them takes noticeable time.
    private static final int READABLE_DIGITS = 100;

    /** The number in {@code field} as it was sent; empty when it was refused. */
    Optional<BigDecimal> read(String field) {
        Cell cell = report.row().cell(field).orElseThrow();
        if (cell instanceof Digits digits) {
            return decimal(field, digits.written());
        }
        report.refuse(
                field,
                "E-TYPE",
                "“%s”不是数字：请写成不加引号、不带单位和千分位的数字，如 1234.5。",
                "'%s' is not a number: write it without quotes, unit or separators, like 1234.5.",
                cell instanceof Words words ? Text.shown(words.text()) : ((Cell.Other) cell).kind());
        return Optional.empty();
    }

    private Optional<BigDecimal> decimal(String field, String written) {
        if (written.endsWith("NaN") || written.endsWith("Infinity") || written.endsWith("INF")) {
            report.refuse(field, "E-NUMBER", "%s 不是一个数值：请填具体的数。", "%s is not a value: send an actual number.", written);
            return Optional.empty();
        }
        Optional<BigDecimal> number = parsed(written);
        if (number.isEmpty()) {
            refuseDigits(field, Text.shown(written));
        }
        return number;
    }

    private static Optional<BigDecimal> parsed(String written) {
        try {
            return Optional.of(written)
                    .filter(text -> text.length() <= READABLE_DIGITS)
                    .map(BigDecimal::new)
                    .filter(number -> Math.abs((long) number.scale()) <= READABLE_DIGITS);
        } catch (NumberFormatException exponentOutOfRange) {
            return Optional.empty();
        }
    }

    private void refuseDigits(String field, String shown) {
        report.refuse(
                field,
                "E-DIGITS",
                "%s 位数过多：换算后最多 %s 位整数和 %s 位小数。",
                "%s has too many digits: at most %s before and %s after the point, in base units.",
                shown,
                WHOLE_DIGITS,
                DECIMALS);
    }

    /** {@code number}, in base units, when it can be one of {@code base}; otherwise empty. */
    Optional<BigDecimal> checked(String field, BigDecimal number, Base base) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.precision() - plain.scale() > WHOLE_DIGITS || plain.scale() > DECIMALS) {
            refuseDigits(field, Text.shown(plain.toPlainString()));
        } else if (plain.signum() < 0) {
            report.refuse(field, "E-NEGATIVE", "%s 不能为负数。", "%s must not be negative.", plain.toPlainString());
        } else if (base.isWhole() && plain.scale() > 0) {
            report.refuse(
                    field,
                    "E-WHOLE",
                    "换算后为 %s %s，应为整数：请核对数值和单位。",
                    "This makes %s %s, which must be a whole number: check value and unit.",
                    plain.toPlainString(),
                    new Text(base.symbol(), base.english()));
        } else {
            return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
        }
        return Optional.empty();
    }
}
