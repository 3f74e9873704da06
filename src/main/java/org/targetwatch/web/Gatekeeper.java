package org.targetwatch.web;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what no honest client sends, before anything else looks at it: methods that nothing here has, and addresses that two readers
 * (a proxy and we, say) could understand in two ways. What the HTTP framework refuses by itself is answered as a problem, too.
 */
@Singleton
class Gatekeeper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<Integer> BY_FRAMEWORK = List.of(400, 404, 405, 406, 413, 415);
    private static final int BEHIND_NAMES_AND_HEADERS = 900;
    private static final int LONGEST_ADDRESS = 4_096;
    private static final int MOST_IN_HEADERS = 16 * 1_024;

    private final ProblemWriter problems;

    Gatekeeper(ProblemWriter problems) {
        this.problems = problems;
    }

    void stand(@Observes Filters filters) {
        filters.register(request -> pass(request, refusal(request.request())), BEHIND_NAMES_AND_HEADERS);
    }

    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    /** Behind the management port there is nothing to change, and everything has one address. */
    void stand(@Observes @Priority(2) ManagementInterface management) {
        management.router().errorHandler(404, this::refused);
        management.router().route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        management.router().route().order(Integer.MIN_VALUE).handler(request -> {
            HttpServerRequest sent = request.request();
            pass(request, READING.contains(sent.method().name()) ? address(sent.path()) : method(sent));
        });
    }

    private void failed(RoutingContext request) {
        if (request.request().authority() == null) {
            pass(request, host(request.request()));
        } else if (BY_FRAMEWORK.contains(request.statusCode())) {
            refused(request);
        } else {
            request.next();
        }
    }

    private void refused(RoutingContext request) {
        problems.answer(
                request,
                FrameworkProblem.of(
                        request.statusCode(),
                        request.request()::getHeader,
                        request.request().path()));
    }

    private void pass(RoutingContext request, Optional<Problem> refusal) {
        refusal.ifPresentOrElse(problem -> problems.answer(request, problem), request::next);
    }

    private static Optional<Problem> refusal(HttpServerRequest request) {
        if (!METHODS.contains(request.method().name())) {
            return method(request);
        }
        if (request.authority() == null
                || request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return host(request);
        }
        return size(request).or(() -> address(request.path())).or(() -> contentType(request));
    }

    private static Optional<Problem> method(HttpServerRequest request) {
        return Optional.of(FrameworkProblem.of(405, request::getHeader, request.path()));
    }

    private static Optional<Problem> size(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) {
            return Optional.of(Problem.of(
                    Problem.Kind.ADDRESS_TOO_LONG,
                    Text.of(
                            "地址过长（%s 个字符），最多 %s 个；请减少查询参数。",
                            "The address is too long (%s characters); at most %s. Send fewer or shorter parameters.",
                            request.uri().length(),
                            LONGEST_ADDRESS)));
        }
        int inHeaders = request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        return inHeaders <= MOST_IN_HEADERS
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Problem.Kind.HEADERS_TOO_LARGE,
                        Text.of(
                                "请求头过大（%s 字节），最多 %s 字节；浏览器请清除本站 Cookie 后重试。",
                                "The headers are too large (%s bytes); at most %s. In a browser, delete this site's cookies and try again.",
                                inHeaders,
                                MOST_IN_HEADERS)));
    }

    private static Optional<Problem> host(HttpServerRequest request) {
        return Optional.of(Problem.badRequest(Text.of(
                "请求头 Host“%s”缺失、重复或无法读取。",
                "The header Host '%s' is missing, there twice, or cannot be read.",
                Text.shown(String.valueOf(request.getHeader(HttpHeaders.HOST))))));
    }

    private static Optional<Problem> contentType(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        try {
            return Optional.ofNullable(type).map(MediaType::valueOf).flatMap(readable -> Optional.empty());
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(FrameworkProblem.of(415, request::getHeader, request.path()));
        }
    }

    /** Why {@code path}, as it was sent, is not the one way to write an address; empty when it is. */
    static Optional<Problem> address(String path) {
        return PathSegment.areClear(path)
                ? Optional.empty()
                : Optional.of(Problem.badRequest(Text.of(
                        "地址 %s 无法使用：不能有空的或点号（.、..）路径段、分号、反斜杠、编码的斜杠、控制字符或无法解码的 %%。",
                        "The address %s cannot be used: it must have no empty or dot segments, semicolons, backslashes, encoded slashes,"
                                + " control characters or percent signs that cannot be decoded.",
                        Text.shown(path))));
    }
}
