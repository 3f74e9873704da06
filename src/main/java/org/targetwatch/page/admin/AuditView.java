package org.targetwatch.page.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Option;

/**
 * What happened, newest first.
 *
 * @param newest the address of the first page; null on it
 * @param older the address of the next page; null on the last
 * @param proof what walking the chains found; null when nobody asked
 */
record AuditView(
        AuditWish wish,
        List<Option> plans,
        List<Option> acts,
        List<Line> lines,
        @Nullable String newest,
        @Nullable String older,
        String csv,
        String jsonLines,
        @Nullable Proof proof) {

    /**
     * One change.
     *
     * @param what it was done to, and what else is known of it
     * @param seal its place in its chain, and the beginning of its hash
     */
    record Line(String when, String who, String act, String plan, boolean withheld, List<Fact> what, String seal) {}

    record Fact(String name, String value) {}

    /** @param breaks where a chain breaks; empty when all are whole */
    record Proof(String when, long chains, long links, List<String> breaks) {}
}
