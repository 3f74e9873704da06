package org.targetwatch.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * Keeps other sites from acting with a browser's cookie (CSRF). Every browser says where a request that changes something comes from, in
 * {@code Sec-Fetch-Site} or, over plain HTTP, in {@code Origin}; one that says neither is refused.
 */
final class SameOrigin {
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private SameOrigin() {}

    static boolean permits(HttpServerRequest request) {
        if (CHANGE_NOTHING.contains(request.method().name())) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? isOwn(request.getHeader("Origin"), request) : site.equals("same-origin");
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        try {
            return origin != null
                    && request.authority() != null
                    && request.authority()
                            .toString()
                            .equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** For what a browser does without being logged in. */
    static void refuseOthers(HttpServerRequest request) {
        if (!permits(request)) {
            throw refusal();
        }
    }

    static Problem refusal() {
        return Problem.of(
                Problem.Kind.FORBIDDEN,
                new Text(
                        "该请求来自其他网站，未执行。请在本系统的页面中操作；程序访问请使用令牌。",
                        "The request comes from another site and was not carried out. Use this service's own pages; programs use a token."));
    }
}
