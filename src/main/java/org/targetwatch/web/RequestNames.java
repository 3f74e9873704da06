package org.targetwatch.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request a name that its answer ({@code X-Request-Id}), its problem and each line of its log share. A fit name that was sent,
 * by a proxy perhaps, is kept.
 */
@Singleton
class RequestNames {
    private static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_ALL_OTHERS = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestNames::name, BEFORE_ALL_OTHERS);
    }

    private static void name(RoutingContext request) {
        String sent = request.request().getHeader(HEADER);
        String name = sent != null && FIT.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        MDC.put(KEY, name);
        request.response().putHeader(HEADER, name);
        request.next();
    }

    /** The name of the request at hand. */
    static String current() {
        return String.valueOf(MDC.get(KEY));
    }
}
