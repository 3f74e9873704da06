package org.targetwatch.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.List;

/** Where a request comes from, as far as attempts are counted: an IPv4 address, or the network that an IPv6 address belongs to. */
final class Address {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int NETWORK_PARTS = 4;

    private Address() {}

    static String of(HttpServerRequest request) {
        String sender = text(request.connection().remoteAddress());
        String believed = text(request.remoteAddress());
        return network(believed.equals(sender) ? sender : lastHop(request, believed));
    }

    private static String text(SocketAddress address) {
        return address == null || address.hostAddress() == null ? "" : address.hostAddress();
    }

    /**
     * Whom the believed proxy itself saw. It puts that last; what stands before it is what its client said of itself, and the framework takes the first.
     */
    private static String lastHop(HttpServerRequest request, String believed) {
        List<String> lines = request.headers().getAll(FORWARDED);
        if (lines.isEmpty()) {
            return believed;
        }
        String line = lines.get(lines.size() - 1);
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }

    /** One client has a whole IPv6 network to itself: it must not be as many as the network has addresses. */
    static String network(String address) {
        String[] parts = address.split(":");
        return parts.length > NETWORK_PARTS ? String.join(":", Arrays.copyOf(parts, NETWORK_PARTS)) : address;
    }
}
