package org.targetwatch.bench.speed;

import java.net.URI;
import java.net.http.HttpRequest;

/**
 * Where the service is and how one is let in: the one place that adds what a request needs for it.
 *
 * @param url without a slash at the end
 * @param authorization the header of that name; empty for none
 */
record Door(String url, String authorization) {
    HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }
}
