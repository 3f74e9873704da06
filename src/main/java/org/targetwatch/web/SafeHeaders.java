package org.targetwatch.web;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Tells browsers what no answer of ours needs, so that they do not let it happen: guessing types, frames, scripts from anywhere, keeping copies.
 * What an answer says itself stays; pages have a policy of their own.
 */
@Singleton
class SafeHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The description's own page has two scripts inside it, which are known by their hashes, and styles. */
    static final String SWAGGER_UI =
            "default-src 'none'; script-src 'self' 'sha256-AqcUGwpK0Ur3MgdTyzQ0KaqB4sm+CMf8dTOwCyi4HSw='"
                    + " 'sha256-zQ56nY76HCKXM812CHMJTDtil2vZoXaDlMOkCNot1LE=';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    /** A year. Answers that came over plain HTTP must not say so. */
    private static final String ONLY_TLS = "max-age=31536000";

    private static final int BEHIND_NAMES = 950;

    void stand(@Observes Filters filters) {
        filters.register(SafeHeaders::add, BEHIND_NAMES);
    }

    /** Before the framework's own, which allows every site to read what is on the management port. */
    void stand(@Observes @Priority(1) ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(SafeHeaders::add);
    }

    private static void add(RoutingContext request) {
        promise(request);
        request.next();
    }

    /** Adds the headers when the answer's own are known; doing it twice changes nothing. */
    static void promise(RoutingContext request) {
        request.addHeadersEndHandler(ended -> {
            MultiMap headers = request.response().headers();
            headers.remove("Access-Control-Allow-Origin");
            ALWAYS.forEach((name, value) -> addIfAbsent(headers, name, value));
            addIfAbsent(headers, POLICY, isSwaggerUi(request) ? SWAGGER_UI : NOTHING);
            if ("https".equals(request.request().scheme())) {
                addIfAbsent(headers, "Strict-Transport-Security", ONLY_TLS);
            }
        });
    }

    private static boolean isSwaggerUi(RoutingContext request) {
        return request.normalizedPath().startsWith("/q/swagger-ui/");
    }

    private static void addIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
