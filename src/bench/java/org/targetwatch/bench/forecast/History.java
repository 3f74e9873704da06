package org.targetwatch.bench.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.OfQuantity;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Thresholds;

/**
 * One year as it really went: what was promised and the true value at the end of each month, January first.
 *
 * @param decimals to which the county reports
 * @param lastYear of the due month
 */
record History(Rules rules, Target target, double[] truth, int decimals, @Nullable Exact lastYear) {
    static final Period JANUARY = Period.of(2020, 1);
    static final Period DUE = Period.of(2020, 12);
    private static final Part PEOPLE = new Part("人数", "people", Unit.of(Base.PERSON));
    static final Measure SCHOOLS = new OfQuantity(Unit.of(Base.SCHOOL));
    static final Measure CASES = new OfQuantity(Unit.of(Base.CASE));
    static final Measure YUAN = new OfQuantity(Unit.of(Base.YUAN));
    static final Measure SHARE = new OfRatio(Scale.PERCENT, Unit.of(Base.PERCENT), PEOPLE, PEOPLE, true);
    static final Measure PER_PERSON = new OfRatio(Scale.PER_UNIT, Unit.of(Base.YUAN_PER_PERSON), PEOPLE, PEOPLE, false);

    static Rules rules(Measure measure, Kind kind, int judgedFrom) {
        Period from = Period.of(2020, judgedFrom);
        return new Rules(
                measure, kind, Frequency.MONTHLY, JANUARY, from, DUE, Commitment.STATED, Thresholds.DEFAULT, false);
    }

    static Exact rounded(double value, int decimals) {
        return Exact.of(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    static double number(Exact value) {
        return value.rounded().doubleValue();
    }

    /** The true value at the end of {@code month} (1 to 12), as a county would write it. */
    Exact at(int month) {
        return rounded(truth[month - 1], decimals);
    }

    boolean isMet() {
        Exact end = at(12);
        return target.direction().bound(end, lastYear).orElseThrow().metBy(end);
    }

    /** From the lowest to the highest value of the year. */
    double range() {
        return Arrays.stream(truth).max().orElseThrow()
                - Arrays.stream(truth).min().orElseThrow();
    }
}
