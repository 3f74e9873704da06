package org.targetwatch.page.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Target;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.CardAnswer;
import org.targetwatch.scorecard.PlanCards;
import org.targetwatch.scorecard.WhyAnswer;
import org.targetwatch.web.Language;

/**
 * What the page of an indicator shows of a region, read in one go.
 *
 * @param current the indicator's current period; later ones are provisional
 * @param period the one that the page is about
 * @param history the region's cards by period
 * @param below the cards of the regions directly below in {@code period}
 * @param target that in force in {@code period}; null without one
 * @param steps how the card was reached
 */
record IndicatorReading(
        Plan plan,
        Indicator indicator,
        String region,
        LocalDate today,
        Period current,
        Period period,
        List<Card> history,
        List<Card> below,
        @Nullable Target target,
        List<WhyAnswer.Step> steps) {

    static IndicatorReading of(
            PlanCards cards, Indicator indicator, String region, Optional<Period> asked, Language language) {
        Plan plan = cards.plan();
        Period current = cards.currentPeriods().get(indicator.code());
        Period period = asked.orElse(current);
        List<Card> history = cards.history(indicator.code(), region).stream()
                .filter(Card::isExpected)
                .toList();
        return new IndicatorReading(
                plan,
                indicator,
                region,
                cards.today(),
                current,
                period,
                history,
                cards.ofPeriod(indicator.code(), plan.regions().children(region), period),
                cards.targets(new Series(indicator.code(), region)).at(period),
                in(history, period)
                        .map(card -> WhyAnswer.of(card, CardAnswer.of(card, indicator, current), cards, language))
                        .map(answer -> answer.why().steps())
                        .orElse(List.of()));
    }

    private static Optional<Card> in(List<Card> history, Period period) {
        return history.stream().filter(card -> card.period().equals(period)).findFirst();
    }

    Optional<Card> card() {
        return in(history, period);
    }

    Optional<Card> in(Period month) {
        return in(history, month);
    }
}
