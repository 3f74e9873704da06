package org.targetwatch.metrics;

import java.util.List;

/** Every metric and label name in one place; dashboards and rules rest on them ({@code design.md} 6). */
final class MetricNames {
    static final String PREFIX = "targetwatch_";

    static final List<String> CARD_LABELS = List.of("plan", "indicator", "region");
    static final List<String> UNKNOWN_LABELS = List.of("plan", "indicator", "region", "reason");
    static final List<String> PLAN_INFO_LABELS = List.of("plan", "plan_name", "plan_name_en", "year", "region");
    static final List<String> INDICATOR_INFO_LABELS = List.of(
            "plan",
            "indicator",
            "name",
            "name_en",
            "work_item",
            "direction",
            "unit",
            "count_unit",
            "commitment",
            "lead_office",
            "due");
    static final List<String> REGION_INFO_LABELS =
            List.of("plan", "region", "region_name", "region_name_en", "kind", "parent");
    static final List<String> REGION_LABELS = List.of("plan", "region");
    static final List<String> SLIP_LABELS = List.of("plan", "lead_office", "region");
    static final List<String> MAIL_LABELS = List.of("outcome");

    private MetricNames() {}
}
