package org.targetwatch.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;

/** Where a request comes from, as far as attempts are counted: an IPv4 address, or the network that an IPv6 address belongs to. */
final class Address {
    private static final int NETWORK_PARTS = 4;

    private Address() {}

    static String of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String address = remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
        return network(address);
    }

    /** One client has a whole IPv6 network to itself: it must not be as many as the network has addresses. */
    static String network(String address) {
        String[] parts = address.split(":");
        return parts.length > NETWORK_PARTS ? String.join(":", Arrays.copyOf(parts, NETWORK_PARTS)) : address;
    }
}
