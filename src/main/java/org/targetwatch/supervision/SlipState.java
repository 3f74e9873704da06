package org.targetwatch.supervision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a slip stands. A transition is a method of the states from which it is allowed, and of no other: there is no way to
 * write a forbidden one down.
 */
public sealed interface SlipState {
    Phase phase();

    /** The day by which something is owed; empty while it is the office's turn, and at the end. */
    Optional<LocalDate> due();

    /** Something is still to come of it. */
    sealed interface Ongoing extends SlipState permits Awaiting, Answered {
        default Closed close() {
            return new Closed();
        }

        default Recovered recover() {
            return new Recovered();
        }
    }

    /** The region owes a reply. */
    sealed interface Awaiting extends Ongoing permits Open, SentBack {
        LocalDate replyBy();

        @Override
        default Optional<LocalDate> due() {
            return Optional.of(replyBy());
        }

        default Replied reply(LocalDate promised) {
            return new Replied(promised);
        }
    }

    /** The region has replied; what it wrote may be refused, even after it was accepted: the promised day may pass in vain. */
    sealed interface Answered extends Ongoing permits Replied, Accepted {
        default SentBack sendBack(LocalDate replyBy) {
            return new SentBack(replyBy);
        }
    }

    record Open(LocalDate replyBy) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.OPEN;
        }
    }

    record SentBack(LocalDate replyBy) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SENT_BACK;
        }
    }

    /** @param promised by when the region says it will be done */
    record Replied(LocalDate promised) implements Answered {
        public Accepted accept() {
            return new Accepted(promised);
        }

        @Override
        public Phase phase() {
            return Phase.REPLIED;
        }

        @Override
        public Optional<LocalDate> due() {
            return Optional.empty();
        }
    }

    record Accepted(LocalDate promised) implements Answered {
        @Override
        public Phase phase() {
            return Phase.ACCEPTED;
        }

        @Override
        public Optional<LocalDate> due() {
            return Optional.of(promised);
        }
    }

    record Closed() implements SlipState {
        @Override
        public Phase phase() {
            return Phase.CLOSED;
        }

        @Override
        public Optional<LocalDate> due() {
            return Optional.empty();
        }
    }

    record Recovered() implements SlipState {
        @Override
        public Phase phase() {
            return Phase.RECOVERED;
        }

        @Override
        public Optional<LocalDate> due() {
            return Optional.empty();
        }
    }
}
