package org.targetwatch.metrics;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;
import org.targetwatch.web.ProblemWriter;
import org.targetwatch.web.Text;

/** Asks for the scrape token, where one is configured, before anything but health is shown on the management port. */
@Singleton
class ScrapeGate {
    private static final int BEHIND_WEB = Integer.MIN_VALUE + 10;
    static final int BEHIND_GATE = BEHIND_WEB + 1;
    private static final Problem REFUSAL = Problem.of(
            Problem.Kind.UNAUTHENTICATED,
            new Text(
                    "请带上抓取令牌：Authorization: Bearer …（targetwatch.metrics.scrape-token）。",
                    "Send the scrape token: Authorization: Bearer … (targetwatch.metrics.scrape-token)."));

    private final MetricsConfig config;
    private final ProblemWriter problems;

    ScrapeGate(MetricsConfig config, ProblemWriter problems) {
        this.config = config;
        this.problems = problems;
    }

    void stand(@Observes ManagementInterface management) {
        config.scrapeToken().ifPresent(token -> management
                .router()
                .route()
                .order(BEHIND_WEB)
                .handler(request -> check(request, "Bearer " + token)));
    }

    private void check(RoutingContext request, String expected) {
        if (isHealth(request) || isSame(expected, request.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            request.next();
        } else {
            request.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.answer(request, REFUSAL);
        }
    }

    private static boolean isHealth(RoutingContext request) {
        return request.normalizedPath().matches("/q/health(/.*)?");
    }

    /** Takes as long for a wrong token as for the right one. */
    private static boolean isSame(String expected, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
