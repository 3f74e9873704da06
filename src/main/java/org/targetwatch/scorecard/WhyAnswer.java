package org.targetwatch.scorecard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.figure.Revision;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Status;
import org.targetwatch.web.Language;

/** A card with everything that is needed to compute it again on paper. */
@Schema(name = "CardWithReasons")
public record WhyAnswer(@JsonUnwrapped CardAnswer card, Why why) {

    /**
     * @param steps the computation in words
     * @param regions what each region directly below brought; empty where the region reports itself
     * @param figures the revisions that the region's own figures rest on; empty where regions below report
     */
    @Schema(name = "Why")
    public record Why(List<Step> steps, List<RegionPart> regions, List<FigureBasis> figures) {}

    /** One step of the computation. */
    public record Step(String name, String text) {}

    /**
     * What one region below contributed, in base units and to date.
     *
     * @param lastYear what it is compared with; null where nothing is, or while unknown
     */
    public record RegionPart(
            String region,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable LastYear lastYear,
            Coverage coverage,
            Status status) {

        static RegionPart of(Card card, boolean lastYear) {
            Amount amount = card.tally().judged(lastYear).orElse(null);
            return new RegionPart(
                    card.region(),
                    amount instanceof Amount.Quantity quantity ? quantity.value() : null,
                    amount instanceof Amount.Ratio ratio ? ratio.numerator() : null,
                    amount instanceof Amount.Ratio ratio ? ratio.denominator() : null,
                    lastYear ? LastYear.of(card.tally().lastYear()) : null,
                    card.tally().coverage(),
                    card.assessment().status());
        }
    }

    /** A region's figure of the same period of last year. */
    public record LastYear(
            @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        static @Nullable LastYear of(@Nullable Amount amount) {
            if (amount instanceof Amount.Ratio ratio) {
                return new LastYear(null, ratio.numerator(), ratio.denominator());
            }
            return amount instanceof Amount.Quantity quantity ? new LastYear(quantity.value(), null, null) : null;
        }
    }

    /** One reported figure, as revised last, and where it stands in the region's chain. */
    public record FigureBasis(
            Period period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String note,
            long seq,
            String hash,
            Instant recordedAt,
            String recordedBy) {

        static FigureBasis of(Revision revision) {
            Amount amount = revision.figure().amount();
            return new FigureBasis(
                    revision.figure().period(),
                    amount instanceof Amount.Quantity quantity ? quantity.value() : null,
                    amount instanceof Amount.Ratio ratio ? ratio.numerator() : null,
                    amount instanceof Amount.Ratio ratio ? ratio.denominator() : null,
                    revision.figure().note(),
                    revision.seq(),
                    revision.fingerprint(),
                    revision.recordedAt(),
                    revision.recordedBy());
        }
    }

    public static WhyAnswer of(Card card, CardAnswer answer, PlanCards cards, Language language) {
        Indicator indicator = cards.plan().indicator(card.indicator()).orElseThrow();
        Series series = new Series(card.indicator(), card.region());
        boolean lastYear = indicator.target().direction().comparesWithLastYear();
        List<Step> steps = Explanation.steps(cards.plan(), indicator, cards.targets(series), card).stream()
                .map(step -> new Step(step.name().in(language), step.text().in(language)))
                .toList();
        List<RegionPart> regions =
                cards.ofPeriod(card.indicator(), cards.plan().regions().children(card.region()), card.period()).stream()
                        .filter(Card::takesPart)
                        .map(child -> RegionPart.of(child, lastYear))
                        .toList();
        List<FigureBasis> figures = cards.revisions(series).stream()
                .filter(revision -> !revision.figure().period().isAfter(card.period()))
                .map(FigureBasis::of)
                .toList();
        return new WhyAnswer(answer, new Why(steps, regions, figures));
    }
}
