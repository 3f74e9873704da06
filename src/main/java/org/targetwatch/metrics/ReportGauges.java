package org.targetwatch.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.GaugeMetricFamily;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.scorecard.Card;

/** Per reporting region: how many indicators' figures are due for the current period, arrived, overdue; and which are missing. */
final class ReportGauges {
    private final LocalDate today;
    private final GaugeMetricFamily due = perRegion("reports_due", "Indicators due for the current period.");
    private final GaugeMetricFamily received = perRegion("reports_received", "Of these, reported.");
    private final GaugeMetricFamily overdue = perRegion("reports_overdue", "Of these, not reported after the due day.");
    private final GaugeMetricFamily missing = new GaugeMetricFamily(
            MetricNames.PREFIX + "report_missing",
            "Not reported for the current period: 1 past the due day, 0 before.",
            MetricNames.CARD_LABELS);

    ReportGauges(LocalDate today) {
        this.today = today;
    }

    private static GaugeMetricFamily perRegion(String name, String help) {
        return new GaugeMetricFamily(MetricNames.PREFIX + name, help, MetricNames.REGION_LABELS);
    }

    private static final class Count {
        int due;
        int received;
        int overdue;
    }

    void add(Plan plan, List<Card> cards) {
        Map<String, Count> counts = new TreeMap<>();
        for (Card card : cards) {
            Indicator indicator = plan.indicator(card.indicator()).orElseThrow();
            if (plan.reports(card.region(), indicator) && indicator.isReportedIn(card.period())) {
                count(plan, card, counts.computeIfAbsent(card.region(), region -> new Count()));
            }
        }
        counts.forEach((region, count) -> {
            List<String> labels = List.of(plan.code(), region);
            due.addMetric(labels, count.due);
            received.addMetric(labels, count.received);
            overdue.addMetric(labels, count.overdue);
        });
    }

    private void count(Plan plan, Card card, Count count) {
        count.due++;
        if (card.tally().coverage().allReported()) {
            count.received++;
        } else {
            boolean late = today.isAfter(plan.dueDays().of(card.period()));
            count.overdue += late ? 1 : 0;
            missing.addMetric(List.of(plan.code(), card.indicator(), card.region()), late ? 1 : 0);
        }
    }

    Stream<MetricFamilySamples> families() {
        return Stream.of(due, received, overdue, missing);
    }
}
