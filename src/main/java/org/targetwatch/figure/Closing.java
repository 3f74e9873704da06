package org.targetwatch.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Content;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Hash;
import org.targetwatch.audit.Subject;
import org.targetwatch.measure.Period;

/**
 * 关账: a period was closed, or reopened. Each is a link in the plan's own chain.
 *
 * @param seq its place in the plan's chain of closings, from 1
 * @param reason in people's words; a closing needs none
 * @param hash of a closing: the seal over all regions' chains, and over every closing before
 */
public record Closing(
        String plan,
        long seq,
        Period period,
        What what,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy,
        Hash hash) {

    /** What was done to the period. */
    public sealed interface What {
        /** {@code closed} or {@code reopened}. */
        String act();
    }

    /** Closed for everyone. @param heads the hash over the last links of all regions' chains at that moment */
    public record Closed(Hash heads) implements What {
        /** @param heads the last link of each region's chain */
        public static Closed over(SortedMap<String, Chain.Head> heads) {
            Content content = new Content();
            heads.forEach((region, head) -> content.with(region, head.seq() + " " + head.hash()));
            return new Closed(Hash.START.then(content));
        }

        @Override
        public String act() {
            return "closed";
        }
    }

    /** Reopened for a region and everything below it. @param until the last business date on which it is open */
    public record Reopened(String region, LocalDate until) implements What {
        @Override
        public String act() {
            return "reopened";
        }
    }

    /** What follows {@code last}, the newest of the plan; null for the first. */
    static Closing after(
            @Nullable Closing last,
            String plan,
            Period period,
            What what,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy) {
        Chain.Head head = last == null ? Chain.Head.START : last.head();
        Chain.Head next = head.then(content(plan, head.seq() + 1, period, what, reason, recordedAt, recordedBy));
        return new Closing(plan, next.seq(), period, what, reason, recordedAt, recordedBy, next.hash());
    }

    /** What is hashed. The order and the names are part of every stored hash: they never change. */
    private static Content content(
            String plan,
            long seq,
            Period period,
            What what,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy) {
        Content content = new Content()
                .with("plan", plan)
                .with("closing", seq)
                .with("period", period.toString())
                .with("reason", reason)
                .with("recordedAt", recordedAt)
                .with("recordedBy", recordedBy);
        if (what instanceof Closed closed) {
            content.with("heads", closed.heads().hex());
        } else if (what instanceof Reopened reopened) {
            content.with("reopened", reopened.region())
                    .with("until", reopened.until().toString());
        }
        return content;
    }

    /** What it is about, for the audit trail. */
    Subject subject() {
        Subject subject = Subject.inPlan(plan).and("period", period);
        return what instanceof Reopened reopened ? subject.and("region", reopened.region()) : subject;
    }

    /** What else the audit trail says of it. */
    Facts facts() {
        Facts facts = Facts.of("closing", seq).and("seal", hash).and("reason", reason);
        return what instanceof Reopened reopened ? facts.and("until", reopened.until()) : facts;
    }

    Chain.Head head() {
        return new Chain.Head(seq, hash);
    }

    /** This as a link, to be verified. */
    Chain.Link link() {
        return new Chain.Link(seq, content(plan, seq, period, what, reason, recordedAt, recordedBy), hash);
    }
}
