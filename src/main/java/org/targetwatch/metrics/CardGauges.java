package org.targetwatch.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.Collector.Type;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Reason;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;

/**
 * The gauges that a card has; a scrape only writes what was worked out when the card changed. Values are in base units; what cards state in percent is 0 to 1 here, as Prometheus wants
 * it. This is the boundary where exact numbers become floating point.
 */
@Singleton
final class CardGauges {
    private static final String UNKNOWN = MetricNames.PREFIX + "unknown_reason";

    /** A card with what its numbers mean. */
    private record Shown(Card card, Indicator indicator) {
        /** A value in the unit of the target: percent becomes 0 to 1. */
        Optional<Double> inUnit(@Nullable Exact value) {
            boolean percent = indicator.rules().measure().isRatio()
                    && indicator.rules().measure().scale() == Scale.PERCENT;
            return percent ? share(value) : plain(value);
        }

        static Optional<Double> share(@Nullable Exact percent) {
            return plain(percent == null ? null : percent.dividedBy(100));
        }

        static Optional<Double> plain(@Nullable Exact value) {
            return Optional.ofNullable(value).map(Exact::rounded).map(Number::doubleValue);
        }

        Assessment assessment() {
            return card.assessment();
        }

        /** Empty where there is no floor, or nothing to hold against it yet. */
        Optional<Double> floorBroken() {
            boolean told = card.marks().floor() != null && assessment().actual() != null && !isOpen();
            return told
                    ? Optional.of(indicator.target().breaksFloor(assessment().actual()) ? 1.0 : 0.0)
                    : Optional.empty();
        }

        private boolean isOpen() {
            return Set.of(Status.UNKNOWN, Status.NOT_DUE).contains(assessment().status());
        }

        Optional<Forecast.Estimate> forecast() {
            return Optional.of(card.forecast())
                    .filter(Forecast.Estimate.class::isInstance)
                    .map(Forecast.Estimate.class::cast);
        }
    }

    private record Gauge(String name, String help, Function<Shown, Optional<Double>> value) {
        @Nullable
        Sample sample(Shown card, List<String> labels) {
            return value.apply(card)
                    .map(number -> new Sample(MetricNames.PREFIX + name, MetricNames.CARD_LABELS, labels, number))
                    .orElse(null);
        }

        MetricFamilySamples family(Stream<Sample> samples) {
            return new MetricFamilySamples(MetricNames.PREFIX + name, Type.GAUGE, help, samples.toList());
        }
    }

    /**
     * What is shown of one card, made once and read by every scrape.
     *
     * @param samples one for each gauge, in their order; null where it has nothing to say
     * @param reason why the status is unknown; null when it is not
     */
    record CardSamples(List<@Nullable Sample> samples, @Nullable Sample reason) {}

    private final List<Gauge> gauges;

    CardGauges(Clock clock) {
        ZoneId zone = clock.getZone();
        gauges = List.of(
                new Gauge("target", "What was promised; ratios 0 to 1.", card -> card.inUnit(target(card))),
                new Gauge(
                        "floor",
                        "The line set from above; ratios 0 to 1.",
                        card -> card.inUnit(card.card().marks().floor())),
                new Gauge(
                        "actual",
                        "What was reached to date; ratios 0 to 1.",
                        card -> card.inUnit(card.assessment().actual())),
                new Gauge(
                        "expected",
                        "What the trajectory expects by now; ratios 0 to 1.",
                        card -> card.inUnit(card.assessment().expected())),
                new Gauge(
                        "completion_ratio",
                        "Actual over target.",
                        card -> Shown.share(card.assessment().completionRate())),
                new Gauge(
                        "lag_points",
                        "How far behind the trajectory, in hundredths of the whole way.",
                        card -> Shown.plain(card.assessment().lagPoints())),
                new Gauge(
                        "gap",
                        "What is missing to the target, 0 when met; ratios 0 to 1.",
                        card -> card.inUnit(card.assessment().gap())),
                new Gauge(
                        "gap_quantity",
                        "The signed count behind the gap; negative is surplus.",
                        card -> Shown.plain(card.assessment().gapCount())),
                new Gauge(
                        "status",
                        "0 unknown, 1 no_target, 2 not_due, 3 achieved, 4 on_track, 5 behind, 6 far_behind, 7 missed.",
                        card -> Optional.of((double) card.assessment().status().number())),
                new Gauge(
                        "severity",
                        "0 none, 1 info, 2 warning, 3 critical.",
                        card -> Optional.of(
                                (double) card.assessment().severity().ordinal())),
                new Gauge("floor_broken", "1 if the floor is broken, 0 if it holds.", Shown::floorBroken),
                new Gauge(
                        "forecast",
                        "What is expected in the due month, if things go on like this; ratios 0 to 1.",
                        card -> card.forecast().flatMap(estimate -> card.inUnit(estimate.value()))),
                new Gauge(
                        "forecast_probability_ratio",
                        "How likely the target is met in the due month.",
                        card -> card.forecast().flatMap(estimate -> Shown.plain(estimate.probability()))),
                new Gauge(
                        "coverage_ratio",
                        "Share of the expected regions that have reported.",
                        card -> coverage(card.card().tally().coverage())),
                new Gauge(
                        "period_timestamp_seconds",
                        "The end of the month that is shown.",
                        card -> Optional.of((double) card.card()
                                .period()
                                .lastDay()
                                .atTime(LocalTime.MAX)
                                .atZone(zone)
                                .toEpochSecond())));
    }

    CardSamples samples(Card card, Indicator indicator) {
        Shown shown = new Shown(card, indicator);
        List<String> labels = List.of(card.plan(), card.indicator(), card.region());
        List<@Nullable Sample> samples = new ArrayList<>(gauges.size());
        gauges.forEach(gauge -> samples.add(gauge.sample(shown, labels)));
        return new CardSamples(samples, reason(card));
    }

    private static @Nullable Sample reason(Card card) {
        Reason reason = card.assessment().reason();
        return reason == null
                ? null
                : new Sample(
                        UNKNOWN,
                        MetricNames.UNKNOWN_LABELS,
                        List.of(card.plan(), card.indicator(), card.region(), reason.code()),
                        1);
    }

    Stream<MetricFamilySamples> families(List<CardSamples> cards) {
        Stream<MetricFamilySamples> families = IntStream.range(0, gauges.size()).mapToObj(place -> gauges.get(place)
                .family(cards.stream()
                        .flatMap(card -> Stream.ofNullable(card.samples().get(place)))));
        return Stream.concat(families, Stream.of(unknown(cards)));
    }

    private static MetricFamilySamples unknown(List<CardSamples> cards) {
        return new MetricFamilySamples(
                UNKNOWN,
                Type.GAUGE,
                "Why the status is unknown: no_figure, no_reference, coverage; always 1.",
                cards.stream().flatMap(card -> Stream.ofNullable(card.reason())).toList());
    }

    private static @Nullable Exact target(Shown card) {
        return Optional.ofNullable(card.assessment().bound()).map(Bound::value).orElse(null);
    }

    private static Optional<Double> coverage(Coverage coverage) {
        return Optional.of(coverage)
                .filter(some -> some.expected() > 0)
                .map(some -> (double) some.reported() / some.expected());
    }
}
