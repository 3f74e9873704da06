package org.targetwatch.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.figure.DeliverableReport;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Forecast;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.WhyAnswer;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * The page of an indicator in the reader's language.
 *
 * @param home the board of the region
 * @param line the card of the month; null when there is none
 * @param counties the regions below side by side; empty where that is not done
 */
record IndicatorView(
        String code,
        String name,
        String home,
        String region,
        String regionCode,
        String plan,
        String item,
        String offices,
        String quote,
        @Nullable String floorSource,
        List<String> assumed,
        String period,
        boolean provisional,
        @Nullable Line line,
        List<Fact> facts,
        List<Option> periods,
        List<Option> regions,
        TrajectoryChart chart,
        List<Month> months,
        List<WhyAnswer.Step> steps,
        @Nullable GapView gap,
        List<CountyLine> counties,
        List<RevisionView> revisions,
        List<DeliverableView> deliverables) {

    /** A number with its name. */
    record Fact(Text name, String value, @Nullable String note) {}

    /** One row of the table behind the chart. */
    record Month(String name, Light light, String actual, String expected, String target) {}

    static IndicatorView of(
            IndicatorReading reading,
            Map<String, DeliverableReport.Revision> deliverables,
            List<RevisionView> revisions,
            Links links,
            Language language) {
        return new Maker(reading, links, language).view(deliverables, revisions);
    }

    private record Maker(IndicatorReading reading, Links links, Language language) {
        IndicatorView view(Map<String, DeliverableReport.Revision> deliverables, List<RevisionView> revisions) {
            Plan plan = reading.plan();
            Indicator indicator = reading.indicator();
            WorkItem item = plan.workItem(indicator.workItem()).orElseThrow();
            Optional<Card> card = reading.card();
            boolean compared = !indicator.confidential() && !reading.below().isEmpty();
            return new IndicatorView(
                    indicator.code(),
                    Line.name(indicator, language),
                    links.board(reading.region()),
                    Names.of(plan, reading.region(), language),
                    reading.region(),
                    new Text(plan.name(), plan.english()).in(language),
                    item.number() + " " + new Text(item.name(), item.english()).in(language),
                    String.join("、", item.leadOffices()),
                    indicator.quote(),
                    indicator.floorSource(),
                    indicator.assumed(),
                    Shown.month(reading.period(), language),
                    reading.period().isAfter(reading.current()),
                    card.map(one -> Line.of(
                                    one, indicator, links.indicator(indicator.code(), reading.region()), language))
                            .orElse(null),
                    card.map(this::facts).orElse(List.of()),
                    periods(),
                    regions(),
                    TrajectoryChart.of(reading, language),
                    reading.history().stream().map(this::month).toList(),
                    reading.steps(),
                    card.filter(one -> compared)
                            .flatMap(one -> GapView.of(reading, one, links, language))
                            .orElse(null),
                    card.filter(one -> compared)
                            .map(one -> CountyLine.of(reading, one, links, language))
                            .orElse(List.of()),
                    revisions,
                    item.deliverables().stream()
                            .map(one -> DeliverableView.of(one, deliverables, reading.today(), language))
                            .toList());
        }

        private Unit unit() {
            return reading.indicator().measure().unit();
        }

        private List<Fact> facts(Card card) {
            Assessment assessment = card.assessment();
            return List.of(
                    fact("序时目标", "Expected by now", Shown.value(assessment.expected(), unit(), language), null),
                    fact("距目标", "Missing to the target", gap(assessment), count(assessment)),
                    fact("滞后点数", "Lag points", points(assessment.lagPoints()), null),
                    fact(
                            "完成率",
                            "Completion",
                            assessment.completionRate() == null
                                    ? Shown.NONE
                                    : Shown.number(assessment.completionRate()) + "%",
                            null),
                    fact(
                            "今后每月至少",
                            "Needed each month",
                            assessment.requiredPerMonth() == null
                                    ? Shown.NONE
                                    : Line.difference(assessment.requiredPerMonth(), unit(), language),
                            null),
                    forecast(card.forecast()));
        }

        private static Fact fact(String zh, String en, String value, @Nullable String note) {
            return new Fact(new Text(zh, en), value, note);
        }

        private String points(@Nullable Exact points) {
            if (points == null) {
                return Shown.NONE;
            }
            return points.isPositive()
                    ? Text.of("%s 个百分点", "%s points", Shown.number(points.rounded(1)))
                            .in(language)
                    : new Text("未落后", "not behind").in(language);
        }

        private String gap(Assessment assessment) {
            if (assessment.gap() == null) {
                return Shown.NONE;
            }
            return assessment.gap().isPositive()
                    ? Line.difference(assessment.gap(), unit(), language)
                    : new Text("已达到", "reached").in(language);
        }

        /** The count behind the gap of a ratio, with its sign in words. */
        private @Nullable String count(Assessment assessment) {
            return assessment.gapCount() == null
                            || !reading.indicator().measure().isRatio()
                    ? null
                    : Shown.count(
                            assessment.gapCount(),
                            Shown.counted(reading.indicator().measure()),
                            language);
        }

        private Fact forecast(Forecast forecast) {
            if (forecast instanceof Forecast.Estimate estimate) {
                return fact(
                        "达标可能",
                        "Chance of meeting it",
                        Shown.percent(estimate.probability()),
                        Text.of(
                                        "预计 %s（%s 至 %s）",
                                        "expected %s (%s to %s)",
                                        Shown.value(estimate.value(), unit(), language),
                                        Shown.number(Shown.in(unit(), estimate.low())),
                                        Shown.value(estimate.high(), unit(), language))
                                .in(language));
            }
            Forecast.Reason reason = ((Forecast.Absent) forecast).reason();
            return fact(
                    "达标可能",
                    "Chance of meeting it",
                    Shown.NONE,
                    new Text(reason.chinese(), reason.english()).in(language));
        }

        private List<Option> periods() {
            return reading.history().stream()
                    .map(Card::period)
                    .map(this::option)
                    .toList();
        }

        private Option option(Period period) {
            return new Option(period.toString(), Shown.month(period, language), period.equals(reading.period()));
        }

        private List<Option> regions() {
            Plan plan = reading.plan();
            return plan.regionCodes()
                    .filter(region -> plan.concerns(region, reading.indicator()))
                    .map(region ->
                            new Option(region, Names.of(plan, region, language), region.equals(reading.region())))
                    .toList();
        }

        private Month month(Card card) {
            Assessment assessment = card.assessment();
            return new Month(
                    Shown.month(card.period(), language),
                    Light.of(assessment.status(), language),
                    Shown.value(assessment.actual(), unit(), language),
                    Shown.value(assessment.expected(), unit(), language),
                    Optional.ofNullable(Line.target(assessment.bound(), unit(), language))
                            .orElse(Shown.NONE));
        }
    }
}
