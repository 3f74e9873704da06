package org.targetwatch.intake;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.web.Text;

/** The hard rules for the numbers of a row (domain.md 5.3: V2 to V5, V8, V9). */
final class AmountCheck {
    private final Row row;
    private final RowReport report;
    private final NumberCheck numbers;
    private final UnitCheck units;

    AmountCheck(RowReport report) {
        this.row = report.row();
        this.report = report;
        this.numbers = new NumberCheck(report);
        this.units = new UnitCheck(report);
    }

    /** The amount in base units; null when it was refused. */
    @Nullable
    Amount of(Measure measure) {
        if (isWithoutNumbers()) {
            return null;
        }
        boolean value = row.has("value");
        boolean parts = row.has("numerator") || row.has("denominator");
        if (value && parts) {
            report.refuse(
                    "value",
                    "E-BOTH",
                    "value 与 numerator、denominator 不能同时填写：数量只填 value 和 unit，比率只填 numerator 和 denominator。",
                    "value excludes numerator and denominator: a quantity has value and unit, a ratio numerator and denominator.");
            return null;
        }
        return measure instanceof OfRatio ratio ? ratio(ratio, value) : quantity(measure.unit(), parts);
    }

    private boolean isWithoutNumbers() {
        if (row.has("value") || row.has("numerator") || row.has("denominator")) {
            return false;
        }
        boolean isNull = Stream.of("value", "numerator", "denominator").anyMatch(row::isNull);
        if (isNull) {
            refuseNull("value");
        } else {
            report.refuse(
                    "value",
                    "E-MISSING",
                    "没有数值：数量请填 value 和 unit，比率请填 numerator 和 denominator。",
                    "No number: a quantity needs value and unit, a ratio numerator and denominator.");
        }
        return true;
    }

    private void refuseNull(String field) {
        report.refuse(
                field,
                "E-NULL",
                "空值（null）不能清除已报数据：未报请不要列出该条，确为零请填 0。",
                "null never erases a figure: leave out what is not reported, and send 0 for a real zero.");
    }

    private @Nullable Quantity quantity(Unit stated, boolean parts) {
        Base base = stated.base();
        if (parts) {
            report.refuse(
                    row.has("numerator") ? "numerator" : "denominator",
                    "E-QUANTITY",
                    "该指标是数量，不是比率：请填 value 和 unit（%s）。",
                    "This indicator is a quantity, not a ratio: send value and unit (%s).",
                    stated);
            return null;
        }
        Optional<Unit> unit = units.of(stated);
        Optional<BigDecimal> value = numbers.read("value");
        if (unit.isEmpty() || value.isEmpty()) {
            return null;
        }
        return numbers.checked("value", unit.get().toBase(value.get()), base)
                .map(Quantity::new)
                .orElse(null);
    }

    private @Nullable Ratio ratio(OfRatio measure, boolean value) {
        if (value) {
            report.refuse(
                    "value",
                    "E-RATIO",
                    "比率不接受直接填写的百分比，因为百分比不能汇总：请填 numerator（%s，%s）和 denominator（%s，%s）。",
                    "A ratio is not reported as a bare percentage, which cannot be summed: send numerator (%s, %s) and denominator (%s, %s).",
                    name(measure.numerator()),
                    measure.numerator().unit(),
                    name(measure.denominator()),
                    measure.denominator().unit());
            return null;
        }
        boolean unit = units.isNoneBut(measure.unit());
        Optional<BigDecimal> numerator = part("numerator", "E-NUMERATOR", measure.numerator());
        Optional<BigDecimal> denominator =
                part("denominator", "E-DENOMINATOR", measure.denominator()).filter(this::isPositive);
        return unit && numerator.isPresent() && denominator.isPresent()
                ? ratio(measure, numerator.get(), denominator.get())
                : null;
    }

    private @Nullable Ratio ratio(OfRatio measure, BigDecimal numerator, BigDecimal denominator) {
        if (measure.isShare() && numerator.compareTo(denominator) > 0) {
            report.refuse(
                    "numerator",
                    "E-SHARE",
                    "部分大于整体：%s %s 大于 %s %s，请核对两个数。",
                    "The part is greater than the whole: %s %s exceeds %s %s; check both.",
                    name(measure.numerator()),
                    numerator.toPlainString(),
                    name(measure.denominator()),
                    denominator.toPlainString());
            return null;
        }
        return new Ratio(numerator, denominator);
    }

    private Optional<BigDecimal> part(String field, String code, Part part) {
        if (row.has(field)) {
            return numbers.read(field)
                    .flatMap(number -> numbers.checked(
                            field, part.unit().toBase(number), part.unit().base()));
        }
        if (row.isNull(field)) {
            refuseNull(field);
        } else {
            report.refuse(
                    field,
                    code,
                    "缺少 %s（%s，%s）：比率须同时填 numerator 和 denominator。",
                    "%s is missing (%s, %s): a ratio needs numerator and denominator.",
                    field,
                    name(part),
                    part.unit());
        }
        return Optional.empty();
    }

    private boolean isPositive(BigDecimal denominator) {
        if (denominator.signum() == 0) {
            report.refuse(
                    "denominator",
                    "E-DENOMINATOR",
                    "分母不能为 0：该单位没有这类对象时，请不要列出该条。",
                    "The denominator must not be 0: where there is nothing to count, leave the figure out.");
        }
        return denominator.signum() > 0;
    }

    private static Text name(Part part) {
        return new Text(part.name(), part.english());
    }
}
