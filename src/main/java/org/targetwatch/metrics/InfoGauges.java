package org.targetwatch.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.catalogue.WorkItem;

/** Names and descriptions, to be joined to the other metrics by their codes; always 1. */
final class InfoGauges {
    private final GaugeMetricFamily plans =
            new GaugeMetricFamily(MetricNames.PREFIX + "plan_info", "What a plan is.", MetricNames.PLAN_INFO_LABELS);
    private final GaugeMetricFamily indicators = new GaugeMetricFamily(
            MetricNames.PREFIX + "indicator_info", "What an indicator is.", MetricNames.INDICATOR_INFO_LABELS);
    private final GaugeMetricFamily regions = new GaugeMetricFamily(
            MetricNames.PREFIX + "region_info", "What a region is.", MetricNames.REGION_INFO_LABELS);

    void add(Plan plan, Stream<String> shownRegions) {
        plans.addMetric(labels(plan), 1);
        plan.indicators().values().stream()
                .filter(indicator -> !indicator.confidential())
                .forEach(indicator -> indicators.addMetric(labels(plan, indicator), 1));
        shownRegions.forEach(
                code -> regions.addMetric(labels(plan, plan.regions().find(code).orElseThrow()), 1));
    }

    private static List<String> labels(Plan plan) {
        return List.of(plan.code(), plan.name(), plan.english(), String.valueOf(plan.year()), plan.region());
    }

    private static List<String> labels(Plan plan, Indicator indicator) {
        WorkItem item = plan.workItem(indicator.workItem()).orElseThrow();
        return List.of(
                plan.code(),
                indicator.code(),
                indicator.name(),
                indicator.english(),
                String.valueOf(indicator.workItem()),
                indicator.target().direction().code(),
                indicator.rules().measure().unit().base().symbol(),
                indicator.measure().countUnit().base().symbol(),
                indicator.rules().commitment().code(),
                String.join("、", item.leadOffices()),
                indicator.rules().due().toString());
    }

    private static List<String> labels(Plan plan, Region region) {
        return List.of(
                plan.code(),
                region.code(),
                region.name(),
                region.english(),
                region.kind(),
                region.parent() == null ? "" : region.parent());
    }

    Stream<MetricFamilySamples> families() {
        return Stream.of(plans, indicators, regions);
    }
}
