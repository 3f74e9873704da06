package org.targetwatch.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.web.Text;

/** The unit of a row (domain.md 5.3: V2). A bare quantity is never guessed at: 20 may be 元, 万元 or 亿元. */
record UnitCheck(RowReport report) {

    /** The unit sent for a quantity that the plan states in {@code stated}; empty when it was refused. */
    Optional<Unit> of(Unit stated) {
        if (!report.row().has("unit")) {
            report.refuse(
                    "unit",
                    "E-UNIT-MISSING",
                    "缺少单位：请填 unit，可用 %s。",
                    "The unit is missing: send unit, one of %s.",
                    allowed(stated));
            return Optional.empty();
        }
        Optional<Unit> unit = sent().flatMap(Unit::parse).filter(parsed -> parsed.base() == stated.base());
        if (unit.isEmpty()) {
            refuse(allowed(stated));
        }
        return unit;
    }

    /** Whether a ratio's row has no unit, or just the one of the quotient; refuses any other. */
    boolean isNoneBut(Unit quotient) {
        boolean fits = !report.row().has("unit")
                || sent().flatMap(Unit::parse)
                        .filter(parsed -> parsed.base() == quotient.base()
                                && parsed.factor().compareTo(quotient.factor()) == 0)
                        .isPresent();
        if (!fits) {
            refuse(quotient.symbol());
        }
        return fits;
    }

    private Optional<String> sent() {
        return report.row().cell("unit").filter(Words.class::isInstance).map(cell -> ((Words) cell)
                .text()
                .strip());
    }

    private void refuse(String allowed) {
        report.refuse(
                "unit",
                "E-UNIT",
                "单位“%s”不能用于该指标，可用 %s。",
                "The unit '%s' does not fit this indicator; use %s.",
                sent().map(Text::shown).orElse("?"),
                allowed);
    }

    private static String allowed(Unit stated) {
        return String.join("、", permitted(stated));
    }

    /** The units in which a quantity that the plan states in {@code stated} is best sent. */
    static List<String> permitted(Unit stated) {
        Stream<String> money = stated.base() == Base.YUAN ? Stream.of("元", "万元", "亿元") : Stream.empty();
        return Stream.concat(money, Stream.of(stated.base().symbol(), stated.symbol()))
                .distinct()
                .toList();
    }
}
