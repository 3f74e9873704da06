package org.targetwatch.metrics;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.metrics.CardGauges.Shown;
import org.targetwatch.metrics.Snapshot.PlanState;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.web.BusinessDate;

/** Serves the snapshot to a scrape. One own collector: gauges registered one by one would race with re-judging. */
@ApplicationScoped
class TargetwatchCollector extends Collector {
    private static final int MOST_SERIES = 100_000;
    private static final int SERIES_PER_CARD = 12;

    private final SnapshotKeeper keeper;
    private final MetricsConfig config;
    private final BusinessDate businessDate;
    private final CardGauges cardGauges;

    TargetwatchCollector(SnapshotKeeper keeper, MetricsConfig config, BusinessDate businessDate, Clock clock) {
        this.keeper = keeper;
        this.config = config;
        this.businessDate = businessDate;
        this.cardGauges = new CardGauges(clock.getZone());
    }

    // Deprecated for a newer client that Quarkus 3 does not bring.
    @SuppressWarnings("deprecation")
    void register(@Observes StartupEvent started, PrometheusMeterRegistry registry) {
        registry.getPrometheusRegistry().register(this);
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Snapshot snapshot = keeper.snapshot();
        List<Shown> cards = new ArrayList<>();
        ReportGauges reports = new ReportGauges(businessDate.today());
        InfoGauges infos = new InfoGauges();
        SlipGauges slips = new SlipGauges();
        snapshot.active(businessDate.today()).forEach(state -> {
            infos.add(state.plan(), state.plan().regionCodes().filter(region -> isShown(state, region)));
            reports.add(state.plan(), open(state).toList());
            slips.add(state.plan(), state.slips());
            open(state)
                    .filter(card -> isShown(state, card.region()))
                    .map(card -> new Shown(
                            card, state.plan().indicator(card.indicator()).orElseThrow()))
                    .forEach(cards::add);
        });
        return Stream.of(
                        infos.families(),
                        cardGauges.families(cards),
                        reports.families(),
                        slips.families(),
                        program(snapshot))
                .flatMap(families -> families)
                .toList();
    }

    /** Confidential indicators appear in no metric, not even as a count. */
    private static Stream<Card> open(PlanState state) {
        return state.cards().values().stream().filter(card -> state.plan()
                .indicator(card.indicator())
                .filter(indicator -> !indicator.confidential())
                .isPresent());
    }

    private boolean isShown(PlanState state, String region) {
        Plan plan = state.plan();
        boolean own = region.equals(plan.region());
        return switch (config.regions().orElse(defaultRegions(state))) {
            case OWN -> own;
            case CHILDREN ->
                own
                        || plan.regions()
                                .parent(region)
                                .filter(plan.region()::equals)
                                .isPresent();
            case ALL -> true;
        };
    }

    private static MetricsConfig.Shown defaultRegions(PlanState state) {
        return state.cards().size() * SERIES_PER_CARD > MOST_SERIES
                ? MetricsConfig.Shown.CHILDREN
                : MetricsConfig.Shown.ALL;
    }

    private static Stream<MetricFamilySamples> program(Snapshot snapshot) {
        Backlog backlog = snapshot.backlog();
        return Stream.of(
                new GaugeMetricFamily(
                        MetricNames.PREFIX + "snapshot_timestamp_seconds",
                        "When these metrics were last read from the database.",
                        snapshot.takenAt().toEpochMilli() / 1000.0),
                new GaugeMetricFamily(
                        MetricNames.PREFIX + "judging_queue_size", "Notes that wait to be judged.", backlog.size()),
                new GaugeMetricFamily(
                        MetricNames.PREFIX + "judging_set_aside",
                        "Notes that could not be judged and are tried again now and then.",
                        backlog.setAside()),
                new GaugeMetricFamily(
                        MetricNames.PREFIX + "judging_age_seconds",
                        "How long the oldest note has waited.",
                        backlog.age().toMillis() / 1000.0));
    }
}
