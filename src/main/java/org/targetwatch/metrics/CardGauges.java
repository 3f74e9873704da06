package org.targetwatch.metrics;

import static java.util.stream.Collectors.joining;

import io.prometheus.client.Collector;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
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
 * The gauges that a card has, as lines of text: a scrape only copies what was written when the card changed. Values are in base
 * units; what cards state in percent is 0 to 1 here, as Prometheus wants it. This is the boundary where exact numbers become
 * floating point. The lines read the same in the text format of Prometheus and in OpenMetrics.
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
        byte @Nullable [] line(Shown card, String labels) {
            return value.apply(card)
                    .map(number -> CardGauges.line(MetricNames.PREFIX + name, labels, number))
                    .orElse(null);
        }

        byte[] head() {
            return CardGauges.head(MetricNames.PREFIX + name, help);
        }
    }

    /**
     * What is shown of one card, made once and read by every scrape.
     *
     * @param ofGauges one for each gauge, in their order; null where it has nothing to say
     * @param reason why the status is unknown; null when it is not
     */
    record CardLines(List<byte @Nullable []> ofGauges, byte @Nullable [] reason) {}

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

    CardLines lines(Card card, Indicator indicator) {
        Shown shown = new Shown(card, indicator);
        String labels = labels(MetricNames.CARD_LABELS, card.plan(), card.indicator(), card.region());
        List<byte @Nullable []> lines = new ArrayList<>(gauges.size());
        gauges.forEach(gauge -> lines.add(gauge.line(shown, labels)));
        return new CardLines(lines, reason(card));
    }

    private static byte @Nullable [] reason(Card card) {
        Reason reason = card.assessment().reason();
        return reason == null
                ? null
                : line(
                        UNKNOWN,
                        labels(MetricNames.UNKNOWN_LABELS, card.plan(), card.indicator(), card.region(), reason.code()),
                        1);
    }

    /** Codes are letters, digits and hyphens: there is nothing to escape. */
    private static String labels(List<String> names, String... codes) {
        return IntStream.range(0, codes.length)
                .mapToObj(place -> names.get(place) + "=\"" + codes[place] + "\"")
                .collect(joining(",", "{", "}"));
    }

    private static byte[] line(String name, String labels, double number) {
        return text(name + labels + " " + Collector.doubleToGoString(number) + "\n");
    }

    private static byte[] head(String name, String help) {
        return text("# HELP %1$s %2$s\n# TYPE %1$s gauge\n".formatted(name, help));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Adds the gauges, each with the lines of all {@code cards}. */
    void write(List<CardLines> cards, Buffer text) {
        for (int place = 0; place < gauges.size(); place++) {
            text.appendBytes(gauges.get(place).head());
            for (CardLines card : cards) {
                append(card.ofGauges().get(place), text);
            }
        }
        text.appendBytes(head(UNKNOWN, "Why the status is unknown: no_figure, no_reference, coverage; always 1."));
        cards.forEach(card -> append(card.reason(), text));
    }

    private static void append(byte @Nullable [] line, Buffer text) {
        if (line != null) {
            text.appendBytes(line);
        }
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
