package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure.OfQuantity;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;

/** Which months count, of an indicator judged from March and due in October or in next year's February. */
class RulesTest {
    private static Rules rules(Frequency frequency, Period due) {
        return new Rules(
                new OfQuantity(Unit.of(Unit.Base.ITEM)),
                Kind.STOCK,
                frequency,
                month(1),
                month(3),
                due,
                Commitment.STATED,
                Thresholds.DEFAULT,
                true);
    }

    private static Period month(int month) {
        return Period.of(2020, 1).plusMonths(month - 1);
    }

    @Test
    void monthlyFigure_isMeasuredInItsOwnMonth_andConfirmedByTheMonthBefore() {
        Rules monthly = rules(Frequency.MONTHLY, month(10));
        assertThat(monthly.measuredIn(month(5))).isEqualTo(month(5));
        assertThat(monthly.measuredIn(month(12))).as("after the due month").isEqualTo(month(12));
        assertThat(monthly.judgedBefore(month(5))).contains(month(4));
        assertThat(monthly.judgedBefore(month(3))).as("judged from March").isEmpty();
    }

    @Test
    void quarterlyFigure_isMeasuredWhereItWasAsked_andConfirmedByTheOneBefore() {
        Rules quarterly = rules(Frequency.QUARTERLY, month(14));
        assertThat(quarterly.measuredIn(month(2))).as("nothing was asked yet").isEqualTo(month(2));
        assertThat(quarterly.measuredIn(month(3))).isEqualTo(month(3));
        assertThat(quarterly.measuredIn(month(5))).isEqualTo(month(3));
        assertThat(quarterly.measuredIn(month(14))).as("the due month").isEqualTo(month(14));
        assertThat(quarterly.judgedBefore(month(5))).as("March only").isEmpty();
        assertThat(quarterly.judgedBefore(month(6))).contains(month(3));
        assertThat(quarterly.judgedBefore(month(8))).contains(month(3));
        assertThat(quarterly.judgedBefore(month(14))).contains(month(12));
    }

    @Test
    void yearlyFigure_isMeasuredInTheDueMonth_andNeverConfirmed() {
        Rules yearly = rules(Frequency.YEARLY, month(10));
        assertThat(yearly.measuredIn(month(12))).isEqualTo(month(10));
        assertThat(yearly.judgedBefore(month(12))).isEmpty();
    }
}
