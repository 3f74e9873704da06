package org.targetwatch.page.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Bullet;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.GapAnswer;
import org.targetwatch.web.Language;

/**
 * Whose share a gap is.
 *
 * @param unallocated what no region below has promised; null when that is nothing
 */
record GapView(String total, List<Part> parts, @Nullable String unallocated, boolean complete) {

    /** Whether anybody has a part of it. */
    public boolean isAllocated() {
        return parts.stream().anyMatch(part -> part.count() != null);
    }

    /**
     * One region's part.
     *
     * @param length of its bar, in thousandths of the longest; surplus is drawn otherwise
     */
    record Part(
            String name,
            String href,
            @Nullable String count,
            boolean surplus,
            long length,
            @Nullable String perMonth) {}

    static Optional<GapView> of(IndicatorReading reading, Card card, Links links, Language language) {
        GapAnswer gap = GapAnswer.of(card, reading.below(), reading.indicator());
        return Optional.ofNullable(gap.total())
                .filter(total -> !gap.parts().isEmpty())
                .map(total -> new Maker(reading, links, language, longest(gap)).view(gap, total));
    }

    private static BigDecimal longest(GapAnswer gap) {
        return gap.parts().stream()
                .filter(part -> part.count() != null)
                .map(part -> part.count().exact().abs())
                .reduce(BigDecimal.ONE, BigDecimal::max);
    }

    private record Maker(IndicatorReading reading, Links links, Language language, BigDecimal longest) {
        GapView view(GapAnswer gap, GapAnswer.Count total) {
            GapAnswer.Count rest = gap.unallocated();
            return new GapView(
                    shown(total),
                    gap.parts().stream()
                            .sorted(Comparator.comparing(Maker::size).reversed())
                            .map(this::part)
                            .toList(),
                    rest == null || rest.exact().signum() == 0 ? null : shown(rest),
                    gap.complete());
        }

        private static BigDecimal size(GapAnswer.Part part) {
            return part.count() == null
                    ? BigDecimal.valueOf(Long.MIN_VALUE)
                    : part.count().exact();
        }

        /** In the base unit the parts sum to the total as shown; in a larger one they are rounded one by one. */
        private String shown(GapAnswer.Count count) {
            Unit unit = unit();
            boolean base = unit.factor().compareTo(BigDecimal.ONE) == 0;
            return Shown.value(Exact.of(base && unit.base().isWhole() ? count.shown() : count.exact()), unit, language);
        }

        private Unit unit() {
            return Shown.counted(reading.indicator().measure());
        }

        private Part part(GapAnswer.Part part) {
            GapAnswer.Count count = part.count();
            return new Part(
                    Names.of(reading.plan(), part.region(), language),
                    links.indicator(reading.indicator().code(), part.region()),
                    count == null ? null : shown(count),
                    count != null && count.exact().signum() < 0,
                    count == null ? 0 : length(count.exact()),
                    part.perMonth() == null || part.perMonth().signum() == 0 ? null : perMonth(part.perMonth()));
        }

        /** Half a child is nobody, and less than is needed is not enough. */
        private String perMonth(BigDecimal needed) {
            BigDecimal enough = unit().base().isWhole() ? needed.setScale(0, RoundingMode.CEILING) : needed;
            return Shown.value(Exact.of(enough), unit(), language);
        }

        private long length(BigDecimal count) {
            return Exact.of(count.abs())
                    .times(Bullet.LENGTH)
                    .dividedBy(Exact.of(longest))
                    .rounded(0)
                    .longValue();
        }
    }
}
