package org.targetwatch.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Unit;

/**
 * What one line of the form says of an indicator.
 *
 * @param reported what the region has reported in the plan's year before {@code period}
 */
record FormLine(Indicator indicator, Period period, NavigableMap<Period, Amount> reported) {
    private static final int RATE_DECIMALS = 2;
    // As many as a reported number may have; behind them a spreadsheet shows what is left over from binary.
    private static final int DECIMALS = 6;

    Measure measure() {
        return indicator.measure();
    }

    Unit unit() {
        return measure().unit();
    }

    private Kind kind() {
        return indicator.rules().kind();
    }

    /** The units one may choose from; a ratio's parts have theirs. */
    List<String> units() {
        return measure().isRatio() ? List.of(unit().symbol()) : UnitCheck.permitted(unit());
    }

    /** Whether only whole numbers make sense, in whatever unit is chosen. */
    boolean isWhole() {
        return isWhole(unit());
    }

    static boolean isWhole(Unit unit) {
        return unit.base().isWhole() && unit.factor().compareTo(BigDecimal.ONE) == 0;
    }

    /** 口径: what the figure of this month is to say. */
    String meaning() {
        return measure() instanceof OfRatio ratio
                ? "分子：" + shown(ratio.numerator()) + "\n分母：" + shown(ratio.denominator())
                        + (kind().isFlow() ? "\n" + span() : "")
                : span();
    }

    private static String shown(Part part) {
        return part.name() + "，" + part.unit();
    }

    private String span() {
        if (period.isAfter(indicator.rules().planEnd())) {
            return indicator.rules().planStart().year() + "年全年";
        }
        String month = period.monthOfYear() + "月";
        return switch (kind()) {
            case STOCK -> month + "末时点数";
            case FLOW_MONTHLY -> month + "当月数";
            case FLOW_TO_DATE -> (period.monthOfYear() == 1 ? "" : "1—") + month + "累计数";
        };
    }

    /** The month of the last figure; empty without one. */
    String lastPeriod() {
        return reported.isEmpty() ? "" : reported.lastKey().monthOfYear() + "月";
    }

    /** The formula for the last figure, in the unit that is chosen in the line's row, counted from 1. */
    Optional<String> last(int row) {
        return Optional.ofNullable(reported.lastEntry()).map(entry -> chosen(stated(entry.getValue()), row));
    }

    private BigDecimal stated(Amount amount) {
        Exact value = amount.in(measure().scale()).dividedBy(Exact.of(unit().factor()));
        return measure().isRatio() ? value.rounded(RATE_DECIMALS) : value.rounded();
    }

    /** A number in the unit of the plan as one in the unit that is chosen. */
    private String chosen(BigDecimal stated, int row) {
        String number = stated.toPlainString();
        return units().size() == 1
                ? number
                : number + "*" + unit().factor().toPlainString() + "/" + FormUnits.worthOf(FormColumn.UNIT.at(row));
    }

    /** What the form computes, named in front of the number. */
    String computedName() {
        if (measure().isRatio()) {
            return measure().scale() == Scale.PERCENT ? "比率 " : "均值 ";
        }
        if (kind() == Kind.FLOW_MONTHLY) {
            return "累计 ";
        }
        boolean sinceLastMonth = reported.isEmpty()
                ? period.monthOfYear() == 1
                : reported.lastKey().next().equals(period);
        return kind() == Kind.FLOW_TO_DATE && sinceLastMonth ? "本月 " : "较上期 ";
    }

    /** The formula for it in the line's row, counted from 1; empty where there is nothing to compare with. */
    Optional<String> formula(int row) {
        if (measure() instanceof OfRatio ratio) {
            return Optional.of(quotient(ratio, FormColumn.NUMERATOR.at(row), FormColumn.DENOMINATOR.at(row)));
        }
        String value = FormColumn.VALUE.at(row);
        return compared(row)
                .map(compared -> "IF(%1$s=\"\",\"\",ROUND(%1$s%2$s,%3$s))".formatted(value, compared, DECIMALS));
    }

    private Optional<String> compared(int row) {
        if (kind() == Kind.FLOW_MONTHLY) {
            return Optional.of(reported.values().stream()
                    .reduce(Amount::plus)
                    .map(before -> "+" + chosen(stated(before), row))
                    .orElse(""));
        }
        if (reported.isEmpty()) {
            boolean first = kind() == Kind.FLOW_TO_DATE && period.monthOfYear() == 1;
            return first ? Optional.of("") : Optional.empty();
        }
        return Optional.of("-" + FormColumn.LAST.at(row));
    }

    private String quotient(OfRatio ratio, String numerator, String denominator) {
        Exact factor = Exact.of(ratio.numerator().unit().factor())
                .dividedBy(Exact.of(ratio.denominator().unit().factor()))
                .times(ratio.scale().factor())
                .dividedBy(Exact.of(unit().factor()));
        return "IF(OR(%1$s=\"\",%2$s=\"\",%2$s=0),\"\",%1$s/%2$s*%3$s)"
                .formatted(numerator, denominator, factor.rounded().toPlainString());
    }
}
