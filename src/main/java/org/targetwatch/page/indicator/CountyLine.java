package org.targetwatch.page.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Bullet;
import org.targetwatch.page.Light;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.ComparisonAnswer;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A region beside others.
 *
 * @param rank with 并列 where it shares it; or why it has none, where its status does not say so
 * @param parts numerator and denominator; null for quantities
 * @param span its 95% interval in thousandths of the whole table's width; null without one
 */
record CountyLine(
        String href,
        String name,
        Light light,
        String rank,
        boolean ranked,
        String actual,
        @Nullable String completion,
        @Nullable String parts,
        @Nullable String interval,
        @Nullable Span span) {

    /** From {@code from} on, {@code length} long; the value itself lies at {@code at}. */
    record Span(long from, long length, long at) {}

    static List<CountyLine> of(IndicatorReading reading, Card card, Links links, Language language) {
        ComparisonAnswer comparison =
                ComparisonAnswer.of(card, reading.below(), reading.indicator(), reading.current());
        Map<String, Card> cards = reading.below().stream().collect(Collectors.toMap(Card::region, one -> one));
        Scale scale = Scale.of(comparison.regions());
        return comparison.regions().stream()
                .map(line -> of(line, cards.get(line.region()), scale, reading, links, language))
                .toList();
    }

    private static CountyLine of(
            ComparisonAnswer.Line line,
            Card card,
            Scale scale,
            IndicatorReading reading,
            Links links,
            Language language) {
        Indicator indicator = reading.indicator();
        Unit unit = indicator.measure().unit();
        return new CountyLine(
                links.indicator(indicator.code(), line.region()),
                Names.of(reading.plan(), line.region(), language),
                Light.of(card.assessment().status(), language),
                rank(line, card.assessment().status()).in(language),
                line.rank() != null,
                Shown.value(exact(line.actual()), unit, language),
                line.completionRate() == null ? null : Shown.number(exact(line.completionRate())) + "%",
                line.numerator() == null
                        ? null
                        : Shown.number(line.numerator()) + " / " + Shown.number(line.denominator()),
                line.low() == null
                        ? null
                        : Shown.number(exact(line.low())) + "–" + Shown.value(exact(line.high()), unit, language),
                line.low() == null ? null : scale.span(line));
    }

    private static @Nullable Exact exact(@Nullable BigDecimal number) {
        return number == null ? null : Exact.of(number);
    }

    private static Text rank(ComparisonAnswer.Line line, Status status) {
        if (line.unranked() != null) {
            boolean isSaid = line.unranked().chinese().equals(status.chinese());
            return isSaid
                    ? new Text(Shown.NONE, Shown.NONE)
                    : new Text(line.unranked().chinese(), line.unranked().english());
        }
        return line.tied()
                ? Text.of("并列第 %s", "%s, tied", line.rank())
                : Text.of("第 %s", "%s", line.rank() == null ? Shown.NONE : line.rank());
    }

    /** The common scale of all intervals of a table. */
    private record Scale(BigDecimal low, BigDecimal high) {
        static Scale of(List<ComparisonAnswer.Line> lines) {
            List<ComparisonAnswer.Line> drawn =
                    lines.stream().filter(line -> line.low() != null).toList();
            return new Scale(
                    drawn.stream().map(ComparisonAnswer.Line::low).reduce(BigDecimal.valueOf(100), BigDecimal::min),
                    drawn.stream().map(ComparisonAnswer.Line::high).reduce(BigDecimal.ZERO, BigDecimal::max));
        }

        Span span(ComparisonAnswer.Line line) {
            long from = at(line.low());
            return new Span(from, Math.max(1, at(line.high()) - from), at(line.actual()));
        }

        private long at(BigDecimal value) {
            Exact width = Exact.of(high.subtract(low)).max(Exact.ratio(1, 1_000_000));
            return Exact.of(value.subtract(low))
                    .times(Bullet.LENGTH)
                    .dividedBy(width)
                    .rounded(0)
                    .longValue();
        }
    }
}
