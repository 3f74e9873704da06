package org.targetwatch.metrics;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.metrics.CardGauges.CardLines;
import org.targetwatch.web.BusinessDate;

/** Answers a scrape: the snapshot as a whole, then what the libraries count. Gauges registered one by one would race with judging. */
// The registry is deprecated for a newer client that Quarkus 3 does not bring.
@SuppressWarnings("deprecation")
@Singleton
class Scrape {
    private static final String PATH = "/q/metrics";
    private static final String END = "# EOF\n";

    private final SnapshotKeeper keeper;
    private final CardGauges gauges;
    private final Families families;
    private final PrometheusMeterRegistry libraries;
    private final BusinessDate businessDate;

    Scrape(
            SnapshotKeeper keeper,
            CardGauges gauges,
            Families families,
            PrometheusMeterRegistry libraries,
            BusinessDate businessDate) {
        this.keeper = keeper;
        this.gauges = gauges;
        this.families = families;
        this.libraries = libraries;
        this.businessDate = businessDate;
    }

    void stand(@Observes ManagementInterface management) {
        management.router().route(PATH).order(ScrapeGate.BEHIND_GATE).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext request) {
        String type = type(request.request().getHeader(HttpHeaders.ACCEPT));
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(text(type));
    }

    /** Prometheus and browsers name text; whoever names nothing gets OpenMetrics. */
    private static String type(@Nullable String accept) {
        return accept != null && (accept.contains("text/plain") || accept.contains("text/html"))
                ? TextFormat.CONTENT_TYPE_004
                : TextFormat.CONTENT_TYPE_OPENMETRICS_100;
    }

    private Buffer text(String type) {
        Snapshot snapshot = keeper.snapshot();
        List<CardLines> cards = snapshot.active(businessDate.today())
                .flatMap(state -> state.cards().values().stream())
                .toList();
        Buffer text = Buffer.buffer();
        gauges.write(cards, text);
        return text.appendString(families(snapshot, type)).appendString(libraries.scrape(type));
    }

    private String families(Snapshot snapshot, String type) {
        try (StringWriter text = new StringWriter()) {
            TextFormat.writeFormat(type, text, Collections.enumeration(families.of(snapshot)));
            return text.toString().replace(END, "");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
