package org.targetwatch.page.board;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Line;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.page.slip.SlipLine;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Severity;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.GapAnswer;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * What somebody in charge should look at, and why.
 *
 * @param reasons sentences, most telling first
 * @param slip the one that is open for it; null without one
 */
record Need(Line line, String offices, List<String> reasons, @Nullable SlipLine slip) {
    private static final int SHOWN = 3;

    /** The loudest first; of these the one that is least likely to be met; of these the one that lags most. */
    private static final Comparator<Card> ORDER = comparing(Need::severity, reverseOrder())
            .thenComparing(Need::likelihood)
            .thenComparing(card -> card.assessment().lagPoints(), nullsLast(reverseOrder()))
            .thenComparing(Card::indicator);

    private static Severity severity(Card card) {
        return card.assessment().severity();
    }

    /** What is missed already has no chance any more; where nobody can tell it is even. */
    private static Exact likelihood(Card card) {
        boolean missed = card.assessment().status() == Status.MISSED;
        return Line.chance(card.forecast()).orElse(missed ? Exact.ZERO : Exact.of("0.5"));
    }

    /** The cards that call most, the loudest first. */
    static List<Card> loudest(Selection selection) {
        return selection
                .cards(selection.shown())
                .filter(card -> severity(card) != Severity.NONE)
                .sorted(ORDER)
                .limit(SHOWN)
                .toList();
    }

    /** @param below the cards of the regions directly below */
    static Need of(Card card, Line line, List<Card> below, @Nullable SlipLine slip, Plan plan, Language language) {
        Indicator indicator = plan.requireIndicator(card.indicator());
        String offices = String.join(
                "、", plan.workItem(indicator.workItem()).orElseThrow().leadOffices());
        List<Text> reasons = new ArrayList<>();
        floor(card, line, indicator).ifPresent(reasons::add);
        behind(card, indicator).ifPresent(reasons::add);
        chance(card, indicator).ifPresent(reasons::add);
        missing(card, indicator).ifPresent(reasons::add);
        most(card, below, indicator, plan).ifPresent(reasons::add);
        return new Need(
                line, offices, reasons.stream().map(text -> text.in(language)).toList(), slip);
    }

    private static Optional<Text> floor(Card card, Line line, Indicator indicator) {
        return Optional.ofNullable(card.marks().floor())
                .filter(floor -> line.floorBroken())
                .map(floor -> Text.of(
                        "已越过上级划定的底线（%s）。",
                        "On the wrong side of the line set from above (%s).", value(floor, indicator)));
    }

    private static Text value(Exact value, Indicator indicator) {
        Unit unit = indicator.measure().unit();
        return new Text(Shown.value(value, unit, Language.ZH), Shown.value(value, unit, Language.EN));
    }

    private static Optional<Text> behind(Card card, Indicator indicator) {
        Assessment assessment = card.assessment();
        return Optional.ofNullable(assessment.lagPoints())
                .filter(Exact::isPositive)
                .map(points -> Text.of(
                        "落后序时进度 %s，折合全程的 %s%%。",
                        "%s behind what is expected by now, %s%% of the whole way.",
                        difference(assessment.lag() == null ? points : assessment.lag(), indicator),
                        Shown.number(points.rounded(1))));
    }

    private static Text difference(Exact lag, Indicator indicator) {
        Unit unit = indicator.measure().unit();
        return new Text(Line.difference(lag, unit, Language.ZH), Line.difference(lag, unit, Language.EN));
    }

    private static Optional<Text> chance(Card card, Indicator indicator) {
        return Line.chance(card.forecast())
                .map(chance -> Text.of(
                        "按目前势头，到%s达标的可能性约 %s。",
                        "As things go, the chance of meeting it by %s is about %s.",
                        month(indicator),
                        Shown.percent(chance)));
    }

    private static Text month(Indicator indicator) {
        return new Text(
                Shown.month(indicator.rules().due(), Language.ZH),
                Shown.month(indicator.rules().due(), Language.EN));
    }

    private static Optional<Text> missing(Card card, Indicator indicator) {
        return Optional.ofNullable(card.assessment().gapCount())
                .filter(Exact::isPositive)
                .map(gap -> Text.of("距目标还差 %s。", "%s are missing to the target.", counted(gap, indicator)));
    }

    private static Text counted(Exact count, Indicator indicator) {
        Unit unit = Shown.counted(indicator.measure());
        return new Text(Shown.count(count, unit, Language.ZH), Shown.count(count, unit, Language.EN));
    }

    /** Where most of the gap lies. */
    private static Optional<Text> most(Card card, List<Card> below, Indicator indicator, Plan plan) {
        return GapAnswer.of(card, below, indicator).parts().stream()
                .filter(part -> part.count() != null && part.count().exact().signum() > 0)
                .max(comparing(part -> part.count().exact()))
                .map(part -> Text.of(
                        "缺口最大的是%s：%s。",
                        "The largest part lies with %s: %s.",
                        Names.of(plan, part.region()),
                        counted(Exact.of(part.count().exact()), indicator)));
    }
}
