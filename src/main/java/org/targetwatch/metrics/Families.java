package org.targetwatch.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.scorecard.Scorecards.Backlog;
import org.targetwatch.supervision.MailCounts;
import org.targetwatch.supervision.MailCounts.Outcome;
import org.targetwatch.web.BusinessDate;

/** All that is told of a snapshot beside its cards: names, reports, slips, and how the program itself is doing. */
@ApplicationScoped
class Families {
    private final MailCounts mails;
    private final BusinessDate businessDate;

    Families(MailCounts mails, BusinessDate businessDate) {
        this.mails = mails;
        this.businessDate = businessDate;
    }

    List<MetricFamilySamples> of(Snapshot snapshot) {
        ReportGauges reports = new ReportGauges(businessDate.today());
        InfoGauges infos = new InfoGauges();
        SlipGauges slips = new SlipGauges();
        snapshot.active(businessDate.today()).forEach(state -> {
            infos.add(state.plan(), state.shown().stream());
            reports.add(state);
            slips.add(state.plan(), state.slips());
        });
        return Stream.of(infos.families(), reports.families(), slips.families(), Stream.of(mails()), program(snapshot))
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
