package org.targetwatch.metrics;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.metrics.CardGauges.CardSamples;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.supervision.MailCounts;
import org.targetwatch.supervision.MailCounts.Outcome;
import org.targetwatch.web.BusinessDate;

/** Serves the snapshot to a scrape. One own collector: gauges registered one by one would race with re-judging. */
@ApplicationScoped
class TargetwatchCollector extends Collector {
    private final SnapshotKeeper keeper;
    private final CardGauges gauges;
    private final MailCounts mails;
    private final BusinessDate businessDate;

    TargetwatchCollector(SnapshotKeeper keeper, CardGauges gauges, MailCounts mails, BusinessDate businessDate) {
        this.keeper = keeper;
        this.gauges = gauges;
        this.mails = mails;
        this.businessDate = businessDate;
    }

    // Deprecated for a newer client that Quarkus 3 does not bring.
    @SuppressWarnings("deprecation")
    void register(@Observes StartupEvent started, PrometheusMeterRegistry registry) {
        registry.getPrometheusRegistry().register(this);
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Snapshot snapshot = keeper.snapshot();
        List<CardSamples> cards = new ArrayList<>();
        ReportGauges reports = new ReportGauges(businessDate.today());
        InfoGauges infos = new InfoGauges();
        SlipGauges slips = new SlipGauges();
        snapshot.active(businessDate.today()).forEach(state -> {
            infos.add(state.plan(), state.shown().stream());
            reports.add(state);
            slips.add(state.plan(), state.slips());
            cards.addAll(state.cards().values());
        });
        return Stream.of(
                        infos.families(),
                        gauges.families(cards),
                        reports.families(),
                        slips.families(),
                        Stream.of(mails()),
                        program(snapshot))
                .flatMap(families -> families)
                .toList();
    }

    private MetricFamilySamples mails() {
        CounterMetricFamily family = new CounterMetricFamily(
                MetricNames.PREFIX + "mail_recipients",
                "What became of mails since the start, by recipient.",
                MetricNames.MAIL_LABELS);
        for (Outcome outcome : Outcome.values()) {
            family.addMetric(List.of(outcome.code()), mails.of(outcome));
        }
        return family;
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
