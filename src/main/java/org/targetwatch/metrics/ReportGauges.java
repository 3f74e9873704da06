package org.targetwatch.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.GaugeMetricFamily;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.targetwatch.metrics.Snapshot.PlanState;

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

        void add(boolean isReceived, boolean isOver) {
            due++;
            if (isReceived) {
                received++;
            } else if (isOver) {
                overdue++;
            }
        }
    }

    void add(PlanState state) {
        Map<String, Count> counts = new TreeMap<>();
        Map<String, Boolean> over = new HashMap<>();
        state.current()
                .forEach((indicator, period) ->
                        over.put(indicator, today.isAfter(state.plan().dueDays().of(period))));
        state.reports().forEach((series, isReceived) -> {
            boolean isOver = over.get(series.indicator());
            counts.computeIfAbsent(series.region(), region -> new Count()).add(isReceived, isOver);
            if (!isReceived && state.shown().contains(series.region())) {
                missing.addMetric(List.of(state.plan().code(), series.indicator(), series.region()), isOver ? 1 : 0);
            }
        });
        counts.forEach((region, count) -> {
            List<String> labels = List.of(state.plan().code(), region);
            due.addMetric(labels, count.due);
            received.addMetric(labels, count.received);
            overdue.addMetric(labels, count.overdue);
        });
    }

    Stream<MetricFamilySamples> families() {
        return Stream.of(due, received, overdue, missing);
    }
}
