package org.targetwatch.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.GapSplit;
import org.targetwatch.progress.GapSplit.Share;

/**
 * Whose share a gap is. A region has no count while it has not reported, has no target of its own where it needs one, or has
 * no figure of last year to be compared with.
 *
 * @param unit what the counts count: people, classes, 元
 * @param total null while there is no target or nothing was reported
 * @param complete false while a region below has not reported, so that the split says less than the whole
 * @param perMonth what each part asks for in each month left to the due month; null at and after it
 */
@Schema(name = "GapSplit")
public record GapAnswer(
        String indicator,
        String region,
        Period period,
        Unit unit,
        @Nullable BigDecimal target,
        @Nullable Count total,
        List<Part> parts,
        @Nullable Count unallocated,
        boolean complete,
        Coverage coverage) {

    /** A signed count, negative is surplus; {@code shown} is whole and sums to the shown total. */
    public record Count(BigDecimal exact, BigDecimal shown) {
        static @Nullable Count of(GapSplit.@Nullable Count count) {
            return count == null
                    ? null
                    : new Count(count.exact().rounded(), count.shown().rounded());
        }
    }

    /** A region's part; {@code perMonth} is what it must bring at least in each month left to the due month. */
    public record Part(String region, @Nullable Count count, @Nullable BigDecimal perMonth) {}

    public static GapAnswer of(Card card, List<Card> below, Indicator indicator) {
        Optional<GapSplit> split = split(card, below, indicator);
        return new GapAnswer(
                card.indicator(),
                card.region(),
                card.period(),
                Unit.of(indicator.measure().countUnit().base()),
                Optional.ofNullable(card.assessment().bound())
                        .map(bound -> bound.value().rounded())
                        .orElse(null),
                split.map(some -> Count.of(some.total())).orElse(null),
                split.map(some -> some.parts().stream()
                                .map(part -> part(
                                        part,
                                        card.period()
                                                .monthsUntil(indicator.rules().due())))
                                .toList())
                        .orElse(List.of()),
                split.map(some -> Count.of(some.unallocated())).orElse(null),
                card.tally().coverage().missing() == 0,
                card.tally().coverage());
    }

    /** Empty while there is no target or nothing was reported. */
    static Optional<GapSplit> split(Card card, List<Card> below, Indicator indicator) {
        Bound bound = card.assessment().bound();
        Exact total = card.assessment().gapCount();
        if (bound == null || total == null) {
            return Optional.empty();
        }
        boolean lastYear = indicator.target().direction().comparesWithLastYear();
        List<Share> shares = below.stream()
                .filter(Card::takesPart)
                .map(child -> new Share(
                        child.region(),
                        lastYear ? child.tally().comparable() : child.tally().amount(),
                        child.assessment().bound()))
                .toList();
        return Optional.of(
                indicator.rules().measure().isRatio()
                        ? GapSplit.ofRatio(
                                lastYear ? inFull(bound, card, indicator) : bound,
                                indicator.rules().measure().scale(),
                                shares)
                        : GapSplit.ofQuantity(total, shares));
    }

    /** Last year's ratio is rarely a finite decimal, and a stored card has rounded it: 51 of 220 is taken again. */
    private static Bound inFull(Bound bound, Card card, Indicator indicator) {
        return Optional.ofNullable(card.tally().lastYear())
                .map(lastYear -> lastYear.in(indicator.rules().measure().scale()))
                .map(value -> new Bound(bound.side(), value))
                .orElse(bound);
    }

    private static Part part(GapSplit.Part part, int monthsLeft) {
        GapSplit.Count count = part.count();
        BigDecimal perMonth = count == null || monthsLeft <= 0
                ? null
                : count.exact().max(Exact.ZERO).dividedBy(monthsLeft).rounded();
        return new Part(part.region(), Count.of(count), perMonth);
    }
}
