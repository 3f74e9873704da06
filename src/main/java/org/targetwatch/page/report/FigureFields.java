package org.targetwatch.page.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.figure.Figure;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.page.Shown;

/** A figure as somebody would type it into the form. */
final class FigureFields {
    private FigureFields() {}

    static Map<String, String> of(Figure figure, Indicator indicator) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (figure.amount() instanceof Amount.Ratio ratio) {
            fields.put(
                    ReportFields.name("numerator", indicator), ratio.numerator().toPlainString());
            fields.put(
                    ReportFields.name("denominator", indicator),
                    ratio.denominator().toPlainString());
        } else {
            Exact value = Exact.of(((Amount.Quantity) figure.amount()).value());
            fields.put(
                    ReportFields.name("value", indicator),
                    Shown.in(indicator.measure().unit(), value).rounded().toPlainString());
        }
        if (figure.note() != null) {
            fields.put(ReportFields.name("note", indicator), figure.note());
        }
        return fields;
    }
}
