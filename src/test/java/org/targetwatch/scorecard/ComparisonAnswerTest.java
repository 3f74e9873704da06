package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.LeshanPlan;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessor;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Situation;
import org.targetwatch.progress.Tally;

class ComparisonAnswerTest {
    private static final Period OCTOBER = Period.of(2020, 10);
    private static final Coverage REPORTED = new Coverage(1, 1, 0, 0);
    private static final Indicator INDICATOR =
            LeshanPlan.read().indicator("inclusive-kindergarten-share").orElseThrow();

    private static Card card(String region, int numerator, int denominator, Coverage coverage) {
        Amount amount = new Amount.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
        Tally tally = new Tally(amount, coverage, BigDecimal.ZERO, null, null);
        Situation situation =
                new Situation(INDICATOR.target(), INDICATOR.rules(), OCTOBER, tally, true, false, List.of());
        return new Card(
                "leshan-2020",
                region,
                INDICATOR.code(),
                OCTOBER,
                tally,
                null,
                Card.Marks.NONE,
                Assessor.assess(situation),
                new Forecast.Absent(Forecast.Reason.TOO_EARLY));
    }

    @Test
    void region_thatHasEnded_isNotComparedAnyMore() {
        Card city = card("511100", 1_800, 2_000, REPORTED);
        Card merged = card("511111", 990, 1_000, Coverage.NONE);
        Card county = card("511102", 900, 1_000, REPORTED);

        ComparisonAnswer answer = ComparisonAnswer.of(city, List.of(merged, county), INDICATOR, OCTOBER.previous());

        assertThat(answer.regions())
                .extracting(ComparisonAnswer.Line::region, ComparisonAnswer.Line::rank)
                .containsExactly(tuple("511102", 1));
        assertThat(answer.provisional()).isTrue();
    }
}
