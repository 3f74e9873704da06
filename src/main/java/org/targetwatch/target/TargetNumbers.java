package org.targetwatch.target;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Unit;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * Reads the numbers of a decision, in base units: only what figures can reach and what is kept without rounding. A
 * refused one is named in the violations.
 *
 * @param stated the unit in which they are sent
 */
record TargetNumbers(Measure measure, Unit stated, Violations violations) {
    private static final Exact TOO_LARGE = Exact.of(BigDecimal.TEN.pow(20));
    private static final int DECIMALS = 6;
    // Far beyond what is accepted, and few enough that no arithmetic on them takes noticeable time.
    private static final int READABLE_DIGITS = 100;

    /** Whether {@code sent} can be computed with at all; 1E+999999999 is nine characters and a gigabyte of digits. */
    static boolean isReadable(BigDecimal sent) {
        return sent.precision() <= READABLE_DIGITS && Math.abs((long) sent.scale()) <= READABLE_DIGITS;
    }

    /** Whether {@code number} has no more than {@code decimals} places. */
    static boolean hasAtMost(int decimals, Exact number) {
        return isWhole(number.times(Exact.of(BigDecimal.TEN.pow(decimals))));
    }

    private static boolean isWhole(Exact number) {
        return number.floor().equals(number);
    }

    /** The number in {@code field}; null when there is none, or when it was refused. */
    @Nullable
    Exact read(String field, @Nullable BigDecimal sent) {
        if (sent == null) {
            return null;
        }
        Optional<Exact> number = Optional.of(sent)
                .filter(TargetNumbers::isReadable)
                .map(stated::toBase)
                .map(Exact::of);
        if (number.isEmpty()) {
            refuseDigits(field, sent.toString());
        }
        return number.filter(some -> accepts(field, some)).orElse(null);
    }

    /** Whether a target, a step or a baseline can be {@code number}, which is in base units. */
    boolean accepts(String field, Exact number) {
        if (number.abs().isAtLeast(TOO_LARGE) || !hasAtMost(DECIMALS, number)) {
            refuseDigits(field, number.toString());
        } else if (number.isNegative()) {
            refuse(field, "E-NEGATIVE", Text.of("%s 不能为负数。", "%s must not be negative.", number));
        } else if (stated.base().isWhole() && !isWhole(number)) {
            Text base = new Text(stated.base().symbol(), stated.base().english());
            refuse(
                    field,
                    "E-WHOLE",
                    Text.of("换算后为 %s %s，应为整数。", "This makes %s %s, which must be a whole number.", number, base));
        } else if (measure.isShare() && !number.isAtMost(Exact.HUNDRED)) {
            refuse(
                    field,
                    "E-TARGET-RANGE",
                    Text.of(
                            "%s 超出 0 至 100：占比类指标以百分数填写。",
                            "%s is not from 0 to 100: a share is given in percent.", number));
        } else {
            return true;
        }
        return false;
    }

    private void refuseDigits(String field, String shown) {
        refuse(
                field,
                "E-DIGITS",
                Text.of(
                        "%s 位数过多：换算后最多 20 位整数和 6 位小数。",
                        "%s has too many digits: at most 20 before and 6 after the point, in base units.",
                        Text.shown(shown)));
    }

    private void refuse(String field, String code, Text message) {
        violations.add(new Violation(null, field, code, message));
    }
}
