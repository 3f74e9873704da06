package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.LeshanPlan;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Assessor;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Situation;
import org.targetwatch.progress.Tally;

class GapAnswerTest {
    private static final Period DECEMBER = Period.of(2020, 12);
    private static final Indicator PER_STUDENT =
            LeshanPlan.read().indicator("education-expenditure-per-student").orElseThrow();

    /** As it comes back from the database: last year's 10 ÷ 3 has ten decimals. */
    private static Card stored(String region, int yuan, int students) {
        Amount amount = new Amount.Ratio(BigDecimal.valueOf(yuan), BigDecimal.valueOf(students));
        Amount lastYear = new Amount.Ratio(BigDecimal.valueOf(10), BigDecimal.valueOf(3));
        Tally tally = new Tally(amount, new Coverage(1, 1, 0, 0), BigDecimal.ZERO, amount, lastYear);
        Assessment exact = Assessor.assess(
                new Situation(PER_STUDENT.target(), PER_STUDENT.rules(), DECEMBER, tally, false, false, List.of()));
        return new Card(
                "leshan-2020",
                region,
                PER_STUDENT.code(),
                DECEMBER,
                tally,
                null,
                Card.Marks.NONE,
                withBound(
                        exact,
                        new Bound(
                                Bound.Side.LOWER, Exact.of(exact.bound().value().rounded()))),
                new Forecast.Absent(Forecast.Reason.TOO_EARLY));
    }

    private static Assessment withBound(Assessment card, Bound bound) {
        return new Assessment(
                card.actual(),
                bound,
                card.expected(),
                card.completionRate(),
                card.gap(),
                card.gapCount(),
                card.lag(),
                card.lagPoints(),
                card.lagRegion(),
                card.requiredPerMonth(),
                card.low(),
                card.high(),
                card.met(),
                card.status(),
                card.reason(),
                card.severity());
    }

    @Test
    void gapAgainstLastYearsRatio_ofAStoredCard_isTakenFromTheTwoNumbersThemselves() {
        Card city = stored("511100", 90, 30);

        GapAnswer answer = GapAnswer.of(city, List.of(stored("511102", 60, 21), stored("511111", 30, 9)), PER_STUDENT);

        assertThat(answer.total().exact()).isEqualByComparingTo("10");
        assertThat(answer.parts())
                .extracting(part -> part.count().exact().toPlainString())
                .containsExactly("10", "0");
    }
}
