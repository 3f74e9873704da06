package org.targetwatch.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.targetwatch.measure.Coded;

/** Records that each carry a hash over themselves and the one before, numbered from 1 without gaps. */
public final class Chain {
    private Chain() {}

    /** One record of the chain, as it was found. */
    public record Link(long seq, Content content, Hash hash) {
        /** Where the chain has got to with this link. */
        public Head head() {
            return new Head(seq, hash);
        }
    }

    /** What the chain's last link must be; {@code seq} 0 and {@link Hash#START} for an empty chain. */
    public record Head(long seq, Hash hash) {
        public static final Head START = new Head(0, Hash.START);

        /** The head after one more record. */
        public Head then(Content content) {
            return new Head(seq + 1, hash.then(content));
        }

        /** Why {@code link} is not the one that follows this head; empty when it is. */
        public Optional<Break> breakAt(Link link) {
            if (link.seq() != seq + 1) {
                return Optional.of(new Break(seq + 1, Cause.MISSING));
            }
            return then(link.content()).hash().equals(link.hash())
                    ? Optional.empty()
                    : Optional.of(new Break(link.seq(), Cause.CHANGED));
        }
    }

    /** Why a chain is broken at {@code seq}. */
    public record Break(long seq, Cause cause) {}

    /** What was done to a broken chain. */
    public enum Cause implements Coded {
        /** The record is not the one that was written. */
        CHANGED,
        /** The record is not there. */
        MISSING,
        /** There are records that were never written. */
        ADDED,
        /** The chain is whole, but not the one that was sealed. */
        RESEALED,
        /** The chain is whole, but what counts now is not what its last record says. */
        OUT_OF_STEP;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The first place where {@code links}, in order, are not the chain that ends in {@code head}. */
    public static Optional<Break> firstBreak(List<Link> links, Head head) {
        Walk walk = new Walk();
        links.forEach(walk::meet);
        return walk.endAt(head);
    }

    /** Goes along a chain link by link, for chains that need not be in memory as a whole. Not for use by several threads. */
    public static final class Walk {
        private Head reached = Head.START;
        private Optional<Break> broken = Optional.empty();
        private long links;

        /** Looks at the next link; behind a break nothing can be said any more. */
        public void meet(Link link) {
            links++;
            if (broken.isEmpty()) {
                broken = reached.breakAt(link);
                reached = link.head();
            }
        }

        /** How many links there were. */
        public long links() {
            return links;
        }

        /** The first place where the chain is not the one that ends in {@code head}. */
        public Optional<Break> endAt(Head head) {
            return broken.or(() -> endOf(reached, head));
        }
    }

    private static Optional<Break> endOf(Head reached, Head head) {
        if (reached.seq() != head.seq()) {
            Cause cause = reached.seq() < head.seq() ? Cause.MISSING : Cause.ADDED;
            return Optional.of(new Break(Math.min(reached.seq(), head.seq()) + 1, cause));
        }
        return reached.equals(head) ? Optional.empty() : Optional.of(new Break(head.seq(), Cause.CHANGED));
    }
}
