package org.targetwatch.page.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.figure.DeliverableReport;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.DeliverableView;
import org.targetwatch.page.Light;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.page.RevisionView;
import org.targetwatch.page.Shown;
import org.targetwatch.page.slip.SlipLine;
import org.targetwatch.progress.Assessment;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.WhyAnswer;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * The page of an indicator in the reader's language.
 *
 * @param provisional whether the month is later than the indicator's current one
 * @param line the card of the month; null when there is none
 * @param gap null where there is none to split, or it is not to be split
 * @param counties the regions below side by side; empty where that is not done
 * @param shares whether they have numerators and denominators
 */
record IndicatorView(
        Head head,
        boolean provisional,
        @Nullable Line line,
        List<Fact> facts,
        List<Option> periods,
        List<Option> regions,
        TrajectoryChart chart,
        List<Month> months,
        List<WhyAnswer.Step> steps,
        Source source,
        @Nullable GapView gap,
        List<CountyLine> counties,
        boolean shares,
        List<RevisionView> revisions,
        Slips slips,
        List<DeliverableView> deliverables) {

    /** @param home the board of the region */
    record Head(String name, String region, String period, String item, String offices, String home) {}

    /** One row of the table behind the chart. */
    record Month(String name, Light light, String actual, String expected, String target) {}

    /** The plan's own words, and what was made of them. */
    record Source(String quote, String plan, @Nullable String floor, List<String> assumed) {}

    /** @param opening where the reader opens another one; null where that is not the reader's business */
    record Slips(List<SlipLine> lines, @Nullable String opening) {}

    static IndicatorView of(
            IndicatorReading reading,
            Map<String, DeliverableReport.Revision> deliverables,
            List<RevisionView> revisions,
            Slips slips,
            Links links,
            Language language) {
        return new Maker(reading, links, language).view(deliverables, revisions, slips);
    }

    private record Maker(IndicatorReading reading, Links links, Language language) {
        IndicatorView view(
                Map<String, DeliverableReport.Revision> deliverables, List<RevisionView> revisions, Slips slips) {
            return new IndicatorView(
                    head(),
                    reading.period().isAfter(reading.current()),
                    reading.card().map(this::line).orElse(null),
                    reading.card()
                            .map(card -> Fact.of(card, indicator().measure(), language))
                            .orElse(List.of()),
                    reading.history().stream()
                            .map(Card::period)
                            .map(this::option)
                            .toList(),
                    regions(),
                    TrajectoryChart.of(reading, language),
                    reading.history().stream().map(this::month).toList(),
                    reading.steps(),
                    source(),
                    compared()
                            .flatMap(card -> GapView.of(reading, card, links, language))
                            .orElse(null),
                    compared()
                            .map(card -> CountyLine.of(reading, card, links, language))
                            .orElse(List.of()),
                    indicator().measure() instanceof Measure.OfRatio,
                    revisions,
                    slips,
                    item().deliverables().stream()
                            .map(one -> DeliverableView.of(one, deliverables, reading.today(), language))
                            .toList());
        }

        private Indicator indicator() {
            return reading.indicator();
        }

        private WorkItem item() {
            return reading.plan().workItem(indicator().workItem()).orElseThrow();
        }

        private Head head() {
            return new Head(
                    Line.name(indicator(), language),
                    Names.of(reading.plan(), reading.region(), language),
                    Shown.month(reading.period(), language),
                    item().number() + " " + new Text(item().name(), item().english()).in(language),
                    String.join("、", item().leadOffices()),
                    links.board(reading.region()));
        }

        private Line line(Card card) {
            return Line.of(card, indicator(), links.indicator(indicator().code(), card.region()), language);
        }

        private Source source() {
            Plan plan = reading.plan();
            return new Source(
                    indicator().quote(),
                    new Text(plan.name(), plan.english()).in(language),
                    Optional.ofNullable(indicator().floorSource())
                            .map(this::said)
                            .orElse(null),
                    indicator().assumed().stream().map(this::said).toList());
        }

        private String said(String line) {
            return Text.bilingual(line).in(language);
        }

        /** The card, where regions may be laid beside each other: a confidential indicator's never are. */
        private Optional<Card> compared() {
            return reading.card()
                    .filter(card ->
                            !indicator().confidential() && !reading.below().isEmpty());
        }

        private Option option(Period period) {
            return new Option(period.toString(), Shown.month(period, language), period.equals(reading.period()));
        }

        private List<Option> regions() {
            Plan plan = reading.plan();
            return plan.seenRegions()
                    .filter(region -> plan.concerns(region, indicator()))
                    .map(region ->
                            new Option(region, Names.of(plan, region, language), region.equals(reading.region())))
                    .toList();
        }

        private Month month(Card card) {
            Assessment assessment = card.assessment();
            Unit unit = indicator().measure().unit();
            return new Month(
                    Shown.month(card.period(), language),
                    Light.of(assessment.status(), language),
                    Shown.value(assessment.actual(), unit, language),
                    Shown.value(assessment.expected(), unit, language),
                    Optional.ofNullable(Line.target(assessment.bound(), unit, language))
                            .orElse(Shown.NONE));
        }
    }
}
