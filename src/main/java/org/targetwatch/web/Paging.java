package org.targetwatch.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in stable key order.
 *
 * @param size 1 to 1,000
 * @param after the key of the last element of the page before; null for the first page
 */
public record Paging(int size, @Nullable String after) {
    private static final int DEFAULT_SIZE = 100;
    private static final int MAX_SIZE = 1_000;

    /** Reads the query parameters {@code size} and {@code after}. */
    public static Paging of(@Nullable String size, @Nullable String after) {
        return new Paging(size == null ? DEFAULT_SIZE : Parameters.number("size", size, 1, MAX_SIZE), after);
    }

    /** How many elements to read: one more than shown tells whether there is a next page. */
    public int fetchSize() {
        return size + 1;
    }

    /** The page as a JSON array, with a {@code Link} to the next one when {@code fetched} holds more than the size. */
    public <T> RestResponse<List<T>> answer(List<T> fetched, Function<T, String> key, UriInfo uri) {
        if (fetched.size() <= size) {
            return RestResponse.ok(fetched);
        }
        List<T> shown = fetched.subList(0, size);
        return ResponseBuilder.ok(shown)
                .header(HttpHeaders.LINK, "<" + next(key.apply(shown.get(size - 1)), uri) + ">; rel=\"next\"")
                .build();
    }

    // Without scheme and host: behind a proxy we do not know the ones the client used.
    private URI next(String lastKey, UriInfo uri) {
        URI request = uri.getRequestUri();
        return UriBuilder.fromPath(request.getRawPath())
                .replaceQuery(request.getRawQuery())
                .replaceQueryParam("after", "{after}")
                .build(lastKey);
    }
}
