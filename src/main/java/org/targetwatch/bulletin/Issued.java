package org.targetwatch.bulletin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Content;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Hash;
import org.targetwatch.measure.Period;

/**
 * An issued bulletin without its content.
 *
 * @param number 期号, from 1 in the order of months
 * @param knownAt the moment up to which figures are in it
 * @param text the number of the text in it; 0 when nobody wrote any
 * @param catalogueVersion the plan's version at {@code knownAt}
 * @param seal of the closing that held its period closed; null when it was open
 * @param hash over this, its files and the bulletin before
 */
public record Issued(
        int number,
        Period period,
        Instant knownAt,
        Instant issuedAt,
        String issuedBy,
        int text,
        int catalogueVersion,
        @Nullable Hash seal,
        Hash hash) {

    Chain.Head head() {
        return new Chain.Head(number, hash);
    }

    /** What the audit trail says of it. */
    Facts facts() {
        return Facts.of("number", number)
                .and("knownAt", knownAt)
                .and("text", text)
                .and("catalogueVersion", catalogueVersion)
                .and("seal", seal)
                .and("hash", hash);
    }

    /** What is hashed, but for the files. The order and the names are part of every stored hash: they never change. */
    Content content(String plan) {
        return new Content()
                .with("plan", plan)
                .with("bulletin", number)
                .with("period", period.toString())
                .with("knownAt", knownAt)
                .with("issuedAt", issuedAt)
                .with("issuedBy", issuedBy)
                .with("text", text)
                .with("catalogueVersion", catalogueVersion)
                .with("seal", seal == null ? null : seal.hex());
    }
}
