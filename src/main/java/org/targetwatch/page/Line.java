package org.targetwatch.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Forecast;
import org.targetwatch.scorecard.Card;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * One indicator of one region on a board.
 *
 * @param actual with its unit
 * @param target with its unit and the side that is good; null without one
 * @param behind how far it is behind what is expected, in its unit; null when it is not
 * @param chance how likely the target will be met; null when that cannot be said
 * @param reported how many of how many regions have reported; null when all have
 */
public record Line(
        String href,
        String name,
        Light light,
        @Nullable String reason,
        String commitment,
        String actual,
        @Nullable String target,
        @Nullable Bullet bullet,
        @Nullable String behind,
        @Nullable String chance,
        @Nullable String reported,
        boolean floorBroken) {

    public static Line of(Card card, Indicator indicator, String href, Language language) {
        Assessment assessment = card.assessment();
        Unit unit = indicator.measure().unit();
        return new Line(
                href,
                name(indicator, language),
                Light.of(assessment.status(), language),
                reason(assessment, language),
                Words.of(indicator.rules().commitment()).in(language),
                Shown.value(assessment.actual(), unit, language),
                target(assessment.bound(), unit, language),
                Bullet.of(assessment).orElse(null),
                behind(assessment, unit, language),
                chance(card.forecast()).map(Shown::percent).orElse(null),
                reported(card.tally().coverage()),
                breaksFloor(card, assessment));
    }

    public static String name(Indicator indicator, Language language) {
        return new Text(indicator.name(), indicator.english()).in(language);
    }

    public static @Nullable String reason(Assessment assessment, Language language) {
        return assessment.reason() == null
                ? null
                : new Text(assessment.reason().chinese(), assessment.reason().english()).in(language);
    }

    public static @Nullable String target(@Nullable Bound bound, Unit unit, Language language) {
        return bound == null
                ? null
                : (bound.side() == Bound.Side.LOWER ? "≥ " : "≤ ") + Shown.value(bound.value(), unit, language);
    }

    /** A difference of percentages is in points, never in percent. */
    public static String difference(Exact difference, Unit unit, Language language) {
        return unit.base() == Unit.Base.PERCENT
                ? Text.of("%s 个百分点", "%s points", Shown.points(difference)).in(language)
                : Shown.value(difference, unit, language);
    }

    private static @Nullable String behind(Assessment assessment, Unit unit, Language language) {
        Exact lag = assessment.lag();
        return lag != null && lag.isPositive() && !assessment.status().isGreen()
                ? difference(lag, unit, language)
                : null;
    }

    public static Optional<Exact> chance(Forecast forecast) {
        return forecast instanceof Forecast.Estimate estimate ? Optional.of(estimate.probability()) : Optional.empty();
    }

    private static @Nullable String reported(Coverage coverage) {
        return coverage.allReported() ? null : coverage.reported() + "/" + coverage.expected();
    }

    private static boolean breaksFloor(Card card, Assessment assessment) {
        Exact floor = card.marks().floor();
        return floor != null
                && assessment.actual() != null
                && assessment.bound() != null
                && !new Bound(assessment.bound().side(), floor).metBy(assessment.actual());
    }
}
