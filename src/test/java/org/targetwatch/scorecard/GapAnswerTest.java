package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final Coverage REPORTED = new Coverage(1, 1, 0, 0);
    private static final Indicator PER_STUDENT =
            LeshanPlan.read().indicator("education-expenditure-per-student").orElseThrow();

    /** As it comes back from the database: last year's 10 ÷ 3 has ten decimals. */
    private static Card stored(String region, int yuan, int students) {
        Amount lastYear = new Amount.Ratio(BigDecimal.valueOf(10), BigDecimal.valueOf(3));
        return stored(
                region, new Tally(amount(yuan, students), REPORTED, BigDecimal.ZERO, amount(yuan, students), lastYear));
    }

    private static Amount amount(int yuan, int students) {
        return new Amount.Ratio(BigDecimal.valueOf(yuan), BigDecimal.valueOf(students));
    }

    private static Card stored(String region, Tally tally) {
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
                withBound(exact, exact.bound() == null ? null : rounded(exact.bound())),
                new Forecast.Absent(Forecast.Reason.TOO_EARLY));
    }

    private static Bound rounded(Bound bound) {
        return new Bound(bound.side(), Exact.of(bound.value().rounded()));
    }

    private static Assessment withBound(Assessment card, @Nullable Bound bound) {
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

    @Test
    void regionWithoutLastYear_hasNoCount_andTheTotalIsThatOfTheCard() {
        Card city = stored("511100", 60, 21);
        Card without = stored("511111", new Tally(amount(30, 9), REPORTED, BigDecimal.ZERO, null, null));

        GapAnswer answer = GapAnswer.of(city, List.of(stored("511102", 60, 21), without), PER_STUDENT);

        assertThat(answer.total().exact())
                .isEqualByComparingTo(city.assessment().gapCount().rounded())
                .isEqualByComparingTo("10");
        assertThat(answer.parts()).extracting(GapAnswer.Part::region).containsExactly("511102", "511111");
        assertThat(answer.parts().get(1).count()).isNull();
    }

    @Test
    void regionThatTakesNoPart_isNotListed() {
        Card city = stored("511100", 60, 21);
        Card exempt = stored("511111", Tally.EMPTY);

        GapAnswer answer = GapAnswer.of(city, List.of(stored("511102", 60, 21), exempt), PER_STUDENT);

        assertThat(answer.parts()).extracting(GapAnswer.Part::region).containsExactly("511102");
    }
}
