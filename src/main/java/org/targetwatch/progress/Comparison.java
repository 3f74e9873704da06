package org.targetwatch.progress;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.progress.Bound.Side;

/**
 * Regions side by side, ranked only where the difference is more than luck ({@code design.md} 3). A rank is 1 + the number
 * of ranked regions whose interval lies wholly on the better side; so two regions that cannot be told apart may share
 * one. A region without a rank takes no part: it puts nobody down.
 *
 * @param places by rank, then region code; those without a rank last
 */
public record Comparison(List<Place> places) {
    /** Ratios with a smaller denominator are not ranked. */
    static final BigDecimal LEAST_DENOMINATOR = BigDecimal.valueOf(30);

    /**
     * A region to be compared.
     *
     * @param amount what it brought; null when it has not reported
     * @param promised whether a target is in force for it, its own or handed down
     * @param completionRate by which quantities are compared; null where there is none
     */
    public record Entrant(String region, @Nullable Amount amount, boolean promised, @Nullable Exact completionRate) {}

    /**
     * Where a region stands.
     *
     * @param value what is compared: a ratio's value, a quantity's completion rate; null when there is none
     * @param interval Wilson 95% for shares; null for everything else, which is compared by the value itself
     * @param rank from 1; null with an {@code unranked} reason
     * @param tied whether another region has the same rank
     */
    public record Place(
            String region,
            @Nullable Exact value,
            @Nullable Interval interval,
            @Nullable Integer rank,
            boolean tied,
            @Nullable Unranked unranked) {}

    /** @param better on which side of another value a better one lies; null where neither is better */
    public static Comparison of(Measure measure, @Nullable Side better, List<Entrant> entrants) {
        List<Place> standing = entrants.stream()
                .map(entrant -> unranked(measure, better, entrant))
                .toList();
        List<Place> ranked = better == null
                ? standing
                : standing.stream()
                        .map(place -> ranked(place, standing, better))
                        .toList();
        Map<Integer, Long> sharers =
                ranked.stream().map(Place::rank).filter(Objects::nonNull).collect(groupingBy(rank -> rank, counting()));
        return new Comparison(ranked.stream()
                .map(place -> tied(place, sharers))
                .sorted(comparing(Place::rank, nullsLast(naturalOrder())).thenComparing(Place::region))
                .toList());
    }

    private static Place unranked(Measure measure, @Nullable Side better, Entrant entrant) {
        Exact value = value(measure, entrant);
        Interval interval = measure.isShare() && entrant.amount() instanceof Amount.Ratio share && isWithin(share)
                ? Interval.wilson(share, measure.scale())
                : null;
        return new Place(entrant.region(), value, interval, null, false, reason(value, better, entrant));
    }

    private static @Nullable Exact value(Measure measure, Entrant entrant) {
        return entrant.amount() instanceof Amount.Ratio ratio ? ratio.in(measure.scale()) : entrant.completionRate();
    }

    /** Figures from before the catalogue called the ratio a share may lie outside 0 to 100%. */
    private static boolean isWithin(Amount.Ratio share) {
        return share.numerator().signum() >= 0 && share.numerator().compareTo(share.denominator()) <= 0;
    }

    private static @Nullable Unranked reason(@Nullable Exact value, @Nullable Side better, Entrant entrant) {
        if (entrant.amount() == null) {
            return Unranked.MISSING;
        }
        if (!entrant.promised()) {
            return Unranked.NO_TARGET;
        }
        if (better == null) {
            return Unranked.NO_BETTER_SIDE;
        }
        if (value == null) {
            return Unranked.NO_COMPLETION_RATE;
        }
        boolean tooSmall = entrant.amount() instanceof Amount.Ratio ratio
                && ratio.denominator().compareTo(LEAST_DENOMINATOR) < 0;
        return tooSmall ? Unranked.TOO_SMALL : null;
    }

    private static Place ranked(Place place, List<Place> all, Side better) {
        if (place.unranked() != null) {
            return place;
        }
        Interval own = reach(place);
        long ahead = all.stream()
                .filter(other -> other.unranked() == null && reach(other).isBeyond(own, better))
                .count();
        return new Place(place.region(), place.value(), place.interval(), (int) ahead + 1, false, null);
    }

    private static Interval reach(Place place) {
        return place.interval() != null ? place.interval() : Interval.of(Objects.requireNonNull(place.value()));
    }

    private static Place tied(Place place, Map<Integer, Long> sharers) {
        boolean tied = place.rank() != null && sharers.get(place.rank()) > 1;
        return new Place(place.region(), place.value(), place.interval(), place.rank(), tied, place.unranked());
    }
}
