package org.targetwatch.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Reason;
import org.targetwatch.progress.Severity;
import org.targetwatch.progress.Status;

/** A card as it is served: numbers in the base unit (93 means 93%), at most ten decimals, null where there is none. */
@Schema(name = "Card")
public record CardAnswer(
        String indicator,
        String region,
        Period period,
        Unit unit,
        @Nullable BigDecimal target,
        @Nullable BigDecimal stretch,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal completionRate,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal gapCount,
        @Nullable BigDecimal lag,
        @Nullable BigDecimal lagPoints,
        @Nullable String lagRegion,
        @Nullable BigDecimal requiredPerMonth,
        Status status,
        @Nullable Reason reason,
        boolean provisional,
        Severity severity,
        Commitment commitment,
        Coverage coverage,
        Bounds bounds,
        ForecastAnswer forecast) {

    /** Where the card will stand in the due month, with an 80% interval; or why that cannot be said. */
    @Schema(name = "Forecast")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ForecastAnswer(
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal probability,
            Forecast.@Nullable Reason reason) {
        static ForecastAnswer of(Forecast forecast) {
            if (forecast instanceof Forecast.Estimate estimate) {
                return new ForecastAnswer(
                        estimate.value().rounded(),
                        estimate.low().rounded(),
                        estimate.high().rounded(),
                        estimate.probability().rounded(),
                        null);
            }
            return new ForecastAnswer(null, null, null, null, ((Forecast.Absent) forecast).reason());
        }
    }

    /** Between which values a share lies, whatever the missing regions report; null where that cannot be said. */
    public record Bounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

    /** @param current the indicator's current period: later cards are provisional */
    public static CardAnswer of(Card card, Indicator indicator, Period current) {
        Assessment assessment = card.assessment();
        Optional<Amount.Ratio> ratio = ratio(card, indicator);
        return new CardAnswer(
                card.indicator(),
                card.region(),
                card.period(),
                Unit.of(indicator.rules().measure().unit().base()),
                rounded(Optional.ofNullable(assessment.bound())
                        .map(Bound::value)
                        .orElse(null)),
                rounded(card.marks().stretch()),
                rounded(card.marks().floor()),
                rounded(card.marks().baseline()),
                ratio.map(Amount.Ratio::numerator).orElse(null),
                ratio.map(Amount.Ratio::denominator).orElse(null),
                rounded(assessment.actual()),
                rounded(assessment.expected()),
                rounded(assessment.completionRate()),
                rounded(assessment.gap()),
                rounded(assessment.gapCount()),
                rounded(assessment.lag()),
                rounded(assessment.lagPoints()),
                assessment.lagRegion(),
                rounded(assessment.requiredPerMonth()),
                assessment.status(),
                assessment.reason(),
                card.period().isAfter(current),
                assessment.severity(),
                indicator.rules().commitment(),
                card.tally().coverage(),
                new Bounds(rounded(assessment.low()), rounded(assessment.high())),
                ForecastAnswer.of(card.forecast()));
    }

    private static Optional<Amount.Ratio> ratio(Card card, Indicator indicator) {
        return card.tally()
                .judged(indicator.target().direction().comparesWithLastYear())
                .filter(Amount.Ratio.class::isInstance)
                .map(Amount.Ratio.class::cast);
    }

    private static @Nullable BigDecimal rounded(@Nullable Exact number) {
        return number == null ? null : number.rounded();
    }
}
