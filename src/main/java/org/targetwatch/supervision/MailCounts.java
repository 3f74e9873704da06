package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.targetwatch.measure.Coded;

/** What became of mails since the start, counted by recipient, for those who watch. */
@ApplicationScoped
public class MailCounts {
    private final Map<Outcome, LongAdder> recipients = new EnumMap<>(Outcome.class);

    MailCounts() {
        for (Outcome outcome : Outcome.values()) {
            recipients.put(outcome, new LongAdder());
        }
    }

    public enum Outcome implements Coded {
        /** The mail server took it. */
        SENT,
        /** The mail server does not take this address. */
        REFUSED,
        /** Nobody got the mail; it is tried again. */
        FAILED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void count(Outcome outcome, int many) {
        recipients.get(outcome).add(many);
    }

    public long of(Outcome outcome) {
        return recipients.get(outcome).sum();
    }
}
