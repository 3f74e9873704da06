package org.targetwatch.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.supervision.SlipCounts.Count;

/** Per lead office and region: how many slips are open, and of how many something was owed before today. */
final class SlipGauges {
    private final GaugeMetricFamily open = family("slips_open", "Slips that are not closed.");
    private final GaugeMetricFamily overdue =
            family("slips_overdue", "Of these, with a reply or a promised day that is overdue.");

    private static GaugeMetricFamily family(String name, String help) {
        return new GaugeMetricFamily(MetricNames.PREFIX + name, help, MetricNames.SLIP_LABELS);
    }

    void add(Plan plan, List<Count> counts) {
        counts.forEach(count -> {
            List<String> labels = List.of(plan.code(), count.offices(), count.region());
            open.addMetric(labels, count.open());
            overdue.addMetric(labels, count.overdue());
        });
    }

    Stream<MetricFamilySamples> families() {
        return Stream.of(open, overdue);
    }
}
