package org.targetwatch.intake;

import java.util.Optional;
import org.targetwatch.figure.Figure;
import org.targetwatch.measure.Exact;
import org.targetwatch.web.Text;

/**
 * Changes of more than 30% (domain.md 5.3: S1). A stock is compared with the month before, or the quarter. A flow grows from nothing every
 * year, so it is compared with the same month of last year, and only once it is judged: the first months say little.
 */
final class ChangeRule {
    private static final Exact PERCENT = Exact.of(30);
    private static final int MONTHS_BEFORE = 3;

    private ChangeRule() {}

    static Optional<Finding> of(Observed observed) {
        return reference(observed)
                .filter(reference -> isFar(observed, reference) && !observed.isFew(difference(observed, reference)))
                .map(reference -> finding(observed, reference));
    }

    private static Optional<Figure> reference(Observed observed) {
        return observed.kind().isFlow()
                ? observed.lastYear().filter(lastYear -> observed.isJudged())
                : observed.before().filter(before -> before.period().monthsUntil(observed.period()) <= MONTHS_BEFORE);
    }

    private static Exact difference(Observed observed, Figure reference) {
        return observed.value().minus(observed.value(reference));
    }

    /** From 0 to anything is no percentage. */
    private static boolean isFar(Observed observed, Figure reference) {
        Exact before = observed.value(reference);
        return !before.isZero() && percent(observed, reference).abs().compareTo(PERCENT) > 0;
    }

    private static Exact percent(Observed observed, Figure reference) {
        return difference(observed, reference).times(Exact.HUNDRED).dividedBy(observed.value(reference));
    }

    private static Finding finding(Observed observed, Figure reference) {
        Exact percent = percent(observed, reference);
        return observed.finding(
                "W-CHANGE",
                "%s比 %s 的 %s%s %s%%，变动超过 %s%%，请核对。",
                "%s is %5$s%% %4$s than the %3$s of %2$s, a change of over %6$s%%; please check it.",
                observed.shown(observed.value()),
                reference.period(),
                observed.shown(observed.value(reference)),
                percent.isPositive() ? new Text("增加", "more") : new Text("减少", "less"),
                percent.abs().rounded(1).toPlainString(),
                PERCENT);
    }
}
