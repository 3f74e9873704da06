package org.targetwatch.progress;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;

/** Numbers times 12 × this year's denominator × last year's, so that neither a twelfth nor a share needs dividing. */
record Undivided(Scale scale, Amount amount, @Nullable Amount lastYearAmount) {
    private static final BigDecimal TWELVE = new BigDecimal(12);

    BigDecimal of(Exact value) {
        return PlainJudge.decimal(value)
                .multiply(TWELVE)
                .multiply(denominator(amount))
                .multiply(denominator(lastYearAmount));
    }

    BigDecimal actual() {
        return numerator(amount).multiply(TWELVE).multiply(denominator(lastYearAmount));
    }

    BigDecimal lastYear() {
        return numerator(Objects.requireNonNull(lastYearAmount))
                .multiply(TWELVE)
                .multiply(denominator(amount));
    }

    private BigDecimal numerator(Amount of) {
        if (of instanceof Ratio ratio) {
            return scale == Scale.PERCENT ? ratio.numerator().multiply(BigDecimal.valueOf(100)) : ratio.numerator();
        }
        return ((Quantity) of).value();
    }

    private static BigDecimal denominator(@Nullable Amount of) {
        return of instanceof Ratio ratio ? ratio.denominator() : BigDecimal.ONE;
    }
}
