package org.targetwatch.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;

/**
 * Whose share the gap is: the signed count behind a region's gap, split over the regions below so that the parts sum to
 * the total exactly ({@code design.md} 3). Negative parts are surplus.
 *
 * @param total the region's gap count
 * @param parts in the order given
 * @param unallocated what no region below has promised; zero for ratios
 */
public record GapSplit(Count total, List<Part> parts, Count unallocated) {

    /**
     * A count of people, classes, 元.
     *
     * @param shown a whole number near {@code exact}; the shown parts sum to the shown total (largest remainder)
     */
    public record Count(Exact exact, Exact shown) {}

    /** A region's part; no count when it has not reported, or has no target where one is needed. */
    public record Part(String region, @Nullable Count count) {}

    /**
     * A region below.
     *
     * @param amount what it brought; null when it has not reported
     * @param bound its own target; null when it has none
     */
    public record Share(String region, @Nullable Amount amount, @Nullable Bound bound) {}

    /** Ratios: every region is measured against the whole region's target {@code bound}. */
    public static GapSplit ofRatio(Bound bound, Scale scale, List<Share> shares) {
        List<@Nullable Exact> counts = shares.stream()
                .map(share -> share.amount() == null ? null : gapCount(bound, scale, share.amount()))
                .toList();
        return of(sum(counts), shares, counts);
    }

    /** Quantities: every region is measured against its own target; the rest of {@code total} is unallocated. */
    public static GapSplit ofQuantity(Exact total, List<Share> shares) {
        List<@Nullable Exact> counts = shares.stream()
                .map(share -> share.amount() == null || share.bound() == null
                        ? null
                        : gapCount(share.bound(), Scale.PER_UNIT, share.amount()))
                .toList();
        return of(total, shares, counts);
    }

    /** The signed count behind a gap: for ratios {@code bound} of the denominator, less the numerator. */
    static Exact gapCount(Bound bound, Scale scale, Amount amount) {
        if (amount instanceof Amount.Ratio ratio) {
            Exact wanted = bound.value().dividedBy(scale.factor()).times(Exact.of(ratio.denominator()));
            return bound.oriented(wanted.minus(Exact.of(ratio.numerator())));
        }
        return bound.shortfall(amount.in(scale));
    }

    private static Exact sum(List<@Nullable Exact> counts) {
        return counts.stream().filter(Objects::nonNull).reduce(Exact.ZERO, Exact::plus);
    }

    private static GapSplit of(Exact total, List<Share> shares, List<@Nullable Exact> counts) {
        List<@Nullable Exact> all = new ArrayList<>(counts);
        all.add(total.minus(sum(counts)));
        Exact shownTotal = Exact.of(total.rounded(0));
        List<@Nullable Count> shown = largestRemainder(all, shownTotal);
        List<Part> parts = IntStream.range(0, shares.size())
                .mapToObj(index -> new Part(shares.get(index).region(), shown.get(index)))
                .toList();
        return new GapSplit(new Count(total, shownTotal), parts, Objects.requireNonNull(shown.get(shares.size())));
    }

    /** Rounds all down, then raises those that lost most until they sum to {@code shownTotal}. */
    private static List<@Nullable Count> largestRemainder(List<@Nullable Exact> counts, Exact shownTotal) {
        List<@Nullable Exact> shown = new ArrayList<>();
        counts.forEach(count -> shown.add(count == null ? null : count.floor()));
        List<Integer> byLoss = IntStream.range(0, counts.size())
                .boxed()
                .filter(index -> counts.get(index) != null)
                .sorted(Comparator.comparing(
                                (Integer index) -> counts.get(index).minus(shown.get(index)))
                        .reversed())
                .toList();
        int missing = shownTotal.minus(sum(shown)).rounded(0).intValueExact();
        byLoss.subList(0, missing)
                .forEach(index -> shown.set(index, shown.get(index).plus(Exact.ONE)));
        List<@Nullable Count> both = new ArrayList<>();
        IntStream.range(0, counts.size())
                .forEach(index ->
                        both.add(counts.get(index) == null ? null : new Count(counts.get(index), shown.get(index))));
        return both;
    }
}
