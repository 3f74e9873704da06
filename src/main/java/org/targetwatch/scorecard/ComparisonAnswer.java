package org.targetwatch.scorecard;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Bound.Side;
import org.targetwatch.progress.Comparison.Place;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Interval;
import org.targetwatch.progress.Unranked;

/**
 * The regions directly below a region, side by side.
 *
 * @param unit of {@code actual}
 * @param comparedBy the field by which they are ranked: {@code actual} for ratios, {@code completionRate} for quantities
 * @param better {@code higher} or {@code lower}; null where neither is better
 * @param regions by rank, then region code; those without a rank last
 */
@Schema(name = "Comparison")
public record ComparisonAnswer(
        String indicator,
        String region,
        Period period,
        boolean provisional,
        Unit unit,
        String comparedBy,
        @Nullable String better,
        List<Line> regions) {

    /**
     * One region.
     *
     * @param low with {@code high}: the Wilson 95% interval of a share; null where the value is compared itself
     * @param rank 1 + the number of ranked regions whose interval lies wholly on the better side; null when not ranked
     * @param tied whether another region has the same rank
     * @param unranked why there is no rank
     * @param coverage whether its figures are complete and of this period
     */
    @Schema(name = "ComparedRegion")
    public record Line(
            String region,
            @Nullable Integer rank,
            boolean tied,
            @Nullable Unranked unranked,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal completionRate,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Coverage coverage) {}

    /**
     * @param children the cards of the regions directly below
     * @param current the indicator's current period: later comparisons are provisional
     */
    public static ComparisonAnswer of(Card card, List<Card> children, Indicator indicator, Period current) {
        Compared compared = Compared.of(children, indicator);
        Direction direction = indicator.target().direction();
        Map<String, Card> cards = compared.cards().stream().collect(toMap(Card::region, child -> child));
        return new ComparisonAnswer(
                card.indicator(),
                card.region(),
                card.period(),
                card.period().isAfter(current),
                Unit.of(indicator.rules().measure().unit().base()),
                indicator.rules().measure().isRatio() ? "actual" : "completionRate",
                direction
                        .better()
                        .map(side -> side == Side.LOWER ? "higher" : "lower")
                        .orElse(null),
                compared.comparison().places().stream()
                        .map(place -> line(place, cards.get(place.region()), direction))
                        .toList());
    }

    private static Line line(Place place, Card card, Direction direction) {
        Optional<Amount.Ratio> ratio = Compared.amount(card, direction)
                .filter(Amount.Ratio.class::isInstance)
                .map(Amount.Ratio.class::cast);
        Optional<Interval> interval = Optional.ofNullable(place.interval());
        return new Line(
                place.region(),
                place.rank(),
                place.tied(),
                place.unranked(),
                rounded(card.assessment().actual()),
                rounded(card.assessment().completionRate()),
                rounded(interval.map(Interval::low).orElse(null)),
                rounded(interval.map(Interval::high).orElse(null)),
                ratio.map(Amount.Ratio::numerator).orElse(null),
                ratio.map(Amount.Ratio::denominator).orElse(null),
                card.tally().coverage());
    }

    private static @Nullable BigDecimal rounded(@Nullable Exact number) {
        return number == null ? null : number.rounded();
    }
}
