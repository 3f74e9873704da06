package org.targetwatch.supervision;

/** A mail went to nobody: the server is away, or takes none of its addresses. */
final class Undeliverable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undeliverable(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
